package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.TagId;
import dev.anchors.ports.AnchorLinks;
import java.util.Arrays;
import java.util.List;

/** The base of the families of tests that use links. */
abstract class RulesWithLinks extends Rules {

    static final TagId TAG = new TagId(ASSET.value()); // only the kind tells the tag from the asset
    static final ConversationId CONVERSATION = new ConversationId("3365a3d9-68a8-41f9-bd67-52277ed1f202");

    private final AnchorLinksContract<?> contract;

    RulesWithLinks(AnchorLinksContract<?> contract) {
        super(contract);
        this.contract = contract;
    }

    final AnchorLinks links() {
        return contract.links();
    }

    /** Creates an anchor that is linked to a material. */
    final Anchor createWithLink(String path, MaterialId material) {
        AnchorId anchor = create(path).id();
        links().associate(anchor, material);
        return found(anchor);
    }

    /** Returns what find returns, which takes less time than a snapshot. */
    final Anchor found(AnchorId anchor) {
        return repository()
                .find(anchor)
                .orElseThrow(() -> new AssertionError("find finds no anchor " + anchor.value()));
    }

    /** Returns a material of each kind, all with the same text. */
    static List<MaterialId> ofEveryKind(String text) {
        return Arrays.stream(MaterialKind.values()).map(kind -> kind.id(text)).toList();
    }
}
