package dev.anchors.http.internal.json;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.Score;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Anchors} of the wire description: all at once, or anchor by anchor. A reader is for one thread at a
 * time; arguments are never null.
 */
public final class AnchorsReader {

    private final JsonCursor json;
    private final SharedFieldsReader shared;
    private final AnchorReader anchors;
    private final FieldOrder order = new FieldOrder();
    private @Nullable Score score;
    private @Nullable EmbeddedModelSchema schema;
    private boolean sawAnchors;
    private boolean amongAnchors;

    private AnchorsReader(AnchorReader anchors) {
        this.anchors = anchors;
        json = anchors.json();
        shared = anchors.shared();
    }

    /**
     * Returns the anchors of the document in {@code body}, which is read to its end and stays open.
     *
     * @throws IOException if the body could not be read, or the call is over
     * @throws MalformedBodyException if the body is not what the wire description promises
     */
    public static Anchors read(InputStream body, CancellationToken token) throws IOException {
        AnchorsReader reader = new AnchorsReader(AnchorReader.open(body, token));
        return reader.json.read(reader::all);
    }

    /**
     * Starts to read a document of which only the current anchor is held in memory. The body stays open.
     *
     * @throws IOException if the body could not be read, or the call is over
     * @throws MalformedBodyException if the body does not begin as the wire description promises
     */
    public static AnchorsReader begin(InputStream body, CancellationToken token) throws IOException {
        AnchorsReader reader = new AnchorsReader(AnchorReader.open(body, token));
        return reader.json.read(() -> {
            reader.json.beginDocument();
            return reader;
        });
    }

    /**
     * Returns the next anchor as soon as its bytes have arrived; null behind the last anchor, when the body has been read
     * to its end. After null this is not called again, since the parts of the reader serve other documents then.
     *
     * @throws IOException if the body could not be read, or the call is over
     * @throws MalformedBodyException if the body is not what the wire description promises
     */
    public @Nullable Anchor next() throws IOException {
        return json.read(this::anchor);
    }

    private Anchors all() {
        json.beginDocument();
        Anchors.Builder read =
                Anchors.builder(); // indexes while it reads, since each read of the body may end the call
        for (Anchor anchor = anchor(); anchor != null; anchor = anchor()) {
            add(anchor, read);
        }
        return read.build().withScore(score).withSchema(schema);
    }

    private @Nullable Anchor anchor() {
        while (amongAnchors || json.nextField(order)) {
            if (!amongAnchors) {
                field();
            } else if (json.nextElement()) {
                return anchors.anchor();
            } else {
                amongAnchors = false;
            }
        }
        if (!sawAnchors) {
            throw json.failures().missing("iterable"); // such a document is not an empty snapshot
        }
        json.endDocument();
        anchors.release();
        return null;
    }

    private void field() {
        switch (json.field()) {
            case ITERABLE -> beginAnchors();
            case SCORE -> score = shared.score();
            case SCHEMA -> schema = shared.schema();
            default -> json.skipValue();
        }
    }

    private void beginAnchors() {
        if (sawAnchors) {
            throw json.failures()
                    .malformed("the field is there twice", null); // the anchors of the first may have been delivered
        }
        sawAnchors = true;
        amongAnchors = json.beginArray();
        if (!amongAnchors) {
            json.failures().check();
            throw json.failures().malformed(JsonFailures.MISSING, null);
        }
    }

    private static void add(Anchor anchor, Anchors.Builder anchors) {
        try {
            anchors.add(anchor);
        } catch (IllegalArgumentException repeated) { // its message shows the id
            throw new MalformedBodyException("two anchors have the same id", "/iterable", null);
        }
    }
}
