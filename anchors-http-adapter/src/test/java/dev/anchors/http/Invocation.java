package dev.anchors.http;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;

/** One call of each operation, for what holds for all of them. */
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

    void on(AnchorRepository repository) {
        switch (this) {
            case CREATE -> repository.create(SeededAnchor.file("/home/rosa"));
            case SNAPSHOT -> repository.snapshot();
            case STREAM -> repository.stream(Transferables.OMITTED).close();
            case FIND -> repository.find(ANCHOR);
            case DELETE -> repository.delete(ANCHOR);
            case DISASSOCIATE -> repository.disassociate(ANCHOR, new AssetId("x"));
        }
    }

    /** Makes the call for the sake of the requests it sends. */
    void attemptOn(AnchorRepository repository) {
        try {
            on(repository);
        } catch (AnchorRepositoryException beside) {
            // the point is elsewhere
        }
    }

    /** The operation that a failure names. */
    Operation operation() {
        return operation;
    }

    /** The effect of a failure after the request has left. */
    Effect effectOnceSent() {
        return operation.effectWhenUnanswered();
    }

    /** The status by which the service says that it was done. */
    int statusOfSuccess() {
        return this == DELETE || this == DISASSOCIATE ? 204 : 200;
    }
}
