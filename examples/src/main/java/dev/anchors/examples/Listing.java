package dev.anchors.examples;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.FullPath;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Prints all anchors of a snapshot or the newest ones, as a tree for people or as JSON for programs. */
final class Listing {

    private final List<Anchor> anchors;
    private final boolean newestFirst;
    private final int total;

    private Listing(List<Anchor> anchors, boolean newestFirst, int total) {
        this.anchors = anchors;
        this.newestFirst = newestFirst;
        this.total = total;
    }

    /**
     * Returns a listing of a snapshot.
     *
     * @param newest the number of anchors to list, those that were created last, the newest first; empty for all anchors
     */
    static Listing of(Anchors snapshot, Optional<Integer> newest) {
        return new Listing(
                newest.map(limit -> newestFirst(snapshot, limit)).orElseGet(snapshot::asList),
                newest.isPresent(),
                snapshot.size());
    }

    private static List<Anchor> newestFirst(Anchors snapshot, int limit) {
        List<Anchor> anchors = new ArrayList<>(snapshot.asList());
        Collections.reverse(anchors); // of those that were created at the same time, the last one comes first
        anchors.sort(Anchors.NEWEST_FIRST);
        return anchors.subList(0, Math.min(limit, anchors.size()));
    }

    /** Prints a tree of paths. The last line says how many anchors there are. */
    void printTree(PrintWriter out) {
        PathTree tree = newestFirst ? PathTree.inOrder(anchors) : PathTree.sorted(anchors);
        tree.print(out);
        out.println(anchors.size() + " of " + total + " anchors");
    }

    /**
     * Prints one JSON object. All fields are always there, except {@code name}:
     *
     * <pre>{@code
     * {"anchors": [{
     *   "id": "1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a02",
     *   "type": "FILE",
     *   "name": "my notes",
     *   "paths": ["/home/ada/notes.md"],
     *   "created": "2024-04-17T09:30:00Z",
     *   "updated": "2024-04-17T09:31:00Z",
     *   "links": [{"kind": "ASSET", "id": "2254f2c8-5797-40e8-ac56-41166dc0e101"}]
     * }]}
     * }</pre>
     *
     * <p>{@code kind} is the name of a constant of {@link dev.anchors.domain.MaterialKind}.
     */
    void printJson(PrintWriter out) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode list = document.putArray("anchors");
        anchors.forEach(anchor -> write(anchor, list.addObject()));
        out.println(document.toPrettyString());
    }

    private static void write(Anchor anchor, ObjectNode json) {
        json.put("id", anchor.id().value());
        json.put("type", anchor.rawType());
        anchor.name().ifPresent(name -> json.put("name", name));
        ArrayNode paths = json.putArray("paths");
        anchor.paths().stream().map(FullPath::value).forEach(paths::add);
        json.put("created", anchor.createdAt().toString());
        json.put("updated", anchor.updatedAt().toString());
        ArrayNode links = json.putArray("links");
        anchor.links()
                .forEach(link ->
                        links.addObject().put("kind", link.kind().name()).put("id", link.value()));
    }
}
