package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.anchor;
import static dev.anchors.domain.Fixtures.anchorAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorsLookUpTest {

    private static final AssetId SNIPPET = new AssetId("snippet");

    private final Anchor home = anchorAt("home", "/home/ada");
    private final Anchor windows = anchorAt("windows", "C:\\Users\\Ada");
    private final Anchor both = anchorAt("both", "C:/Users/Ada/", "/home/ada/.", "/home//ada");
    private final Anchor linked =
            anchor("linked").link(new AssetId("other")).link(SNIPPET).build();
    private final Anchor linkedToo = anchor("linked too").link(SNIPPET).build();
    private final Anchor pathless =
            anchor("pathless").point(AnchorPoint.of(new AnchorPointId("p"))).build();

    private final Anchors anchors = Anchors.of(List.of(linkedToo, both, windows, pathless, home, linked));

    @Test
    void finds_an_anchor_by_its_id() {
        assertThat(anchors)
                .allSatisfy(anchor -> assertThat(anchors.find(anchor.id())).containsSame(anchor));
        assertThat(anchors.find(new AnchorId("elsewhere"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/ada", "/home/ada/", "//home/./ada", "/home/bob/../ada", "/../home/ada"})
    void finds_the_anchors_at_a_path_in_whichever_spelling(String path) {
        assertThat(anchors.atPath(new FullPath(path)))
                .containsExactly(both, home)
                .isUnmodifiable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\Users\\Ada", "C:/Users/Ada", "C:\\Users\\Bob\\..\\Ada\\"})
    void finds_an_anchor_at_each_of_its_points(String path) {
        assertThat(anchors.atPath(new FullPath(path))).containsExactly(both, windows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home", "/home/Ada", "home/ada", "c:\\Users\\Ada"})
    void finds_nothing_at_another_path(String path) {
        assertThat(anchors.atPath(new FullPath(path))).isEmpty();
    }

    @Test
    void finds_the_anchors_that_are_linked_to_an_asset() {
        assertThat(anchors.linkedTo(SNIPPET)).containsExactly(linkedToo, linked).isUnmodifiable();
        assertThat(anchors.linkedTo(new AssetId("other"))).containsExactly(linked);
        assertThat(anchors.linkedTo(new AssetId("unknown"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void finds_the_anchors_that_are_linked_to_a_material_of_any_kind(MaterialKind kind) {
        MaterialId material = kind.id("x");
        Anchor first = anchor("first").link(material).build();
        Anchor last = anchor("last").link(kind.id("y")).link(material).build();
        List<Anchor> linkedToOthers = Arrays.stream(MaterialKind.values())
                .filter(other -> other != kind)
                .map(other -> anchor("linked to " + other).link(other.id("x")).build())
                .toList();

        Anchors all = Anchors.of(Stream.of(List.of(last), linkedToOthers, List.of(first))
                .flatMap(List::stream)
                .toList());

        assertThat(all.linkedTo(material)).containsExactly(last, first).isUnmodifiable();
        assertThat(all.linkedTo(kind.id("z"))).isEmpty();
    }

    @Test
    void finds_the_same_when_asked_again() {
        assertThat(anchors.atPath(new FullPath("/home/ada"))).isEqualTo(anchors.atPath(new FullPath("/home/ada")));
        assertThat(anchors.linkedTo(SNIPPET)).isEqualTo(anchors.linkedTo(SNIPPET));
    }

    @Test
    void refuses_null() {
        assertThatNullPointerException().isThrownBy(() -> anchors.find(null)).withMessage("id");
        assertThatNullPointerException().isThrownBy(() -> anchors.atPath(null));
        assertThatNullPointerException()
                .isThrownBy(() -> anchors.linkedTo(null))
                .withMessage("material");
    }
}
