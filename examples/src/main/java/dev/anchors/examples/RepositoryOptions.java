package dev.anchors.examples;

import dev.anchors.examples.jdbc.JdbcAnchorRepository;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that uses a repository which exists already. */
final class RepositoryOptions {

    private static final Duration SERVICE_TIMEOUT = Duration.ofSeconds(30);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create(); // picocli replaces the value

    @Option(names = "--base-url", paramLabel = "URL", description = "Use the service at this URL.")
    private Optional<String> baseUrl = Optional.empty();

    @Option(names = "--jdbc-url", paramLabel = "URL", description = "Use this database of H2 or PostgreSQL.")
    private Optional<String> jdbcUrl = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "The longest wait for a service, by default 30, or for a database, by default 2.")
    private Optional<Integer> timeout = Optional.empty();

    /**
     * Returns a component with the repository that the options name; empty if they name none.
     *
     * @throws ParameterException if an option has a wrong value, or if the options name two repositories
     */
    Optional<AnchorsComponent> named() {
        if (baseUrl.isPresent() && jdbcUrl.isPresent()) {
            throw new ParameterException(command.commandLine(), "--base-url and --jdbc-url exclude each other");
        }
        wait(SERVICE_TIMEOUT); // a wrong number is refused even if it is not used
        return baseUrl.map(this::service).or(() -> jdbcUrl.map(this::database));
    }

    /** Returns a component for the service at a URL, with the timeout of the options. */
    AnchorsComponent service(String url) {
        Duration wait = wait(SERVICE_TIMEOUT);
        return value(command, "--base-url", () -> AnchorsComponent.ofService(url, wait));
    }

    /** Returns what the options name, for a message. The URL of a database is not in it, since it may have a password. */
    @Override
    public String toString() {
        return baseUrl.map(url -> "the service at " + url).orElse("the database");
    }

    private AnchorsComponent database(String url) {
        Duration wait = wait(JdbcAnchorRepository.DEFAULT_TIMEOUT);
        return value(
                command, "--jdbc-url", () -> AnchorsComponent.ofStore(Optional.of(url), StandInService.CLOCK, wait));
    }

    private Duration wait(Duration byDefault) {
        return value(
                command,
                "--timeout",
                () -> timeout.map(RepositoryOptions::seconds).orElse(byDefault));
    }

    /**
     * Returns a number of seconds as a duration.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    static Duration seconds(int number) {
        return Duration.ofSeconds(requirePositive(number));
    }

    /**
     * Returns {@code number}.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    static int requirePositive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("a number is 1 or more, not " + number);
        }
        return number;
    }

    /**
     * Returns the value that {@code factory} creates from an option of a command.
     *
     * @throws ParameterException if {@code factory} throws an {@link IllegalArgumentException}
     */
    static <T> T value(CommandSpec command, String option, Supplier<T> factory) {
        try {
            return factory.get();
        } catch (IllegalArgumentException failure) {
            throw new ParameterException(command.commandLine(), option + ": " + failure.getMessage(), failure);
        }
    }
}
