package dev.anchors.examples;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * Demonstrates what a program makes of failures: wrong arguments end with their usage and exit code 2, a call that
 * failed with one line and exit code 1.
 */
@Command(name = "examples", description = "Shows what anchors do.", synopsisSubcommandLabel = "COMMAND")
public final class Main {

    @Spec
    private CommandSpec spec = CommandSpec.create(); // picocli puts its own here

    @Option(
            names = {"-h", "--help"},
            description = "Show this and end.",
            usageHelp = true,
            scope = ScopeType.INHERIT)
    @SuppressWarnings("unused") // picocli acts on it before any command runs
    private boolean help;

    private Main() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != ExitCode.OK) {
            System.exit(code); // and otherwise not, for in exec:java this would be the end of Maven
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler((wrong, arguments) -> usage(wrong))
                .setExecutionExceptionHandler((failure, command, arguments) -> oneLine(failure, command));
    }

    private static int usage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.usage(command.getErr());
        return ExitCode.USAGE;
    }

    private static int oneLine(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof AnchorRepositoryException || failure instanceof UncheckedIOException) {
            command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
            return ExitCode.SOFTWARE;
        }
        throw failure; // a mistake of ours, which is shown with its stack trace
    }

    @Command(description = "Goes through every operation and tells what happened.")
    void tour(
            @Option(
                            names = "--base-url",
                            paramLabel = "URL",
                            description = "The service to visit; without it, a repository in memory.")
                    Optional<String> baseUrl) {
        try (AnchorRepository anchors =
                given("tour", "--base-url", () -> AnchorsComponent.of(baseUrl)).anchors()) {
            new Tour(anchors, UUID.randomUUID().toString(), out()).run();
        }
    }

    @Command(description = "Stands in for PiecesOS on 127.0.0.1, until it is told to end (SIGTERM, SIGINT).")
    void serve(
            @Option(
                            names = "--port",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "The port to listen on; 0, the default, for a free one.")
                    int port) {
        try (StandIn service = given("serve", "--port", () -> StandIn.listeningOn(port))) {
            Runtime.getRuntime().addShutdownHook(new Thread(service::close));
            out().println("listening on " + service.baseUrl());
            out().flush();
            new CountDownLatch(1).await(); // nobody counts it down: the end comes from outside
        } catch (InterruptedException toldToEnd) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a value is given to refuses it where it is wrong. At a command line that is a wrong argument. */
    private <T> T given(String command, String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(
                    spec.subcommands().get(command), option + ": " + refused.getMessage(), refused);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
