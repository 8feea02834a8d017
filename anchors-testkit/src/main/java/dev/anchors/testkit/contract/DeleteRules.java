package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.Operation;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class DeleteRules extends Rules {

    DeleteRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("DEL-1 a deleted anchor is in no later snapshot; every other anchor is unchanged")
    void del_1_only_the_deleted_anchor_is_deleted() {
        Anchor first = createLinked("/notes", ASSET);
        Anchor deleted = createLinked("/notes", ASSET);
        Anchor last = createLinked("/notes", ASSET);
        Anchor below = create("/notes/below");
        clock().advance(Duration.ofSeconds(90));

        repository().delete(deleted.id());

        Anchors left = snapshot();
        assertHolds(left, first, last, below);
        assertThat(left.find(deleted.id())).isEmpty();
        assertHolds(left.atPath(deleted.paths().get(0)), first, last);
        assertHolds(left.linkedTo(ASSET), first, last);
    }

    @Test
    @DisplayName("DEL-2 an unknown id is an AnchorNotFoundException, and nothing changed")
    void del_2_an_unknown_id_is_not_found() {
        create("/notes");
        Anchors before = snapshot();

        assertNotFound(UNKNOWN);

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("DEL-2 an already deleted id is an AnchorNotFoundException, and nothing changed")
    void del_2_a_deleted_id_is_not_found() {
        create("/notes/a");
        Anchor deleted = create("/notes/b");
        repository().delete(deleted.id());
        Anchors before = snapshot();

        assertNotFound(deleted.id());

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("DEL-2 any text can be the id of an unknown anchor")
    void del_2_any_text_can_be_the_id_of_an_unknown_anchor() {
        Anchor kept = create("/notes");

        unusedIds(kept.id()).forEach(id -> assertNotFound(new AnchorId(id)));

        assertHolds(snapshot(), kept);
    }

    @Test
    @DisplayName("DEL-3 assets outlive the anchor: other anchors keep their links to them")
    void del_3_assets_outlive_the_anchor() {
        Anchor deleted = createLinked("/notes/a", ASSET);
        Anchor other = createLinked("/notes/b", ASSET);

        repository().delete(deleted.id());

        assertThat(held(other).assets()).containsExactly(ASSET);
        assertThat(snapshot().linkedTo(ASSET)).containsExactly(other);
    }

    private void assertNotFound(AnchorId id) {
        assertNotFound(Operation.DELETE, id, () -> repository().delete(id));
    }
}
