package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatExceptionOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.Samples;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class FindRules extends Rules {

    FindRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("FIN-1 find returns the anchor as a snapshot has it")
    void fin_1_find_returns_what_a_snapshot_has() {
        Anchor anchor = createLinked("/notes/a", ASSET);
        create("/notes/b");

        assertThat(repository().find(anchor.id()))
                .contains(anchor)
                .isEqualTo(snapshot().find(anchor.id()));

        repository().disassociate(anchor.id(), ASSET);

        assertThat(repository().find(anchor.id())).contains(held(anchor));
    }

    @Test
    @DisplayName("FIN-1 find is empty if a snapshot does not have the anchor")
    void fin_1_find_is_empty_if_there_is_no_anchor() {
        Anchor anchor = create("/notes");
        assertThat(repository().find(UNKNOWN)).isEmpty();

        repository().delete(anchor.id());

        assertThat(repository().find(anchor.id())).isEmpty();
    }

    @Test
    @DisplayName("FIN-1 an anchor of another repository is not found")
    void fin_1_an_anchor_of_another_repository_is_not_found() throws Exception {
        AnchorId other = create("/notes").id();
        assertThat(repository().find(other)).isPresent();

        openNewRepository();

        assertThat(repository().find(other))
                .as("what a new repository without anchors finds; nothing static holds anchors")
                .isEmpty();
        assertThat(snapshot()).isEmpty();
    }

    @Test
    @DisplayName("FIN-1 find compares whole ids")
    void fin_1_find_compares_whole_ids() {
        String id = create("/notes").id().value();

        for (String other : similarTo(id)) {
            assertThat(repository().find(new AnchorId(other)))
                    .as("the result of find(\"%s\")", other)
                    .isEmpty();
        }
    }

    /** Returns ids that an adapter may take for the given one if it compares parts, patterns, numbers or without case. */
    private static Set<String> similarTo(String id) {
        Set<String> similar = new LinkedHashSet<>(List.of(
                id + "0",
                "0" + id,
                id + " ",
                " " + id,
                id + "%",
                "%" + id,
                id + ".0",
                id.toUpperCase(Locale.ROOT),
                id.toLowerCase(Locale.ROOT)));
        for (int end = 1; end < id.length(); end++) {
            similar.add(id.substring(0, end));
            similar.add(id.substring(0, end) + "%");
        }
        similar.removeIf(other -> other.isBlank() || other.equals(id));
        return similar;
    }

    @Test
    @DisplayName("FIN-1 any text can be the id of an unknown anchor")
    void fin_1_any_text_can_be_the_id_of_an_unknown_anchor() {
        AnchorId used = create("/notes").id();

        for (String id : unusedIds(used)) {
            assertThat(repository().find(new AnchorId(id)))
                    .as("the result of find(\"%s\")", id)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("FIN-2 find with omitted transferables has the same ids, order and links")
    void fin_2_omitted_leaves_out_only_details_of_points() {
        create("/notes/a");
        Anchor changed = createLinked("/notes/b", ASSET);
        Anchor full = repository().create(Samples.fullSeed());
        repository().disassociate(changed.id(), ASSET);

        for (Anchor anchor : List.of(changed, full)) {
            assertSame(
                    bare(repository().find(anchor.id(), Transferables.OMITTED)),
                    bare(repository().find(anchor.id())));
        }
    }

    private static List<Anchor> bare(Optional<Anchor> found) {
        return found.stream().map(Rules::withoutDetails).toList();
    }

    @Test
    @DisplayName("FIN-2 find with included transferables returns what find returns")
    void fin_2_included_returns_what_find_returns() {
        Anchor anchor = repository().create(Samples.fullSeed());

        assertThat(repository().find(anchor.id(), Transferables.INCLUDED)).contains(anchor);
    }

    @ParameterizedTest
    @DisplayName("FIN-2 find is empty if there is no anchor, with any transferables")
    @EnumSource
    void fin_2_find_is_empty_if_there_is_no_anchor(Transferables transferables) {
        create("/notes");

        assertThat(repository().find(UNKNOWN, transferables)).isEmpty();
    }

    @Test
    @DisplayName("FIN-1 find throws an AnchorRepositoryException if the service is disconnected")
    void fin_1_find_throws_if_the_service_is_disconnected() throws Exception {
        Anchor anchor = create("/notes");
        disconnectService();

        for (AnchorId id : List.of(anchor.id(), UNKNOWN)) {
            assertThatExceptionOfType(AnchorRepositoryException.class)
                    .isThrownBy(() -> repository().find(id));
        }
    }
}
