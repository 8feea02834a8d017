package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.anchor;
import static dev.anchors.domain.Fixtures.anchorAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests {@link Anchors} with an {@link AnchorIndex} that a repository supplies. */
class AnchorsOverAnIndexTest {

    private static final Anchor FOUND_BY_ID = anchor("found by id").build();
    private static final Anchor FOUND_BY_PATH = anchorAt("found by path", "/home/ada");
    private static final Anchor FOUND_BY_LINK = anchor("found by link").build();

    private final Anchors anchors = Anchors.over(new FixedIndex());

    @Test
    void a_snapshot_over_an_index_contains_the_anchors_of_the_index() {
        assertThat(anchors.size()).isEqualTo(3);
        assertThat(anchors).containsExactly(FOUND_BY_ID, FOUND_BY_PATH, FOUND_BY_LINK);
        assertThat(anchors.stream()).containsExactly(FOUND_BY_ID, FOUND_BY_PATH, FOUND_BY_LINK);
        assertThat(anchors.asList())
                .containsExactly(FOUND_BY_ID, FOUND_BY_PATH, FOUND_BY_LINK)
                .isUnmodifiable();
    }

    @Test
    void a_snapshot_over_an_index_finds_ids_and_links_through_the_index() {
        assertThat(anchors.find(FOUND_BY_ID.id())).containsSame(FOUND_BY_ID);
        assertThat(anchors.linkedTo(new AssetId("x"))).containsExactly(FOUND_BY_LINK);
    }

    @Test
    void a_snapshot_over_an_index_passes_paths_to_the_index_in_normal_form() {
        assertThat(anchors.atPath(new FullPath("/home//ada/"))).containsExactly(FOUND_BY_PATH);
    }

    @Test
    void a_snapshot_over_an_index_searches_all_anchors_for_those_below_a_directory_by_default() {
        assertThat(anchors.below(new FullPath("/home/"))).containsExactly(FOUND_BY_PATH);
        assertThat(anchors.below(new FullPath("/home/ada"))).isEmpty();
    }

    @Test
    void a_snapshot_over_an_index_equals_a_snapshot_of_a_list_with_the_same_anchors() {
        Anchors listed = Anchors.of(List.of(FOUND_BY_ID, FOUND_BY_PATH, FOUND_BY_LINK));

        assertThat(anchors).isEqualTo(listed).hasSameHashCodeAs(listed).hasToString(listed.toString());
    }

    /** Returns a different anchor from each look-up, so that a test sees which look-up was used. */
    private static final class FixedIndex implements AnchorIndex {

        @Override
        public int size() {
            return 3;
        }

        @Override
        public Iterator<Anchor> iterator() {
            return List.of(FOUND_BY_ID, FOUND_BY_PATH, FOUND_BY_LINK).iterator();
        }

        @Override
        public Optional<Anchor> find(AnchorId id) {
            return id.equals(FOUND_BY_ID.id()) ? Optional.of(FOUND_BY_ID) : Optional.empty();
        }

        @Override
        public List<Anchor> atPath(FullPath path) {
            return path.value().equals("/home/ada") ? List.of(FOUND_BY_PATH) : List.of();
        }

        @Override
        public List<Anchor> linkedTo(MaterialId material) {
            return List.of(FOUND_BY_LINK);
        }
    }
}
