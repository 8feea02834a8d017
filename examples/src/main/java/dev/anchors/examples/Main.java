package dev.anchors.examples;

import dev.anchors.examples.jdbc.DatabaseException;
import dev.anchors.http.ServiceLocator;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.FullAnchorRepository;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * Demonstrates how a program reports failures. Wrong arguments print the usage and end the program with exit code 2. A
 * failed call prints one line and ends the program with exit code 1.
 */
@Command(name = "examples", description = "Demonstrates repositories of anchors.", synopsisSubcommandLabel = "COMMAND")
public final class Main {

    @Spec
    private CommandSpec spec = CommandSpec.create(); // picocli replaces the value

    @Option(
            names = {"-h", "--help"},
            description = "Print this help and exit.",
            usageHelp = true,
            scope = ScopeType.INHERIT)
    @SuppressWarnings("unused") // picocli evaluates the option before it runs a command
    private boolean help;

    private Main() {}

    /** Runs the command that {@code arguments} name and ends the program with its exit code. Its output is UTF-8. */
    public static void main(String[] arguments) {
        System.exit(commandLine()
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .execute(arguments));
    }

    /** Returns a writer that does not depend on the locale, as {@link System#out} does on JDK 17. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler((failure, arguments) -> printUsage(failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> printFailure(failure, command));
    }

    /** Returns the ports on which clients look for a service, in their order. */
    private static IntStream portsOfClients() {
        return IntStream.rangeClosed(39_300, 39_333);
    }

    private static int printUsage(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(failure.getMessage());
        command.usage(command.getErr());
        return ExitCode.USAGE;
    }

    private static int printFailure(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof AnchorRepositoryException
                || failure instanceof DatabaseException
                || failure instanceof UncheckedIOException) {
            command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
            return ExitCode.SOFTWARE;
        }
        throw failure; // a bug in this program: picocli prints the stack trace
    }

    @Command(description = "Call every operation of a repository and print the calls and the results.")
    void tour(
            @Option(
                            names = "--base-url",
                            paramLabel = "URL",
                            description = "The URL of the service; default: a repository in memory.")
                    Optional<String> baseUrl) {
        AnchorsComponent component = optionValue("tour", "--base-url", () -> AnchorsComponent.of(baseUrl));
        out().println(
                        baseUrl.map(url -> "A tour of the service at " + url + ".")
                                .orElse(
                                        "A tour of a repository in memory. For a running service: tour --base-url http://localhost:1000"));
        try (FullAnchorRepository anchors = component.anchors()) {
            new Tour(anchors, UUID.randomUUID().toString(), out()).run();
        }
    }

    @Command(description = "Print the anchors of a service as a tree of paths, with their links.")
    void list(
            @Option(
                            names = "--base-url",
                            paramLabel = "URL",
                            description = "The URL of the service; default: the service that runs on this machine.")
                    Optional<String> baseUrl,
            @Option(
                            names = "--newest",
                            paramLabel = "N",
                            description = "Print the N anchors that were created last, the newest first; default: all.")
                    Optional<Integer> newest,
            @Option(names = "--json", description = "Print JSON instead of a tree; the README describes it.")
                    boolean json) {
        Optional<Integer> limit = optionValue("list", "--newest", () -> newest.map(Main::requirePositive));
        String service = baseUrl.orElseGet(() -> RunningService.find(new ServiceLocator(), err()));
        AnchorsComponent component = optionValue("list", "--base-url", () -> AnchorsComponent.ofService(service));
        try (AnchorRepository anchors = component.anchors()) {
            Listing listing = Listing.of(anchors.snapshot(), limit);
            if (json) {
                listing.printJson(out());
            } else {
                if (baseUrl.isEmpty()) {
                    out().println("The service found at " + service + " has these anchors:");
                }
                listing.printTree(out());
            }
        }
    }

    @Command(description = "Run a stand-in for PiecesOS on 127.0.0.1 until SIGTERM or SIGINT.")
    void serve(
            @Option(
                            names = "--port",
                            paramLabel = "N",
                            description =
                                    "The port to listen on, 0 for any free port; default: the first free port of 39300"
                                            + " to 39333, where clients look for a service.")
                    Optional<Integer> port,
            @Option(names = "--sample", description = "Start with twenty anchors, if the database has none.")
                    boolean sample,
            @Option(
                            names = "--jdbc-url",
                            paramLabel = "URL",
                            description =
                                    "A database of H2 or PostgreSQL that keeps the anchors; default: none, they are lost at the end.")
                    Optional<String> jdbcUrl,
            @Option(
                            names = "--database-timeout",
                            paramLabel = "SECONDS",
                            defaultValue = "2",
                            description =
                                    "The longest wait for a connection to a database that does not respond; default: 2.")
                    int databaseTimeout) {
        Duration timeout =
                optionValue("serve", "--database-timeout", () -> Duration.ofSeconds(requirePositive(databaseTimeout)));
        AnchorsComponent store = optionValue(
                "serve", "--jdbc-url", () -> AnchorsComponent.ofStore(jdbcUrl, StandInService.CLOCK, timeout));
        try (StandInService service = optionValue(
                "serve",
                "--port",
                () -> port.map(number -> StandInService.start(number, store))
                        .orElseGet(() -> StandInService.start(new ServiceLocator(), portsOfClients(), store)))) {
            Runtime.getRuntime().addShutdownHook(new Thread(service::close));
            if (sample) {
                SampleAnchors.createIn(store.anchors());
            }
            out().println("listening on " + service.baseUrl());
            out().println("to list its anchors: list --base-url " + service.baseUrl());
            out().flush();
            new CountDownLatch(1).await(); // never counted down: a signal or an interrupt ends the wait
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Returns the value that {@code factory} creates from an option of a command.
     *
     * @throws ParameterException if {@code factory} throws an {@link IllegalArgumentException}
     */
    private <T> T optionValue(String command, String option, Supplier<T> factory) {
        try {
            return factory.get();
        } catch (IllegalArgumentException failure) {
            throw new ParameterException(
                    spec.subcommands().get(command), option + ": " + failure.getMessage(), failure);
        }
    }

    private static int requirePositive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("a number is 1 or more, not " + number);
        }
        return number;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
