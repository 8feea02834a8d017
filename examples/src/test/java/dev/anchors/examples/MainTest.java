package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.testkit.FailingAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    private final AnchorRepository store = InMemoryAnchorRepository.create();
    private final Anchor somebodyElses = store.create(SeededAnchor.file("/diary.txt"));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tours_a_repository_in_memory() {
        assertThat(run("tour")).isZero();

        assertThat(out.toString()).contains("create:", "snapshot:", "find:", "disassociate:", "delete:", "of all: 0");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void tours_a_service_and_leaves_nothing_behind() {
        try (FakePiecesOs service = FakePiecesOs.serving(store)) {
            assertThat(run("tour", "--base-url", service.baseUrl().toString())).isZero();

            assertThat(out.toString()).contains("of all: 3", "left of ours: 0, of all: 1");
            assertThat(store.snapshot()).containsExactly(somebodyElses);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "SNAPSHOT", "FIND", "DISASSOCIATE", "DELETE"})
    void leaves_nothing_behind_when_the_service_fails_after_it_did_its_work(Operation broken) {
        FailingAnchorRepository failing = FailingAnchorRepository.over(store);
        failing.on(broken)
                .failAfter(new ServiceFailedException(
                        broken, broken.effectWhenUnanswered(), OptionalInt.of(500), "", null));

        try (FakePiecesOs service = FakePiecesOs.serving(failing)) {
            assertThat(run("tour", "--base-url", service.baseUrl().toString())).isEqualTo(1);

            assertThat(err.toString()).startsWith("tour: ").hasLineCount(1);
            assertThat(store.snapshot()).containsExactly(somebodyElses);
        }
    }

    @Test
    void says_in_one_line_that_nobody_listens() throws IOException {
        assertThat(run("tour", "--base-url", "http://127.0.0.1:" + freePort())).isEqualTo(1);

        assertThat(err.toString()).startsWith("tour: create: ").hasLineCount(1);
    }

    @Test
    void says_in_one_line_that_the_port_is_taken() {
        try (FakePiecesOs other = FakePiecesOs.serving(store)) {
            assertThat(run("serve", "--port", String.valueOf(other.port()))).isEqualTo(1);

            assertThat(err.toString())
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
                "serve --port",
                "serve --port nonsense",
                "serve --port -1",
                "serve --port 65536"
            })
    void answers_wrong_arguments_with_usage_and_exit_code_2(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);

        String command = arguments.contains(" ") ? " " + arguments.split(" ", -1)[0] : "";
        assertThat(err.toString()).contains("Usage: examples" + command + " [-h]");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "tour --help", "serve --help"})
    void helps(String arguments) {
        assertThat(run(arguments.split(" ", -1))).isZero();

        assertThat(out.toString()).contains("Usage: examples");
        assertThat(err.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
