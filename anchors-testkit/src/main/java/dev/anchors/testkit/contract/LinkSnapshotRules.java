package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.Transferables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tests of links in snapshots. */
abstract class LinkSnapshotRules extends RulesWithLinks {

    LinkSnapshotRules(AnchorLinksContract<?> contract) {
        super(contract);
    }

    @Test
    @DisplayName("SNA-2 a snapshot shows neither a link that is made later, nor that a link is removed later")
    void sna_2_a_snapshot_keeps_its_links() {
        Anchor unlinked = create("/notes/a");
        Anchor linked = createWithLink("/notes/b", TAG);
        Anchors before = snapshot();
        List<Anchor> anchors = before.asList();

        links().associate(unlinked.id(), TAG);
        links().disassociate(linked.id(), TAG);

        assertSame(before, anchors);
        assertThat(before.find(unlinked.id())).contains(unlinked);
        assertThat(before.linkedTo(TAG)).containsExactly(linked);
    }

    @Test
    @DisplayName("SNA-3 linkedTo has the order of the snapshot, in whatever order the links were made")
    void sna_3_linked_to_has_the_order_of_the_snapshot() {
        List<AnchorId> ids = new ArrayList<>(
                IntStream.range(0, 30).mapToObj(i -> create("/notes/" + i).id()).toList());
        List<AnchorId> order = snapshot().stream().map(Anchor::id).toList();
        Collections.shuffle(ids, new Random(1));
        List<AnchorId> linked = ids.subList(0, 20);
        linked.forEach(id -> links().associate(id, CONVERSATION));
        linked.subList(0, 5).forEach(id -> links().disassociate(id, CONVERSATION));

        List<AnchorId> expected =
                order.stream().filter(linked.subList(5, 20)::contains).toList();
        for (Transferables transferables : Transferables.values()) {
            Anchors shown = repository().snapshot(transferables);
            assertThat(shown.stream().map(Anchor::id)).containsExactlyElementsOf(order);
            assertThat(shown.linkedTo(CONVERSATION)).extracting(Anchor::id).containsExactlyElementsOf(expected);
        }
    }
}
