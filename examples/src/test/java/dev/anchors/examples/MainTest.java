package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.examples.jdbc.JdbcAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.testkit.FailingAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final InMemoryAnchorRepository store = InMemoryAnchorRepository.create();
    private final Anchor unrelatedAnchor = store.create(SeededAnchor.file("/diary.txt"));
    private CommandRun run;

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_tour_without_a_base_url_uses_a_repository_in_memory() {
        assertThat(run("tour")).isZero();

        assertThat(run.out())
                .startsWith("A tour of a repository in memory. For a running service: tour --base-url")
                .contains(
                        "create:",
                        "snapshot:",
                        "find:",
                        "associate:",
                        "disassociate:",
                        "delete:",
                        "anchors of the tour: 0 of 0");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_tour_of_a_service_deletes_its_own_anchors_only() {
        try (FakePiecesOs service = FakePiecesOs.serving(store)) {
            assertThat(run("tour", "--base-url", service.baseUrl().toString())).isZero();

            assertThat(run.out())
                    .startsWith("A tour of the service at " + service.baseUrl())
                    .contains("linked to the asset: 2 of 3", "anchors of the tour: 0 of 1");
            assertThat(store.snapshot()).containsExactly(unrelatedAnchor);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "SNAPSHOT", "FIND", "ASSOCIATE", "DISASSOCIATE", "DELETE"})
    void a_tour_deletes_its_anchors_when_the_service_fails_after_an_operation_took_effect(Operation failing) {
        FailingAnchorRepository repository = FailingAnchorRepository.over(store);
        repository
                .on(failing)
                .failAfter(new ServiceFailedException(
                        failing, failing.effectWhenUnanswered(), OptionalInt.of(500), "", null));

        try (FakePiecesOs service = FakePiecesOs.serving(repository)) {
            assertThat(run("tour", "--base-url", service.baseUrl().toString())).isEqualTo(1);

            assertThat(run.err()).startsWith("tour: ").hasLineCount(1);
            assertThat(store.snapshot()).containsExactly(unrelatedAnchor);
        }
    }

    @Test
    void a_tour_of_an_unreachable_service_prints_one_line_and_exits_with_1() throws IOException {
        try (Socket neverListening = new Socket()) { // keeps the port from being used by another program
            neverListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThat(run("tour", "--base-url", "http://127.0.0.1:" + neverListening.getLocalPort()))
                    .isEqualTo(1);

            assertThat(run.err()).startsWith("tour: create: ").hasLineCount(1);
        }
    }

    @Test
    void serving_on_a_port_in_use_prints_one_line_and_exits_with_1() {
        try (FakePiecesOs other = FakePiecesOs.serving(store)) {
            assertThat(run("serve", "--port", String.valueOf(other.port()))).isEqualTo(1);

            assertThat(run.err())
                    .startsWith("serve: ")
                    .contains("127.0.0.1:" + other.port())
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "tour nonsense",
                "tour --base-url",
                "tour --base-url nonsense",
                "list nonsense",
                "list --base-url nonsense",
                "tour --timeout 0",
                "tour --base-url http://localhost:1000 --timeout 0",
                "list --base-url http://localhost:1000 --jdbc-url jdbc:h2:mem:anchors",
                "serve --timeout 0",
                "serve --allow-origin nonsense",
                "list --newest",
                "list --newest nonsense",
                "list --newest 0",
                "list --newest -1",
                "serve --port",
                "serve --port nonsense",
                "serve --port -1",
                "serve --port 65536",
                "serve --jdbc-url",
                "serve --jdbc-url nonsense",
                "serve --jdbc-url jdbc:nonsense:anchors"
            })
    void wrong_arguments_print_one_line_that_names_the_help_and_exit_with_2(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);

        String command = arguments.contains(" ") ? " " + arguments.split(" ", -1)[0] : "";
        assertThat(run.err())
                .endsWith("; for help: examples" + command + " --help\n")
                .hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tour", "list", "serve", "troubleshooting"})
    void help_is_one_screen_with_an_example_and_exits_with_0(String command) {
        assertThat(run((command + " --help").trim().split(" "))).isZero();

        assertThat(run.out())
                .startsWith(("Usage: examples " + command).trim())
                .contains("--help", "--version", "Example: java -jar examples.jar " + command);
        assertThat(run.out().lines().toList()).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 80);
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "tour --version", "list --version", "serve --version"})
    void the_version_is_that_of_the_build(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();

        assertThat(run.out()).matches("examples \\d+\\.\\d+\\.\\d+.*\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tour", "list"})
    void commands_use_the_database_that_the_options_name(String command) {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (AnchorRepository database = JdbcAnchorRepository.open(url, Clock.systemUTC())) {
            database.create(SeededAnchor.file("/in-the-database.md"));

            assertThat(run(command, "--jdbc-url", url, "--timeout", "5")).isZero();

            assertThat(run.out())
                    .containsPattern("A tour of the database|/in-the-database.md")
                    .contains("of 1");
        }
    }

    @Test
    void a_service_that_does_not_respond_ends_a_command_after_its_timeout() {
        try (FakePiecesOs service = FakePiecesOs.serving(store)) {
            service.reply(Reply.stall());

            assertThat(run("list", "--base-url", service.baseUrl().toString(), "--timeout", "1"))
                    .isEqualTo(1);

            assertThat(run.err()).startsWith("list: ").contains("more time").hasLineCount(1);
        }
    }

    @Test
    void the_page_about_failures_can_be_printed() throws IOException {
        assertThat(run("troubleshooting")).isZero();

        assertThat(run.out()).isEqualTo(Files.readString(Path.of("..", "anchors-http-adapter", "TROUBLESHOOTING.md")));
    }

    private int run(String... arguments) {
        run = CommandRun.of(arguments);
        return run.exitCode();
    }
}
