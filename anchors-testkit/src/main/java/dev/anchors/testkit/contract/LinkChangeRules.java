package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.Operation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tests of LNK-3, the time of a change, and of LNK-4, anchors that do not exist. */
abstract class LinkChangeRules extends RulesWithLinks {

    private static final Duration RECENTLY = Duration.ofMinutes(1);

    LinkChangeRules(AnchorLinksContract<?> contract) {
        super(contract);
    }

    @Test
    @DisplayName("LNK-3 when a link was made, updated becomes the time of the call")
    void lnk_3_a_new_link_moves_updated() {
        Anchor anchor = create("/notes");
        for (MaterialId material : ofEveryKind("a")) {
            clock().advance(Duration.ofSeconds(90));

            links().associate(anchor.id(), material);

            assertTime(held(anchor).updated(), clock().instant());
            assertThat(held(anchor).created()).isEqualTo(anchor.created());
        }
    }

    @Test
    @DisplayName("LNK-3 when a link was removed, updated becomes the time of the call")
    void lnk_3_a_removed_link_moves_updated() {
        Anchor anchor = create("/notes");
        ofEveryKind("a").forEach(material -> links().associate(anchor.id(), material));
        for (MaterialId material : ofEveryKind("a")) {
            clock().advance(Duration.ofSeconds(90));

            links().disassociate(anchor.id(), material);

            assertTime(held(anchor).updated(), clock().instant());
            assertThat(held(anchor).created()).isEqualTo(anchor.created());
        }
    }

    @Test
    @DisplayName("LNK-3 updated is never earlier than before")
    void lnk_3_updated_never_goes_back() {
        Anchor anchor = create("/notes");
        clock().advance(Duration.ofSeconds(-90));

        links().associate(anchor.id(), CONVERSATION);
        Instant linked = held(anchor).updated().value();
        clock().advance(Duration.ofSeconds(-90));
        links().disassociate(anchor.id(), CONVERSATION);

        assertThat(linked).isAfterOrEqualTo(anchor.updated().value());
        assertThat(held(anchor).updated().value()).isAfterOrEqualTo(linked);
    }

    @Test
    @DisplayName("LNK-3 when nothing changed, updated stays")
    void lnk_3_when_nothing_changed_updated_stays() {
        Anchor linked = createWithLink("/notes", CONVERSATION);
        Anchors before = snapshot();
        clock().advance(Duration.ofSeconds(90));

        links().associate(linked.id(), CONVERSATION);
        ofEveryKind(CONVERSATION.value()).stream()
                .filter(material -> !material.equals(CONVERSATION))
                .forEach(material -> links().disassociate(linked.id(), material));

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("LNK-4 an unknown anchor is an AnchorNotFoundException, and nothing changed")
    void lnk_4_an_unknown_anchor_is_not_found() {
        Anchor anchor = createWithLink("/notes", TAG);
        Anchors before = snapshot();

        assertNotFound(UNKNOWN);
        unusedIds(anchor.id()).stream().limit(20).forEach(id -> assertNotFound(new AnchorId(id)));

        assertThat(snapshot()).isEqualTo(before);
        assertThat(snapshot().linkedTo(TAG)).containsExactly(anchor);
    }

    @Test
    @DisplayName("LNK-4 a deleted anchor is an AnchorNotFoundException, and nothing changed")
    void lnk_4_a_deleted_anchor_is_not_found() {
        Anchor anchor = createWithLink("/notes/a", TAG);
        Anchor deleted = createWithLink("/notes/b", TAG);
        repository().delete(deleted.id());

        assertNotFound(deleted.id());

        assertHolds(snapshot(), anchor);
        assertThat(snapshot().linkedTo(TAG)).containsExactly(anchor);
    }

    private void assertNotFound(AnchorId id) {
        for (MaterialId material : ofEveryKind(TAG.value())) {
            assertNotFound(Operation.ASSOCIATE, id, () -> links().associate(id, material));
            assertNotFound(Operation.DISASSOCIATE, id, () -> links().disassociate(id, material));
        }
    }

    /** Asserts that this is the time of a change that was made now. */
    final void assertTime(GroupedTimestamp actual, Instant now) {
        if (can(Ability.USES_GIVEN_CLOCK)) {
            assertThat(actual.value()).isEqualTo(now);
        } else {
            Instant machine = Instant.now();
            assertThat(actual.value()).isBetween(machine.minus(RECENTLY), machine.plus(CreateRules.SPARE));
        }
    }
}
