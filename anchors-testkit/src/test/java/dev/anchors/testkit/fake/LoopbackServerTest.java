package dev.anchors.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {

    private static final int FAILURES = 5;

    /** A listener that has no file descriptors at first. */
    private static final class FailingListener extends FaultyServerSocket {

        private final List<Long> attempts = new CopyOnWriteArrayList<>();

        FailingListener() throws IOException {
            super(0);
        }

        @Override
        public FaultySocket accept() throws IOException {
            attempts.add(System.nanoTime());
            if (attempts.size() <= FAILURES) {
                throw new SocketException("Too many open files");
            }
            return super.accept();
        }

        private Duration timeOfFailures() {
            return Duration.ofNanos(attempts.get(FAILURES) - attempts.get(0));
        }
    }

    @Test
    void accepting_a_connection_is_tried_again_after_a_pause_if_it_fails() throws IOException {
        FailingListener listener = new FailingListener();
        try (LoopbackServer server = new LoopbackServer(listener, exchange -> exchange.send(Reply.empty(204)))) {
            server.start();
            try (RawHttpClient client = new RawHttpClient(server.port())) {
                assertThat(client.exchange("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .status())
                        .isEqualTo(204);
            }
        }
        assertThat(listener.timeOfFailures())
                .isGreaterThanOrEqualTo(LoopbackServer.ACCEPT_PAUSE.multipliedBy(FAILURES));
    }
}
