package dev.anchors.testkit.fake;

import dev.anchors.domain.MaterialKind;

/**
 * The names of a kind of material in JSON documents and paths.
 *
 * @param collection the field with the links to all materials of the kind
 * @param single the field with one id, and the path parameter
 * @param paths the path segments of all materials of the kind, below an anchor
 * @param path the path segments of one material of the kind
 */
record MaterialNames(String collection, String single, String paths, String path) {

    private MaterialNames(String collection, String single) {
        this(collection, single, collection, single);
    }

    static MaterialNames of(MaterialKind kind) {
        return switch (kind) {
            case ASSET -> new MaterialNames("assets", "asset");
            case ANNOTATION -> new MaterialNames("annotations", "annotation");
            case CONVERSATION -> new MaterialNames("conversations", "conversation");
            case SUMMARY ->
                new MaterialNames("summaries", "workstream_summary", "workstream_summaries", "workstream_summary");
            case PERSON -> new MaterialNames("persons", "person");
            case MESSAGE -> new MaterialNames("messages", "message");
            case TAG -> new MaterialNames("tags", "tag");
            case SOURCE ->
                new MaterialNames(
                        "sources", "source", "workstream_pattern_engine/sources", "workstream_pattern_engine/source");
            case WORKSTREAM_EVENT -> new MaterialNames("workstream_events", "workstream_event");
        };
    }
}
