package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.anchor;
import static dev.anchors.domain.Fixtures.anchorAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorsLookUpTest {

    private static final AssetId SNIPPET = new AssetId("snippet");

    private final Anchor home = anchorAt("home", "/home/ada");
    private final Anchor windows = anchorAt("windows", "C:\\Users\\Ada");
    private final Anchor both = anchorAt("both", "C:/Users/Ada/", "/home/ada/.", "/home//ada");
    private final Anchor linked =
            anchor("linked").link(new AssetId("other")).link(SNIPPET).build();
    private final Anchor alsoLinked = anchor("also linked").link(SNIPPET).build();
    private final Anchor pathless =
            anchor("pathless").point(AnchorPoint.of(new AnchorPointId("p"))).build();

    private final Anchors anchors = Anchors.of(List.of(alsoLinked, both, windows, pathless, home, linked));

    @Test
    void a_snapshot_finds_an_anchor_by_its_id() {
        assertThat(anchors)
                .allSatisfy(anchor -> assertThat(anchors.find(anchor.id())).containsSame(anchor));
        assertThat(anchors.find(new AnchorId("elsewhere"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/ada", "/home/ada/", "///home/./ada", "/home/bob/../ada", "/../home/ada"})
    void a_snapshot_finds_the_anchors_at_a_path_in_every_spelling_of_the_path(String path) {
        assertThat(anchors.atPath(new FullPath(path)))
                .containsExactly(both, home)
                .isUnmodifiable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\Users\\Ada", "c:\\Users\\Ada", "c:/Users/Ada", "C:\\Users\\Bob\\..\\Ada\\"})
    void a_snapshot_finds_an_anchor_at_each_of_its_points(String path) {
        assertThat(anchors.atPath(new FullPath(path))).containsExactly(both, windows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home", "/home/Ada", "home/ada", "//home/ada", "C:\\Users\\ada"})
    void a_snapshot_finds_no_anchor_at_a_different_path(String path) {
        assertThat(anchors.atPath(new FullPath(path))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /home                | file, ada, both, deep, sibling
            /home/ada            | file, deep
            /home//ada/.         | file, deep
            /                    | file, ada, both, deep, sibling, elsewhere
            C:/                  | both
            c:\\USERS            |
            c:\\Users\\          | both
            /c:/                 | both
            /home/ada/notes.md/a |
            //server             | share
            //server/share       | share
            notes                |
            https://a.org        |
            """)
    void a_snapshot_finds_the_anchors_below_a_directory(FullPath directory, String ids) {
        Anchors anchors = Anchors.of(List.of(
                anchorAt("relative", "notes/a.md"),
                anchorAt("file", "/home/ada/notes.md"),
                anchorAt("ada", "/home/ada/"),
                anchorAt("both", "C:/Users/Ada", "/home/bob"),
                anchorAt("deep", "/home/ada/a/../b/c", "/home/ada/b/d"),
                anchorAt("sibling", "/home/ada-notes/a"),
                anchorAt("elsewhere", "/homes"),
                anchorAt("device", "//./COM1"),
                anchorAt("share", "//server/share/a"),
                anchorAt("url", "https://a.org/b"),
                anchor("pathless").build()));

        assertThat(anchors.below(directory))
                .extracting(anchor -> anchor.id().value())
                .containsExactly(ids == null ? new String[0] : ids.split(", "));
    }

    @Test
    void a_snapshot_finds_the_anchors_below_any_directory_that_a_search_of_all_anchors_finds() {
        List<FullPath> paths = GeneratedPathsTest.PATH_TEXTS.stream()
                .limit(500)
                .map(FullPath::new)
                .toList();
        Anchors anchors = Anchors.of(IntStream.range(0, paths.size() - 1)
                .mapToObj(i -> anchorAt(
                        "a-" + i, paths.get(i).value(), paths.get(i + 1).value()))
                .toList());

        assertThat(paths)
                .map(anchors::below)
                .filteredOn(below -> below.size() > 1)
                .hasSizeGreaterThan(50);
        assertThat(paths)
                .allSatisfy(directory -> assertThat(anchors.below(directory))
                        .isEqualTo(anchors.stream()
                                .filter(anchor -> anchor.isBelow(directory))
                                .toList()));
    }

    @Test
    void a_snapshot_finds_the_anchors_linked_to_an_asset() {
        assertThat(anchors.linkedTo(SNIPPET))
                .containsExactly(alsoLinked, linked)
                .isUnmodifiable();
        assertThat(anchors.linkedTo(new AssetId("other"))).containsExactly(linked);
        assertThat(anchors.linkedTo(new AssetId("unknown"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_snapshot_finds_the_anchors_linked_to_a_material_of_any_kind(MaterialKind kind) {
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
    void repeated_look_ups_in_a_snapshot_return_equal_results() {
        assertThat(anchors.atPath(new FullPath("/home/ada"))).isEqualTo(anchors.atPath(new FullPath("/home/ada")));
        assertThat(anchors.linkedTo(SNIPPET)).isEqualTo(anchors.linkedTo(SNIPPET));
    }

    @Test
    void look_ups_in_a_snapshot_refuse_null() {
        assertThatNullPointerException().isThrownBy(() -> anchors.find(null)).withMessage("id");
        assertThatNullPointerException().isThrownBy(() -> anchors.atPath(null));
        assertThatNullPointerException().isThrownBy(() -> anchors.below(null));
        assertThatNullPointerException()
                .isThrownBy(() -> anchors.linkedTo(null))
                .withMessage("material");
    }
}
