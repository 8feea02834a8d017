package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.Operation;
import dev.anchors.testkit.Samples;
import dev.anchors.testkit.internal.EdgeCases;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests of what is special to links; the tests of every operation and random histories do the rest. */
abstract class LinkRules extends Rules {

    private static final ConversationId CONVERSATION = new ConversationId("3365a3d9-68a8-41f9-bd67-52277ed1f202");

    LinkRules(RepositoryContract contract) {
        super(contract);
    }

    @ParameterizedTest(name = "LNK-1 {0}")
    @EnumSource
    @DisplayName("LNK-1 a material of each kind is linked to the anchor, and the anchor to the material")
    void lnk_1_both_sides_are_linked(MaterialKind kind) {
        Anchor anchor = create("/notes/a");
        create("/notes/b");
        MaterialId material = kind.id("4c5d6e7f-8091-42a3-94c5-d6e7f8091a05");

        links().associate(anchor.id(), material);

        assertThat(found(anchor).links()).containsExactly(material);
        assertThat(held(anchor).links(kind)).containsExactly(material);
        assertThat(snapshot().linkedTo(material)).containsExactly(held(anchor));
    }

    @Test
    @DisplayName("LNK-1 a link that exists, seeded or made before, is success, and nothing changed")
    void lnk_1_twice_changes_nothing() {
        Anchor seeded = createLinked("/notes/a", ASSET);
        Anchor linked = createWithLink("/notes/b", CONVERSATION);
        assertUnchanged(() -> {
            links().associate(seeded.id(), ASSET);
            links().associate(linked.id(), CONVERSATION);
        });
    }

    @Test
    @DisplayName("LNK-1 any text can be the id of a material, which the repository need not know")
    void lnk_1_any_text_can_be_the_id_of_a_material() {
        MaterialKind[] kinds = MaterialKind.values();
        for (int i = 0; i < EdgeCases.IDS.size(); i++) {
            MaterialId material = kinds[i % kinds.length].id(EdgeCases.IDS.get(i));
            Anchor anchor = create("/notes");

            links().associate(anchor.id(), material);
            assertThat(found(anchor).links()).containsExactly(material);
            links().disassociate(anchor.id(), material);
            assertThat(found(anchor).links()).as("links after %s", material).isEmpty();
        }
    }

    @Test
    @DisplayName("LNK-1 one material can be linked to many anchors, and one anchor to many materials")
    void lnk_1_many_anchors_and_many_materials() {
        Anchor first = create("/notes/a");
        Anchor second = create("/notes/a");
        List<MaterialId> materials = List.of(ASSET, OTHER_ASSET, CONVERSATION, TAG, MaterialKind.TAG.id("another"));

        materials.forEach(material -> links().associate(first.id(), material));
        materials.forEach(material -> links().associate(second.id(), material));

        assertThat(held(first).links()).containsExactlyInAnyOrderElementsOf(materials);
        assertThat(held(second).links()).containsExactlyInAnyOrderElementsOf(materials);
        assertThat(materials)
                .allSatisfy(
                        material -> assertThat(snapshot().linkedTo(material)).hasSize(2));
    }

    @Test
    @DisplayName("LNK-1 a link that was made and removed many times is there once")
    void lnk_1_a_toggled_link_is_there_once() {
        Anchor anchor = create("/notes");
        for (int time = 0; time < 50; time++) {
            links().associate(anchor.id(), TAG);
            links().disassociate(anchor.id(), TAG);
        }
        links().associate(anchor.id(), TAG);

        assertThat(held(anchor).links()).containsExactly(TAG);
        assertThat(snapshot().linkedTo(TAG)).containsExactly(held(anchor));
    }

    @Test
    @DisplayName(
            "LNK-2 a link to a material of another kind with the same text is another link, and changes nothing else")
    void lnk_2_only_that_link_changes() {
        Anchor full = repository().create(Samples.fullSeed());
        Anchor twin = repository().create(Samples.fullSeed());
        Anchor neighbour = createLinked("/notes", OTHER_ASSET);
        List<MaterialId> materials = ofEveryKind("a+b/c");
        ofEveryKind("a+b/").forEach(similar -> links().associate(full.id(), similar));

        for (MaterialId material : materials) {
            Anchor before = held(full);
            links().associate(full.id(), material);
            assertDiffers(before.toBuilder().link(material));
        }
        for (MaterialId material : materials) {
            Anchor before = held(full);
            links().disassociate(full.id(), material);
            assertDiffers(before.toBuilder().unlink(material));
        }
        assertHolds(snapshot(), held(full), twin, neighbour);
    }

    /** Asserts that only the time of the change differs, and that both sides of each link agree. */
    private void assertDiffers(Anchor.Builder expected) {
        Anchor after = held(expected.build());
        assertThat(after).isEqualTo(expected.updated(after.updated()).build());
        ofEveryKind("a+b/c")
                .forEach(material -> assertThat(snapshot().linkedTo(material))
                        .hasSize(after.links().contains(material) ? 1 : 0));
    }

    @Test
    @DisplayName("LNK-2 a link to remove that is missing is success, and nothing changed")
    void lnk_2_a_missing_link_changes_nothing() {
        Anchor anchor = createWithLink("/notes/a", CONVERSATION);
        createWithLink("/notes/b", TAG);
        assertUnchanged(
                () -> ofEveryKind(TAG.value()).forEach(material -> links().disassociate(anchor.id(), material)));
    }

    @Test
    @DisplayName("LNK-2 a deleted anchor takes no link of another anchor with it")
    void lnk_2_links_of_other_anchors_outlive_an_anchor() {
        Anchor doomed = createWithLink("/notes", CONVERSATION);
        Anchor other = createWithLink("/notes", CONVERSATION);

        repository().delete(doomed.id());

        assertThat(snapshot().linkedTo(CONVERSATION)).containsExactly(other);
    }

