package dev.anchors.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakePiecesOsLifeCycleTest {

    private final RepositoryStub repository = new RepositoryStub();
    private final FakePiecesOs fake = FakePiecesOs.serving(repository);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void listens_on_loopback_at_a_port_that_the_system_chose() {
        assertThat(fake.port()).isPositive();
        assertThat(fake.baseUrl()).hasToString("http://127.0.0.1:" + fake.port());
        assertThat(fake).hasToString("FakePiecesOs[http://127.0.0.1:" + fake.port() + "]");
    }

    @Test
    void frees_its_port_when_closed_and_leaves_the_repository_open() throws IOException {
        int port = fake.port();
        WireClient.get(fake, "/anchors");

        fake.close();
        assertThatCode(fake::close).doesNotThrowAnyException();

        try (FakePiecesOs heir = FakePiecesOs.builder(repository).port(port).start()) {
            assertThat(heir.port()).isEqualTo(port);
            assertThat(WireClient.get(heir, "/anchors").status()).isEqualTo(200);
        }
    }

    @Test
    void ends_idle_connections_when_closed() throws IOException {
        try (WireClient client = new WireClient(fake)) {
            client.exchange("GET /anchors HTTP/1.1\r\nHost: localhost\r\n\r\n");

            fake.close();

            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @Test
    void says_which_port_is_taken() {
        FakePiecesOs.Builder second = FakePiecesOs.builder(repository).port(fake.port());

        assertThatThrownBy(second::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot listen on 127.0.0.1:" + fake.port() + ": ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refuses_what_is_no_port(int port) {
        assertThatThrownBy(() -> FakePiecesOs.builder(repository).port(port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not " + port);
    }
}
