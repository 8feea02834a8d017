package dev.anchors.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.testkit.fake.RawHttpClient.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
    void the_fake_listens_on_a_free_loopback_port_by_default() {
        assertThat(fake.port()).isPositive();
        assertThat(fake.baseUrl()).hasToString("http://127.0.0.1:" + fake.port());
        assertThat(fake).hasToString("FakePiecesOs[http://127.0.0.1:" + fake.port() + "]");
    }

    @Test
    void close_frees_the_port_and_leaves_the_repository_open() throws IOException {
        int port = fake.port();
        RawHttpClient.get(fake, "/anchors");

        fake.close();
        assertThatCode(fake::close).doesNotThrowAnyException();

        try (FakePiecesOs successor =
                FakePiecesOs.builder(repository).port(port).start()) {
            assertThat(successor.port()).isEqualTo(port);
            assertThat(RawHttpClient.get(successor, "/anchors").status()).isEqualTo(200);
        }
    }

    @Test
    void close_in_an_interrupted_thread_frees_the_port_and_keeps_the_interrupt_flag() throws IOException {
        for (int i = 0; i < 200; i++) {
            FakePiecesOs interrupted = FakePiecesOs.serving(repository);
            RawHttpClient.get(interrupted, "/.well-known/health");

            Thread.currentThread().interrupt();
            interrupted.close();

            assertThat(Thread.interrupted()).isTrue();
            FakePiecesOs.builder(repository).port(interrupted.port()).start().close();
        }
    }

    @Test
    void the_fake_cannot_be_reached_at_another_address() throws IOException {
        InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});

        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, fake.port()), 5_000))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void close_aborts_responses_that_are_being_sent() throws IOException {
        fake.on(Route.SNAPSHOT).always().reply(Reply.stall());
        List<RawHttpClient> waiting = new ArrayList<>();
        for (int number = 0; number < 32; number++) {
            RawHttpClient client = new RawHttpClient(fake);
            waiting.add(client);
            client.send("GET /anchors HTTP/1.1\r\nHost: localhost\r\n\r\n");
            fake.takeRequest(Duration.ofSeconds(20));
        }

        fake.close();

        FakePiecesOs.builder(repository).port(fake.port()).start().close();
        for (RawHttpClient client : waiting) {
            assertThat(client.read()).isEqualTo(-1);
            client.close();
        }
    }

    @Test
    void thirty_two_fakes_run_side_by_side() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        CyclicBarrier allStarted = new CyclicBarrier(32);
        try {
            List<Future<Integer>> ports = new ArrayList<>();
            for (int number = 1; number <= 32; number++) {
                int anchors = number;
                ports.add(threads.submit(() -> useFake(anchors, allStarted)));
            }
            Set<Integer> different = new HashSet<>();
            for (Future<Integer> port : ports) {
                different.add(port.get());
            }
            assertThat(different).hasSize(32);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int useFake(int anchors, CyclicBarrier allStarted) throws Exception {
        RepositoryStub own = new RepositoryStub();
        try (FakePiecesOs one = FakePiecesOs.serving(own)) {
            allStarted.await(60, TimeUnit.SECONDS);
            one.on(Route.CREATE).times(2).reply(Reply.text(503, "busy " + anchors));
            for (int number = 0; number < anchors + 2; number++) {
                Response response =
                        RawHttpClient.post(one, "/anchors/create", "{\"type\":\"FILE\",\"fullpath\":\"/a\"}");
                assertThat(response.body()).startsWith(number < 2 ? "busy " + anchors : "{");
            }
            assertThat(RawHttpClient.get(one, "/anchors").json().get("iterable"))
                    .hasSize(anchors);
            assertThat(one.requests()).hasSize(anchors + 3);
            one.verifyNoRepliesLeft();
            return one.port();
        }
    }

    @Test
    void close_ends_idle_connections() throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.exchange("GET /anchors HTTP/1.1\r\nHost: localhost\r\n\r\n");

            fake.close();

            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @Test
    void a_start_on_a_port_in_use_fails_and_names_the_port() {
        FakePiecesOs.Builder second = FakePiecesOs.builder(repository).port(fake.port());

        assertThatThrownBy(second::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot listen on 127.0.0.1:" + fake.port() + ": ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void an_invalid_port_is_rejected(int port) {
        assertThatThrownBy(() -> FakePiecesOs.builder(repository).port(port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not " + port);
    }
}
