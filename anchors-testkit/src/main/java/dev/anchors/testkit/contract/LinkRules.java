package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.testkit.Samples;
import dev.anchors.testkit.internal.EdgeCases;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests of LNK-1, LNK-2 and LNK-5; those of LNK-3 and LNK-4 are inherited. */
abstract class LinkRules extends LinkChangeRules {

    private static final int TOGGLES = 50;

    LinkRules(AnchorLinksContract<?> contract) {
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

        Anchors shown = snapshot();
        assertThat(held(anchor).links()).containsExactly(material);
        assertThat(found(anchor.id()).links(kind)).containsExactly(material);
        assertThat(shown.linkedTo(material)).extracting(Anchor::id).containsExactly(anchor.id());
    }

    @Test
    @DisplayName("LNK-1 a link that exists, seeded or made before, is success, and nothing changed")
    void lnk_1_twice_changes_nothing() {
        Anchor seeded = createLinked("/notes/a", ASSET);
        Anchor linked = createWithLink("/notes/b", CONVERSATION);
        Anchors before = snapshot();
        clock().advance(Duration.ofSeconds(90));

        links().associate(seeded.id(), ASSET);
        links().associate(linked.id(), CONVERSATION);

        assertThat(snapshot()).isEqualTo(before);
        assertThat(snapshot().linkedTo(CONVERSATION)).containsExactly(linked);
    }

