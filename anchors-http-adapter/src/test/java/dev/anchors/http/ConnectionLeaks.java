package dev.anchors.http;

import dev.anchors.domain.Anchor;
import dev.anchors.ports.Transferables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shows whether a repository still has all its connections. */
final class ConnectionLeaks {

    private static final int CONNECTIONS = 64;

    private ConnectionLeaks() {}

    /**
     * Holds all connections of a repository at once, each by a stream that is not read to its end. If a connection were
     * lost, the last stream would end by its timeout. The service must be healthy and have an anchor.
     */
    static void assertNone(HttpAnchorRepository anchors) {
        HttpAnchorRepository patient = anchors.withCallTimeout(Duration.ofSeconds(30));
        List<Stream<Anchor>> streams = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                streams.add(patient.stream(Transferables.OMITTED));
            }
        } finally {
            streams.forEach(Stream::close);
        }
    }
}
