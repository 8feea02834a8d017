package dev.anchors.http.internal.json;

import dev.anchors.domain.MaterialKind;

/**
 * The names that the service gives to a kind of material.
 *
 * @param collection the field of an anchor with the links to all materials of the kind
 * @param path the path segments of the materials of the kind, below an anchor
 */
public record MaterialNames(String collection, String path) {

    private MaterialNames(String collection) {
        this(collection, collection);
    }

    /** Returns the names of a kind. */
    public static MaterialNames of(MaterialKind kind) {
        return switch (kind) {
            case ASSET -> new MaterialNames("assets");
            case ANNOTATION -> new MaterialNames("annotations");
            case CONVERSATION -> new MaterialNames("conversations");
            case SUMMARY -> new MaterialNames("summaries", "workstream_summaries");
            case PERSON -> new MaterialNames("persons");
            case MESSAGE -> new MaterialNames("messages");
            case TAG -> new MaterialNames("tags");
            case SOURCE -> new MaterialNames("sources", "workstream_pattern_engine/sources");
            case WORKSTREAM_EVENT -> new MaterialNames("workstream_events");
        };
    }
}