    @Test
    @DisplayName("LNK-1 any text can be the id of a material, which the repository need not know")
    void lnk_1_any_text_can_be_the_id_of_a_material() {
        MaterialKind[] kinds = MaterialKind.values();
        for (int i = 0; i < EdgeCases.IDS.size(); i++) {
            MaterialId material = kinds[i % kinds.length].id(EdgeCases.IDS.get(i));
            Anchor anchor = create("/notes");

            links().associate(anchor.id(), material);

            assertThat(found(anchor.id()).links())
                    .as("the links of an anchor that was linked to %s", material)
                    .containsExactly(material);
            links().disassociate(anchor.id(), material);
            assertThat(found(anchor.id()).links())
                    .as("the links that are left of %s", material)
                    .isEmpty();
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

        Anchors shown = snapshot();
        assertThat(held(first).links()).containsExactlyInAnyOrderElementsOf(materials);
        assertThat(held(second).links()).containsExactlyInAnyOrderElementsOf(materials);
        assertThat(materials)
                .allSatisfy(material -> assertThat(shown.linkedTo(material)).hasSize(2));
    }

    @Test
    @DisplayName("LNK-1 a link that was made and removed many times is there once")
    void lnk_1_a_toggled_link_is_there_once() {
        Anchor anchor = create("/notes");
        for (int time = 0; time < TOGGLES; time++) {
            links().associate(anchor.id(), TAG);
            links().disassociate(anchor.id(), TAG);
        }
        assertThat(snapshot().linkedTo(TAG)).isEmpty();

        links().associate(anchor.id(), TAG);

        assertThat(held(anchor).links()).containsExactly(TAG);
        assertThat(snapshot().linkedTo(TAG)).containsExactly(held(anchor));
    }

    @Test
    @DisplayName("LNK-2 a new link changes no other link, name, point or anchor")
    void lnk_2_a_new_link_changes_nothing_else() {
        Anchor full = repository().create(Samples.fullSeed());
        Anchor twin = repository().create(Samples.fullSeed());
        Anchor neighbour = createLinked("/notes", OTHER_ASSET);
        clock().advance(Duration.ofSeconds(90));

        for (MaterialId material : ofEveryKind("2254f2c8-5797-40e8-ac56-41166dc0e109")) {
            Anchor before = held(full);
            links().associate(full.id(), material);

            Anchor after = held(full);
            assertThat(after)
                    .isEqualTo(before.toBuilder()
                            .link(material)
                            .updated(after.updated())
                            .build());
        }
        assertHolds(snapshot(), held(full), twin, neighbour);
    }

    @Test
    @DisplayName("LNK-2 a link to a material of another kind with the same text is another link")
    void lnk_2_kinds_with_the_same_text_are_different_materials() {
        List<MaterialId> materials = ofEveryKind("a+b/c");
        Anchor anchor = create("/notes");
        for (int i = 0; i < materials.size(); i++) {
            links().associate(anchor.id(), materials.get(i));

            assertThat(held(anchor).links()).containsExactlyInAnyOrderElementsOf(materials.subList(0, i + 1));
        }
        for (int i = 0; i < materials.size(); i++) {
            links().disassociate(anchor.id(), materials.get(i));

            List<MaterialId> left = materials.subList(i + 1, materials.size());
            assertThat(held(anchor).links()).containsExactlyInAnyOrderElementsOf(left);
            assertThat(materials)
                    .allSatisfy(material ->
                            assertThat(snapshot().linkedTo(material)).hasSize(left.contains(material) ? 1 : 0));
        }
    }

    @ParameterizedTest(name = "LNK-2 {0}")
    @EnumSource
    @DisplayName("LNK-2 a removed link of each kind is gone on both sides, and nothing else changed")
    void lnk_2_a_removed_link_changes_nothing_else(MaterialKind kind) {
        MaterialId material = kind.id("4c5d6e7f-8091-42a3-94c5-d6e7f8091a05");
        Anchor anchor = repository()
                .create(linked("/notes/a", ASSET).toBuilder()
                        .annotation(SeededAnnotation.of(AnnotationType.COMMENT, "Look here first."))
                        .build());
        List<MaterialId> others = List.of(kind.id("4c5d6e7f-8091-42a3-94c5-d6e7f8091a0"), CONVERSATION, TAG);
        others.forEach(other -> links().associate(anchor.id(), other));
        Anchor before = held(anchor);
        Anchor sameMaterial = createWithLink("/notes/a", material);
        links().associate(anchor.id(), material);
        clock().advance(Duration.ofSeconds(90));

        links().disassociate(anchor.id(), material);

        Anchor after = held(anchor);
        assertThat(after).isEqualTo(before.toBuilder().updated(after.updated()).build());
        assertHolds(snapshot(), after, sameMaterial);
        assertThat(snapshot().linkedTo(material)).containsExactly(sameMaterial);
    }

    @Test
    @DisplayName("LNK-2 a link to remove that is missing is success, and nothing changed")
    void lnk_2_a_missing_link_changes_nothing() {
        Anchor anchor = createWithLink("/notes/a", CONVERSATION);
        createWithLink("/notes/b", TAG);
        Anchors before = snapshot();
        clock().advance(Duration.ofSeconds(90));

        ofEveryKind(TAG.value()).forEach(material -> links().disassociate(anchor.id(), material));

        assertThat(snapshot()).isEqualTo(before);
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
    @DisplayName("LNK-5 an asset that one port linked is removed by the other, as by its own")
    void lnk_5_both_ports_remove_an_asset() {
        Anchor seeded = createLinked("/notes/a", ASSET);
        Anchor linked = create("/notes/b");
        Anchor twin = createLinked("/notes/c", ASSET);
        links().associate(linked.id(), OTHER_ASSET);
        clock().advance(Duration.ofSeconds(90));

        links().disassociate(seeded.id(), ASSET);
        repository().disassociate(linked.id(), OTHER_ASSET);
        repository().disassociate(twin.id(), ASSET);

        assertThat(snapshot())
                .allSatisfy(anchor -> assertThat(anchor.assets()).isEmpty())
                .allSatisfy(anchor -> assertThat(anchor.updated())
                        .as("the time of the change")
                        .satisfies(time -> assertTime(time, clock().instant())));
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
        Anchors before = snapshot();
        clock().advance(Duration.ofSeconds(90));

        links().disassociate(anchor.id(), new AssetId("a"));
        repository().disassociate(anchor.id(), new AssetId("a"));

        assertThat(snapshot()).isEqualTo(before);
    }
}
