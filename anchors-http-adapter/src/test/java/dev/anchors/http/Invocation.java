package dev.anchors.http;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A call of each operation, for tests of what holds for all operations. */
enum Invocation {
    CREATE(Operation.CREATE),
    SNAPSHOT(Operation.SNAPSHOT),
    STREAM(Operation.STREAM),
    FIND(Operation.FIND),
    DELETE(Operation.DELETE),
    DISASSOCIATE(Operation.DISASSOCIATE);

    private static final AnchorId ANCHOR = new AnchorId("a");

    private final Operation operation;

    Invocation(Operation operation) {
        this.operation = operation;
    }

    static Invocation any(Random random) {
        List<Invocation> all = List.of(values());
        return all.get(random.nextInt(all.size()));
    }

    /** Makes the call and returns the ids of the anchors that the call returns. A stream is read to its end. */
    List<String> on(AnchorRepository repository) {
        return switch (this) {
            case CREATE -> ids(Stream.of(repository.create(SeededAnchor.file("/home/rosa"))));
            case SNAPSHOT -> ids(repository.snapshot().stream());
            case STREAM -> ids(repository.stream(Transferables.OMITTED));
            case FIND -> ids(repository.find(ANCHOR).stream());
            case DELETE -> {
                repository.delete(ANCHOR);
                yield List.of();
            }
            case DISASSOCIATE -> {
                repository.disassociate(ANCHOR, new AssetId("x"));
                yield List.of();
            }
        };
    }

    private static List<String> ids(Stream<Anchor> anchors) {
        try (anchors) {
            return anchors.map(anchor -> anchor.id().value()).toList();
        }
    }

    /** Makes the call and ignores a failure. */
    void attemptOn(AnchorRepository repository) {
        try {
            on(repository);
        } catch (AnchorRepositoryException ignored) {
            // the test is about something else
        }
    }

    /** Returns whether the operation removes something, so that the response has no body. */
    boolean isRemoval() {
        return this == DELETE || this == DISASSOCIATE;
    }

    /** Returns the method of the request. */
    String method() {
        return operation.isChanging() ? "POST" : "GET";
    }

    /** Returns the operation that a failure names. */
    Operation operation() {
        return operation;
    }

    /** Returns the effect of a failure after the request was sent. */
    Effect effectOnceSent() {
        return operation.effectWhenUnanswered();
    }

    /** Returns the status of success. */
    int statusOfSuccess() {
        return isRemoval() ? 204 : 200;
    }
}
