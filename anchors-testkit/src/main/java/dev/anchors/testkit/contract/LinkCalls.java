package dev.anchors.testkit.contract;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.TagId;
import dev.anchors.ports.AnchorLinks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Calls of {@link AnchorLinks}, by their texts. */
final class LinkCalls {

    private static final AnchorId ANCHOR = new AnchorId("a");
    private static final TagId TAG = new TagId("a");

    private LinkCalls() {}

    /** Returns every call with one argument that is null. */
    @SuppressWarnings({"NullAway", "DataFlowIssue"}) // passes null on purpose
    static Map<String, Consumer<AnchorLinks>> withNull() {
        Map<String, Consumer<AnchorLinks>> calls = new LinkedHashMap<>();
        calls.put("associate(null, material)", links -> links.associate(null, TAG));
        calls.put("associate(anchor, null)", links -> links.associate(ANCHOR, null));
        calls.put("disassociate(null, material)", links -> links.disassociate(null, TAG));
        calls.put("disassociate(anchor, null)", links -> links.disassociate(ANCHOR, null));
        return calls;
    }

    /** Returns a call of each operation. */
    static Map<String, Consumer<AnchorLinks>> valid() {
        Map<String, Consumer<AnchorLinks>> calls = new LinkedHashMap<>();
        calls.put("associate", links -> links.associate(ANCHOR, TAG));
        calls.put("disassociate", links -> links.disassociate(ANCHOR, TAG));
        calls.put("disassociate of an asset", links -> links.disassociate(ANCHOR, new AssetId("a")));
        return calls;
    }
}
