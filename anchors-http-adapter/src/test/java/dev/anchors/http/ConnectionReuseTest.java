package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection with which nothing is wrong is used again. */
@Timeout(60)
class ConnectionReuseTest {

    private static final int CALLS = 100;

    @Test
    void a_hundred_calls_over_http_use_one_connection() {
        try (RawServer server = RawServer.start(ConnectionReuseTest::serve)) {
            assertOneConnection(server);
        }
    }

    @Test
    void a_hundred_calls_over_https_use_one_connection() throws Exception {
        try (RawServer server = RawServer.startTls(TlsIdentity.ofService(), ConnectionReuseTest::serve)) {
            assertOneConnection(server);
        }
    }

    @Test
    void messages_of_tls_itself_do_not_end_an_idle_connection() throws Exception {
        Semaphore callsEnded = new Semaphore(0);
        Semaphore updatesSent = new Semaphore(0);
        RawServer.Handler updatingKeys = connection -> {
            while (true) {
                connection.send(TestResponses.to(connection.readRequest()));
                callsEnded.acquireUninterruptibly();
                connection.sendTlsKeyUpdate();
                updatesSent.release();
            }
        };
        try (RawServer server = RawServer.startTls(TlsIdentity.ofService(), updatingKeys);
                HttpAnchorRepository anchors = repository(server)) {
            for (int call = 0; call < CALLS; call++) {
                Ending.DONE.assertEndOf(operation(call), anchors);
                callsEnded.release();
                assertThat(updatesSent.tryAcquire(30, SECONDS)).isTrue();
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_connection_on_which_thousands_of_messages_of_tls_itself_arrived_is_not_used_again() throws Exception {
        Semaphore callsEnded = new Semaphore(0);
        Semaphore updatesSent = new Semaphore(0);
        RawServer.Handler flooding = connection -> {
            connection.send(TestResponses.to(connection.readRequest()));
            callsEnded.acquireUninterruptibly();
            for (int update = 0; update < 2_000; update++) {
                connection.sendTlsKeyUpdate();
            }
            updatesSent.release();
            connection.awaitClose();
        };
        try (RawServer server = RawServer.startTls(TlsIdentity.ofService(), flooding, ConnectionReuseTest::serve);
                HttpAnchorRepository anchors = repository(server)) {
            Ending.DONE.assertEndOf(Invocation.SNAPSHOT, anchors);
            callsEnded.release();
            assertThat(updatesSent.tryAcquire(30, SECONDS)).isTrue();

            Ending.DONE.assertEndOf(Invocation.CREATE, anchors);

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private static void assertOneConnection(RawServer server) {
        try (HttpAnchorRepository anchors = repository(server)) {
            for (int call = 0; call < CALLS; call++) {
                Ending.DONE.assertEndOf(operation(call), anchors);
            }

            assertThat(server.requests()).hasSize(CALLS);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static Invocation operation(int call) {
        Invocation[] operations = Invocation.values();
        return operations[call % operations.length];
    }

    private static HttpAnchorRepository repository(RawServer server) {
        return server.addressed(HttpAnchorRepository.builder()).build();
    }

    private static void serve(RawConnection connection) throws IOException {
        while (true) {
            connection.send(TestResponses.to(connection.readRequest()));
        }
    }
}
