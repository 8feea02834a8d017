package dev.anchors.http;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
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
    /** Removes the link to an asset, for which the service has two routes. */
    DISASSOCIATE(Operation.DISASSOCIATE),
    /** Removes the link to a tag, which stands for the kinds of material with one route. */
    DISASSOCIATE_TAG(Operation.DISASSOCIATE),
    ASSOCIATE(Operation.ASSOCIATE);

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
    List<String> on(HttpAnchorRepository repository) {
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
            case DISASSOCIATE_TAG -> {
                repository.links().disassociate(ANCHOR, new TagId("x"));
                yield List.of();
            }
            case ASSOCIATE -> {
                repository.links().associate(ANCHOR, new TagId("x"));
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
    void attemptOn(HttpAnchorRepository repository) {
        try {
            on(repository);
        } catch (AnchorRepositoryException ignored) {
            // the test is about something else
        }
    }

    /** Returns whether the operation changes an anchor, which has to exist; the response has no body. */
    boolean changesAnchor() {
        return operation.isChanging() && this != CREATE;
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
        return changesAnchor() ? 204 : 200;
    }
}
