package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.ports.Operation;
import dev.anchors.testkit.internal.EdgeCases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class DisassociateRules extends Rules {

    DisassociateRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("DIS-1 the link is removed from the anchor and from the asset, and both stay")
    void dis_1_the_link_is_removed_on_both_sides() {
        Anchor anchor = createLinked("/notes/a", ASSET);
        Anchor witness = createLinked("/notes/b", ASSET);

        repository().disassociate(anchor.id(), ASSET);

        assertThat(held(anchor).assets()).isEmpty();
        assertThat(snapshot().linkedTo(ASSET)).containsExactly(witness);
    }

    @Test
    @DisplayName("DIS-2 links of other anchors to the asset, and other links of the anchor, are unchanged")
    void dis_2_other_links_are_unchanged() {
        ConversationId conversation = new ConversationId("3365a3d9-68a8-41f9-bd67-52277ed1f202");
        Anchor anchor = repository()
                .create(linked("/notes/a", ASSET).toBuilder()
                        .conversation(conversation)
                        .annotation(SeededAnnotation.of(AnnotationType.COMMENT, "Look here first."))
                        .build());
        Anchor sameAsset = createLinked("/notes/a", ASSET);
        Anchor otherAsset = createLinked("/notes/a", OTHER_ASSET);
        clock().advance(Duration.ofSeconds(90));

        repository().disassociate(anchor.id(), ASSET);

        assertThat(held(anchor).conversations()).containsExactly(conversation);
        assertThat(held(anchor).annotations()).isEqualTo(anchor.annotations());
        assertThat(held(sameAsset)).isEqualTo(sameAsset);
        assertThat(held(otherAsset)).isEqualTo(otherAsset);
    }

    @Test
    @DisplayName("DIS-3 when a link is removed, updated becomes the time of the call, and nothing else changes")
    void dis_3_updated_becomes_the_time_of_the_call() {
        Anchor anchor = createLinked("/notes", ASSET);
        clock().advance(Duration.ofSeconds(90));

        repository().disassociate(anchor.id(), ASSET);

        Anchor changed = held(anchor);
        if (can(Ability.USES_GIVEN_CLOCK)) {
            assertThat(changed.updated().value()).isEqualTo(clock().instant());
        } else {
            assertThat(changed.updated().value())
                    .isBetween(anchor.updated().value(), Instant.now().plus(CreateRules.SPARE));
        }
        assertThat(changed)
                .isEqualTo(anchor.toBuilder()
                        .unlink(ASSET)
                        .updated(changed.updated())
                        .build());
    }

    @Test
    @DisplayName("DIS-3 updated is never earlier than before")
    void dis_3_updated_never_goes_back() {
        Anchor anchor = createLinked("/notes", ASSET);
        clock().advance(Duration.ofSeconds(-90));

        repository().disassociate(anchor.id(), ASSET);

        assertThat(held(anchor).updated().value())
                .isAfterOrEqualTo(anchor.updated().value());
    }

    @Test
    @DisplayName("DIS-4 without such a link the call succeeds and changes nothing")
    void dis_4_no_such_link_changes_nothing() {
        Anchor anchor = createLinked("/notes/a", ASSET);
        createLinked("/notes/b", OTHER_ASSET);
        Anchors before = snapshot();
        clock().advance(Duration.ofSeconds(90));

        repository().disassociate(anchor.id(), OTHER_ASSET);

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("DIS-4 removing a link twice is success, and the second time changes nothing")
    void dis_4_removing_a_link_twice_is_success() {
        Anchor anchor = createLinked("/notes/a", ASSET);
        repository().disassociate(anchor.id(), ASSET);
        Anchors before = snapshot();
        clock().advance(Duration.ofSeconds(90));

        repository().disassociate(anchor.id(), ASSET);

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("DIS-4 any text can be the id of an asset, linked or not")
    void dis_4_any_text_can_be_the_id_of_an_asset() {
        Anchor bare = create("/notes");
        for (String id : EdgeCases.IDS) {
            Anchor anchor = createLinked("/notes", new AssetId(id));

            repository().disassociate(anchor.id(), new AssetId(id));
            repository().disassociate(bare.id(), new AssetId(id));

            assertThat(repository().find(anchor.id()).orElseThrow().assets())
                    .as("the remaining assets of an anchor that was linked to \"%s\"", id)
                    .isEmpty();
        }
        assertThat(held(bare)).isEqualTo(bare);
    }

    @Test
    @DisplayName("DIS-4 a deleted anchor is an AnchorNotFoundException")
    void dis_4_a_deleted_anchor_is_not_found() {
        Anchor deleted = createLinked("/notes", ASSET);
        repository().delete(deleted.id());

        assertNotFound(deleted.id());
    }

    @Test
    @DisplayName("DIS-4 no such anchor is an AnchorNotFoundException, and nothing changed")
    void dis_4_no_such_anchor_is_not_found() {
        createLinked("/notes", ASSET);
        Anchors before = snapshot();

        assertNotFound(UNKNOWN);

        assertThat(snapshot()).isEqualTo(before);
    }

    private void assertNotFound(AnchorId id) {
        assertNotFound(Operation.DISASSOCIATE, id, () -> repository().disassociate(id, ASSET));
    }
}
