package dev.anchors.testkit.contract;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The calls that pass null. */
final class NullArguments {

    private static final AnchorId ANCHOR = new AnchorId("a");
    private static final AssetId ASSET = new AssetId("a");

    private NullArguments() {}

    /** Returns every call with one argument that is null, by the text of the call. */
    @SuppressWarnings({"NullAway", "DataFlowIssue"}) // passes null on purpose
    static Map<String, Consumer<AnchorRepository>> calls() {
        SeededAnchor seed = SeededAnchor.file("/notes");
        Map<String, Consumer<AnchorRepository>> calls = new LinkedHashMap<>();
        calls.put("create(null)", repository -> repository.create(null));
        calls.put("create(null, INCLUDED)", repository -> repository.create(null, Transferables.INCLUDED));
        calls.put("create(seed, null)", repository -> repository.create(seed, null));
        calls.put("snapshot(null)", repository -> repository.snapshot(null));
        calls.put("stream(null)", repository -> repository.stream(null).close());
        calls.put("find(null)", repository -> repository.find(null));
        calls.put("find(null, OMITTED)", repository -> repository.find(null, Transferables.OMITTED));
        calls.put("find(anchor, null)", repository -> repository.find(ANCHOR, null));
        calls.put("delete(null)", repository -> repository.delete(null));
        calls.put("disassociate(null, asset)", repository -> repository.disassociate(null, ASSET));
        calls.put("disassociate(anchor, null)", repository -> repository.disassociate(ANCHOR, null));
        return calls;
    }
}
