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

/** Reads the {@code Anchors} of the wire description, an anchor at a time. */
final class AnchorsReader {

    private final JsonCursor json;
    private final CommonReader common;
    private final AnchorReader anchors;
    private @Nullable Score score;
    private @Nullable EmbeddedModelSchema schema;
    private boolean amongAnchors;

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

    private Anchors all() {
        begin();
        List<Anchor> read = new ArrayList<>();
        for (Anchor anchor = next(); anchor != null; anchor = next()) {
            read.add(anchor);
        }
        return snapshot(read).withScore(score).withSchema(schema);
    }

    private void begin() {
        json.begin();
        json.enterObject();
    }

    /** Returns the next anchor; null behind the last, when the whole document has been read. */
    private @Nullable Anchor next() {
        while (amongAnchors || json.nextField()) {
            if (!amongAnchors) {
                field();
            } else if (json.nextElement()) {
                return anchors.anchor();
            } else {
                amongAnchors = false;
            }
        }
        json.end();
        return null;
    }

    private void field() {
        switch (json.field()) {
            case "iterable" -> {
                json.enterArray();
                amongAnchors = true;
            }
            case "score" -> score = common.score();
            case "schema" -> schema = common.schema();
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
