package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.anchor;
import static dev.anchors.domain.Fixtures.anchorAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A repository may bring an index of its own. */
class AnchorsOverAnIndexTest {

    private static final Anchor FOUND = anchor("found").build();
    private static final Anchor AT = anchorAt("at", "/home/ada");
    private static final Anchor REFERENCING = anchor("referencing").build();

    private final Anchors anchors = Anchors.over(new OwnIndex());

    @Test
    void show_what_the_index_holds() {
        assertThat(anchors.size()).isEqualTo(3);
        assertThat(anchors).containsExactly(FOUND, AT, REFERENCING);
        assertThat(anchors.stream()).containsExactly(FOUND, AT, REFERENCING);
        assertThat(anchors.asList()).containsExactly(FOUND, AT, REFERENCING).isUnmodifiable();
    }

    @Test
    void look_everything_up_in_the_index() {
        assertThat(anchors.find(FOUND.id())).containsSame(FOUND);
        assertThat(anchors.linkedTo(new AssetId("x"))).containsExactly(REFERENCING);
    }

    @Test
    void ask_the_index_for_paths_in_normal_form() {
        assertThat(anchors.atPath(new FullPath("/home//ada/"))).containsExactly(AT);
    }

    @Test
    void equal_the_same_anchors_in_a_list() {
        Anchors listed = Anchors.of(List.of(FOUND, AT, REFERENCING));

        assertThat(anchors).isEqualTo(listed).hasSameHashCodeAs(listed).hasToString(listed.toString());
    }

    /** Answers each question with an anchor that tells which it was. */
    private static final class OwnIndex implements AnchorIndex {

        @Override
        public int size() {
            return 3;
        }

        @Override
        public Iterator<Anchor> iterator() {
            return List.of(FOUND, AT, REFERENCING).iterator();
        }

        @Override
        public Optional<Anchor> find(AnchorId id) {
            return id.equals(FOUND.id()) ? Optional.of(FOUND) : Optional.empty();
        }

        @Override
        public List<Anchor> atPath(FullPath path) {
            return path.value().equals("/home/ada") ? List.of(AT) : List.of();
        }

        @Override
        public List<Anchor> linkedTo(MaterialId material) {
            return List.of(REFERENCING);
        }
    }
}