    @Test
    @DisplayName(
            "LNK-3 when a link was made or removed, updated becomes the time of the call, but never an earlier one")
    void lnk_3_a_change_moves_updated() {
        Anchor anchor = create("/notes");
        for (MaterialId material : ofEveryKind("a")) {
            clock().advance(Duration.ofSeconds(90));
            links().associate(anchor.id(), material);
            assertUpdatedNow(anchor);
            clock().advance(Duration.ofSeconds(90));
            links().disassociate(anchor.id(), material);
            assertUpdatedNow(anchor);
        }
        clock().advance(Duration.ofSeconds(-90));
        Instant before = held(anchor).updated().value();

        links().associate(anchor.id(), TAG);

        assertThat(held(anchor).updated().value()).isAfterOrEqualTo(before);
        assertUnchanged(() -> links().associate(anchor.id(), TAG));
    }

    @Test
    @DisplayName("LNK-4 an unknown or deleted anchor is an AnchorNotFoundException, and nothing changed")
    void lnk_4_a_missing_anchor_is_not_found() {
        createWithLink("/notes/a", TAG);
        Anchor deleted = createWithLink("/notes/b", TAG);
        repository().delete(deleted.id());
        assertUnchanged(() -> {
            for (AnchorId id : List.of(UNKNOWN, deleted.id())) {
                assertNotFound(Operation.ASSOCIATE, id, () -> links().associate(id, TAG));
                assertNotFound(Operation.DISASSOCIATE, id, () -> links().disassociate(id, TAG));
            }
        });
    }

    @Test
    @DisplayName("LNK-5 an asset that one port linked is removed by the other, as by its own")
    void lnk_5_both_ports_remove_an_asset() {
        Anchor seeded = createLinked("/notes/a", ASSET);
        Anchor linked = createWithLink("/notes/b", OTHER_ASSET);
        clock().advance(Duration.ofSeconds(90));

        links().disassociate(seeded.id(), ASSET);
        repository().disassociate(linked.id(), OTHER_ASSET);

        for (Anchor anchor : List.of(seeded, linked)) {
            assertThat(held(anchor).assets()).isEmpty();
            assertUpdatedNow(anchor);
        }
        assertThat(snapshot().linkedTo(ASSET)).isEmpty();
        assertThat(snapshot().linkedTo(OTHER_ASSET)).isEmpty();
    }

    @Test
    @DisplayName("LNK-5 both ports leave an asset that is not linked, and the other kinds of its text")
    void lnk_5_both_ports_leave_what_is_not_linked() {
        Anchor anchor = create("/notes");
        ofEveryKind("a").stream()
                .filter(material -> !(material instanceof AssetId))
                .forEach(material -> links().associate(anchor.id(), material));
        assertUnchanged(() -> {
            links().disassociate(anchor.id(), new AssetId("a"));
            repository().disassociate(anchor.id(), new AssetId("a"));
        });
    }

    @Test
    @DisplayName("CON-1 no link is lost when many threads change the links of one anchor")
    void con_1_no_link_of_one_anchor_is_lost() throws Exception {
        Anchor anchor = create("/notes");

        runConcurrently(8, thread -> () -> {
            for (int round = 0; round < 25; round++) {
                links().associate(anchor.id(), material(thread, round));
                links().disassociate(anchor.id(), material(thread, round - 1));
            }
            return thread;
        });

        assertThat(found(anchor).links()).hasSize(8);
        for (int thread = 0; thread < 8; thread++) {
            assertThat(snapshot().linkedTo(material(thread, 24))).hasSize(1);
        }
    }

    private static MaterialId material(int thread, int round) {
        MaterialKind[] kinds = MaterialKind.values();
        return kinds[(thread + round + 1) % kinds.length].id(thread + "/" + round);
    }

    private AnchorLinks links() {
        return roles().filter(role -> role.port() == AnchorLinks.class)
                .map(role -> (AnchorLinks) ports().of(role))
                .findFirst()
                .orElseThrow();
    }

    private Anchor createWithLink(String path, MaterialId material) {
        Anchor anchor = create(path);
        links().associate(anchor.id(), material);
        return found(anchor);
    }

    /** Returns what find returns, which takes less time than a snapshot. */
    private Anchor found(Anchor anchor) {
        return repository()
                .find(anchor.id())
                .orElseThrow(() -> new AssertionError("find finds no anchor " + anchor.id()));
    }

    /** Returns a material of each kind, all with the same text. */
    private static List<MaterialId> ofEveryKind(String text) {
        return Arrays.stream(MaterialKind.values()).map(kind -> kind.id(text)).toList();
    }

    /** Asserts that calls change nothing, although an hour has passed. */
    private void assertUnchanged(Runnable calls) {
        Anchors before = snapshot();
        clock().advance(Duration.ofHours(1));
        calls.run();
        assertThat(snapshot()).isEqualTo(before);
    }

    /** Asserts that the last change was made now, and that the time of creation is as before. */
    private void assertUpdatedNow(Anchor anchor) {
        assertThat(held(anchor).created()).isEqualTo(anchor.created());
        Instant updated = held(anchor).updated().value();
        if (can(Ability.USES_GIVEN_CLOCK)) {
            assertThat(updated).isEqualTo(clock().instant());
        } else {
            Instant machine = Instant.now();
            assertThat(updated).isBetween(machine.minus(Duration.ofMinutes(1)), machine.plus(CreateRules.SPARE));
        }
    }
}
