package dev.anchors.ports;

import dev.anchors.domain.AnchorId;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Creates one failure of each type. */
final class Failures {

    private Failures() {}

    static Stream<AnchorRepositoryException> causedBy(Throwable cause) {
        return Stream.of(
                new AnchorNotFoundException(Operation.DELETE, new AnchorId("a-1"), cause),
                new InterruptedCallException(Operation.CREATE, Effect.UNKNOWN, cause),
                new MalformedResponseException(
                        Operation.SNAPSHOT, Effect.NONE, "expected a string", "/iterable/0/id", cause),
                new RequestRefusedException(Operation.DISASSOCIATE, OptionalInt.of(404), "route not found", cause),
                new ServiceFailedException(Operation.FIND, Effect.NONE, OptionalInt.empty(), "out of memory", cause),
                new TimedOutException(Operation.STREAM, Effect.NONE, Duration.ofMillis(1500), cause),
                new ConnectionFailedException(Operation.CREATE, Effect.NONE, "connection refused", cause));
    }
}
