package dev.anchors.http;

import dev.anchors.domain.MaterialKind;
import dev.anchors.http.Endpoints.Change;
import dev.anchors.http.internal.calls.Endpoint;
import dev.anchors.http.internal.json.MaterialNames;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The operations of the service on links to one kind of material.
 *
 * @param associate makes a link
 * @param disassociate removes a link
 */
record LinkEndpoints(Endpoint<Change> associate, Endpoint<Change> disassociate) {

    private static final Map<MaterialKind, LinkEndpoints> ALL = all();

    /** Returns the operations on links to materials of this kind. */
    static LinkEndpoints of(MaterialKind kind) {
        return Objects.requireNonNull(ALL.get(kind));
    }

    private static Map<MaterialKind, LinkEndpoints> all() {
        Map<MaterialKind, LinkEndpoints> all = new EnumMap<>(MaterialKind.class);
        for (MaterialKind kind : MaterialKind.values()) {
            all.put(kind, endpoints(MaterialNames.of(kind).path(), firstRelease(kind)));
        }
        return all;
    }

    /** Returns the first release of the service with links to a kind. */
    private static String firstRelease(MaterialKind kind) {
        return switch (kind) {
            case ASSET, CONVERSATION, SUMMARY -> "2.2.0";
            case PERSON -> "2.4.0"; // 2.3.0 removes links to persons by a path of its own
            case MESSAGE -> "3.0.0";
            case ANNOTATION, TAG, SOURCE, WORKSTREAM_EVENT -> "4.3.0";
        };
    }

    private static LinkEndpoints endpoints(String path, String release) {
        String materials = path.substring(path.lastIndexOf('/') + 1).replace('_', ' ');
        String requirement = "links to " + materials + " need PiecesOS " + release + " or later";
        return new LinkEndpoints(
                Endpoints.change("/anchor/{anchor}/" + path + "/associate/{material}")
                        .requiring(requirement),
                Endpoints.change("/anchor/{anchor}/" + path + "/disassociate/{material}")
                        .requiring(requirement));
    }
}
