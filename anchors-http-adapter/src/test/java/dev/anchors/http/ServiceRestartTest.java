package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.ports.Transferables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that restarts at its port while a repository keeps connections to it. */
@Timeout(60)
class ServiceRestartTest {

    private static final int CONNECTIONS = 64;
    private static final int CALLS = 70;

    @ParameterizedTest
    @EnumSource
    void no_call_fails_after_a_service_with_64_kept_connections_has_restarted(Invocation invocation) {
        UnusedPort port = UnusedPort.reserve();
        port.close();
        RawServer before = RawServer.startOn(port.number(), ServiceRestartTest::serve);
        try (HttpAnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(before.baseUrl()).build()) {
            try (before) {
                openAllConnections(anchors);
                assertThat(before.connections()).isEqualTo(CONNECTIONS);
            }

            try (RawServer after = RawServer.startOn(before.port(), ServiceRestartTest::serve)) {
                for (int call = 0; call < CALLS; call++) {
                    Ending.DONE.assertEndOf(invocation, anchors);
                }

                assertThat(after.requests()).hasSize(CALLS);
                assertThat(after.connections()).isEqualTo(1);
            }
        }
    }

    /** Begins as many streams as there may be connections, and then reads each stream to its end. */
    private static void openAllConnections(HttpAnchorRepository anchors) {
        List<Stream<Anchor>> streams = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            streams.add(anchors.stream(Transferables.OMITTED));
        }
        for (Stream<Anchor> stream : streams) {
            assertThat(stream).hasSize(1);
        }
    }

    private static void serve(RawConnection connection) throws IOException {
        while (true) {
            connection.send(TestResponses.to(connection.readRequest()));
        }
    }
}
