package dev.anchors.http;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.Score;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Anchors} of the wire description: all at once, or an anchor at a time. */
final class AnchorsReader {

    private final JsonCursor json;
    private final CommonReader common;
    private final AnchorReader anchors;
    private @Nullable Score score;
    private @Nullable EmbeddedModelSchema schema;
    private boolean amongAnchors;
    private @Nullable Boolean sawAnchors; // null until then

    private AnchorsReader(JsonCursor json) {
        this.json = json;
        common = new CommonReader(json);
        anchors = new AnchorReader(json, common);
    }

    /** Returns the anchors of a whole document. */
    static Anchors read(InputStream body) throws IOException {
        try (JsonCursor json = JsonCursor.over(body)) {
            return json.take(document -> new AnchorsReader(document).all());
        }
    }

    /**
     * Starts to read a document of which no more is held than the anchor read last. Its buffers are given back at the end
     * of the document, or else left to the garbage collector.
     */
    static AnchorsReader begin(InputStream body) throws IOException {
        return JsonCursor.over(body).take(document -> {
            AnchorsReader reader = new AnchorsReader(document);
            reader.begin();
            return reader;
        });
    }

    /** Returns the next anchor; null behind the last, when the whole document has been read. */
    @Nullable
    Anchor next() throws IOException {
        return json.take(document -> anchor());
    }

    private Anchors all() {
        begin();
        List<Anchor> read = new ArrayList<>();
        for (Anchor anchor = anchor(); anchor != null; anchor = anchor()) {
            read.add(anchor);
        }
        return snapshot(read).withScore(score).withSchema(schema);
    }

    private void begin() {
        json.begin();
        json.enterObject();
    }

    private @Nullable Anchor anchor() {
        while (amongAnchors || json.nextField()) {
            if (!amongAnchors) {
                field();
            } else if (json.nextElement()) {
                return anchors.anchor();
            } else {
                amongAnchors = false;
            }
        }
        json.required("iterable", sawAnchors); // whatever else this is, it is no empty snapshot
        json.end();
        return null;
    }

    private void field() {
        switch (json.field()) {
            case ITERABLE -> {
                json.enterArray();
                amongAnchors = true;
                sawAnchors = true;
            }
            case SCORE -> score = common.score();
            case SCHEMA -> schema = common.schema();
            default -> json.skip();
        }
    }

    private static Anchors snapshot(List<Anchor> anchors) {
        try {
            return Anchors.of(anchors);
        } catch (IllegalArgumentException repeated) {
            throw new UnreadableAnswerException("two anchors have the same id", "/iterable", repeated);
        }
    }
}
