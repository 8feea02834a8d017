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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * Demonstrates how a program reports failures: by one line on standard error that says what to do. After a failed call the exit
 * code is 1, after wrong arguments 2.
 */
@Command(
        name = "examples",
        description = "Demonstrates repositories of anchors.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:success", "1:a call failed", "2:wrong arguments"},
        footer = {"", "Example: java -jar examples.jar list --newest 10"})
public final class Main {

    private static final String TOUR_IN_MEMORY =
            "A tour of a repository in memory. For a running service: tour --base-url http://localhost:1000";

    @Spec
    private CommandSpec spec = CommandSpec.create(); // picocli replaces the value

    @Option(
            names = {"-h", "--help"},
            description = "Print this help and exit.",
            usageHelp = true,
            scope = ScopeType.INHERIT)
    @SuppressWarnings("unused") // picocli evaluates the option before it runs a command
    private boolean help;

    @Option(
            names = "--version",
            description = "Print the version and exit.",
            versionHelp = true,
            scope = ScopeType.INHERIT)
    @SuppressWarnings("unused") // as above
    private boolean version;

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
        CommandLine line = new CommandLine(new Main());
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new ProgramVersion()));
        return line.setParameterExceptionHandler((failure, arguments) -> printWrongArguments(failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> printFailure(failure, command));
    }

    /** Returns the ports on which clients look for a service, in their order. */
    private static IntStream portsOfClients() {
        return IntStream.rangeClosed(39_300, 39_333);
    }

    private static int printWrongArguments(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        command.getErr()
                .println(command.getCommandName() + ": " + failure.getMessage() + "; for help: "
                        + command.getCommandSpec().qualifiedName() + " --help");
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

    @Command(
            description = "Call every operation of a repository, by default of one in memory, and print the results.",
            footer = {"", "Example: java -jar examples.jar tour --base-url http://localhost:1000"})
    void tour(@Mixin RepositoryOptions options) {
        Optional<AnchorsComponent> named = options.named();
        out().println(named.isPresent() ? "A tour of " + options + "." : TOUR_IN_MEMORY);
        try (FullAnchorRepository anchors =
                named.orElseGet(AnchorsComponent::inMemory).anchors()) {
            new Tour(anchors, UUID.randomUUID().toString(), out()).run();
        }
    }

    @Command(
            description = {
                "Print the anchors of a service as a tree of paths, with their links. Without --base-url and --jdbc-url, the"
                        + " service is the one that runs on this machine."
            },
            footer = {"", "Example: java -jar examples.jar list --newest 10 --json"})
    void list(
            @Mixin RepositoryOptions options,
            @Option(
                            names = "--newest",
                            paramLabel = "N",
                            description = "Print the N anchors that were created last, the newest first; default: all.")
                    Optional<Integer> newest,
            @Option(names = "--json", description = "Print JSON instead of a tree; the README describes it.")
                    boolean json) {
        Optional<Integer> limit = optionValue("list", "--newest", () -> newest.map(RepositoryOptions::requirePositive));
        AnchorsComponent component = options.named().orElseGet(() -> found(options, json));
        try (AnchorRepository anchors = component.anchors()) {
            Listing listing = Listing.of(anchors.snapshot(), limit);
            if (json) {
                listing.printJson(out());
            } else {
                listing.printTree(out());
            }
        }
    }

    private AnchorsComponent found(RepositoryOptions options, boolean json) {
        String url = RunningService.find(new ServiceLocator(), err());
        if (!json) {
            out().println("The service found at " + url + " has these anchors:");
        }
        return options.service(url);
    }

    @Command(
            description = "Run a stand-in for PiecesOS on 127.0.0.1 until SIGTERM or SIGINT.",
            footer = {"", "Example: java -jar examples.jar serve --jdbc-url jdbc:h2:/home/ada/anchors"})
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
                            names = "--timeout",
                            paramLabel = "SECONDS",
                            defaultValue = "2",
                            description =
                                    "The longest wait for a connection to a database that does not respond; default: 2.")
                    int timeout,
            @Option(
                            names = "--allow-origin",
                            paramLabel = "ORIGIN",
                            description =
                                    "An origin whose pages may use the service, besides loopback; can be repeated.")
                    List<String> origins) {
        List<String> allowed = optionValue(
                "serve",
                "--allow-origin",
                () -> StandInService.requireOrigins(Objects.requireNonNullElse(origins, List.of())));
        Duration wait = optionValue("serve", "--timeout", () -> RepositoryOptions.seconds(timeout));
        AnchorsComponent store =
                optionValue("serve", "--jdbc-url", () -> AnchorsComponent.ofStore(jdbcUrl, StandInService.CLOCK, wait));
        try (StandInService service = optionValue(
                "serve",
                "--port",
                () -> port.map(number -> StandInService.start(number, store, allowed))
                        .orElseGet(
                                () -> StandInService.start(new ServiceLocator(), portsOfClients(), store, allowed)))) {
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

    @Command(
            description = "Print what to do about failures, in Markdown: the page that messages refer to.",
            footer = {"", "Example: java -jar examples.jar troubleshooting"})
    void troubleshooting() {
        out().print(TroubleshootingPage.text());
        out().flush();
    }

    private <T> T optionValue(String command, String option, Supplier<T> factory) {
        CommandLine subcommand = Objects.requireNonNull(spec.subcommands().get(command), command);
        return RepositoryOptions.value(subcommand.getCommandSpec(), option, factory);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
