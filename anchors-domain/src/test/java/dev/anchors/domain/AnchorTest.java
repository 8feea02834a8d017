package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.LATER;
import static dev.anchors.domain.Fixtures.NOON;
import static dev.anchors.domain.Fixtures.anchor;
import static dev.anchors.domain.Fixtures.pointAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnchorTest {

    private static final AnchorPoint FIRST_POINT = pointAt("p-1", "/first");
    private static final AnchorPoint SECOND_POINT = pointAt("p-2", "/second");
    private static final AnchorPoint PATHLESS_POINT = AnchorPoint.of(new AnchorPointId("p-3"));

    @Test
    void an_anchor_cannot_be_built_without_the_time_it_was_created() {
        Anchor.Builder builder = Anchor.builder(new AnchorId("a-1"), AnchorType.FILE);

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage("anchor a-1 lacks the time it was created");
    }

    @Test
    void the_updated_time_of_an_anchor_is_its_created_time_by_default() {
        assertThat(anchor("a-1").build().updated()).isEqualTo(NOON);
        assertThat(anchor("a-1").updated(LATER).build().updated()).isEqualTo(LATER);
    }

    @Test
    void an_anchor_is_deleted_exactly_if_it_has_a_deleted_time() {
        assertThat(anchor("a-1").build().isDeleted()).isFalse();
        assertThat(anchor("a-1").deleted(LATER).build().isDeleted()).isTrue();
    }

    @Test
    void an_anchor_keeps_the_order_of_its_points_and_of_their_paths() {
        Anchor anchor = anchor("a-1")
                .point(SECOND_POINT)
                .point(PATHLESS_POINT)
                .point(FIRST_POINT)
                .build();

        assertThat(anchor.points()).containsExactly(SECOND_POINT, PATHLESS_POINT, FIRST_POINT);
        assertThat(anchor.paths()).containsExactly(new FullPath("/second"), new FullPath("/first"));
        assertThat(anchor.paths()).isUnmodifiable();
    }

    @Test
    void setting_the_points_of_an_anchor_replaces_earlier_points() {
        Anchor anchor = anchor("a-1")
                .point(FIRST_POINT)
                .points(List.of(SECOND_POINT))
                .point(PATHLESS_POINT)
                .build();

        assertThat(anchor.points()).containsExactly(SECOND_POINT, PATHLESS_POINT);
    }

    @Test
    void an_anchor_does_not_change_with_its_builder_or_the_list_of_its_points() {
        List<AnchorPoint> points = new ArrayList<>(List.of(FIRST_POINT));
        Anchor.Builder builder = anchor("a-1").points(points).link(new AssetId("x"));
        Anchor anchor = builder.build();

        points.clear();
        builder.point(SECOND_POINT).link(new AssetId("y")).name("later");

        assertThat(anchor)
                .isEqualTo(
                        anchor("a-1").point(FIRST_POINT).link(new AssetId("x")).build());
    }

    @Test
    void null_clears_an_optional_field_of_an_anchor() {
        Anchor anchor = anchor("a-1").name("notes").watch(true).deleted(LATER).build();

        assertThat(anchor.toBuilder().name(null).watch(null).deleted(null).build())
                .isEqualTo(anchor("a-1").build());
    }

    @ParameterizedTest
    @MethodSource("callsWithNull")
    void an_anchor_builder_refuses_null(ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call);
    }

    static Stream<Named<ThrowingCallable>> callsWithNull() {
        return Stream.of(
                Named.of("id", () -> Anchor.builder(null, AnchorType.FILE)),
                Named.of("type", () -> Anchor.builder(new AnchorId("a-1"), (AnchorType) null)),
                Named.of("raw type of a new anchor", () -> Anchor.builder(new AnchorId("a-1"), (String) null)),
                Named.of("raw type", () -> anchor("a-1").rawType(null)),
                Named.of("point", () -> anchor("a-1").point(null)),
                Named.of("points", () -> anchor("a-1").points(null)),
                Named.of("null among points", () -> anchor("a-1").points(Arrays.asList(FIRST_POINT, null))),
                Named.of("created", () -> anchor("a-1").created(null)),
                Named.of("updated", () -> anchor("a-1").updated(null)),
                Named.of("link", () -> anchor("a-1").link(null)),
                Named.of("unlink", () -> anchor("a-1").unlink(null)),
                Named.of("links", () -> anchor("a-1").links(null)),
                Named.of("null among links", () -> anchor("a-1").links(Arrays.asList(new AssetId("x"), null))));
    }

    @Test
    void a_refused_replacement_does_not_change_an_anchor_builder() {
        Anchor.Builder builder = anchor("a-1").point(FIRST_POINT).link(new AssetId("x"));

        assertThatNullPointerException().isThrownBy(() -> builder.points(Arrays.asList(SECOND_POINT, null)));
        assertThatNullPointerException().isThrownBy(() -> builder.links(Arrays.asList(new AssetId("y"), null)));

        assertThat(builder.build())
                .isEqualTo(
                        anchor("a-1").point(FIRST_POINT).link(new AssetId("x")).build());
    }

    @Test
    void the_text_of_an_anchor_is_its_id_its_type_and_its_first_path() {
        assertThat(anchor("a-1").point(FIRST_POINT).point(SECOND_POINT).build())
                .hasToString("Anchor[a-1, FILE, /first]");
        assertThat(anchor("a-1").rawType("SYMLINK").build()).hasToString("Anchor[a-1, SYMLINK]");
    }

    @Test
    void an_anchor_of_a_raw_type_is_built_as_one_whose_raw_type_is_set() {
        assertThat(Anchor.builder(new AnchorId("a-1"), "SYMLINK").created(NOON).build())
                .isEqualTo(anchor("a-1").rawType("SYMLINK").build());
        assertThatIllegalArgumentException().isThrownBy(() -> Anchor.builder(new AnchorId("a-1"), " "));
    }

    @Test
    void an_anchor_knows_the_materials_that_it_is_linked_to() {
        Anchor anchor = anchor("a-1").link(new AssetId("x")).build();

        assertThat(anchor.isLinkedTo(new AssetId("x"))).isTrue();
        assertThat(anchor.isLinkedTo(new AssetId("y"))).isFalse();
        assertThat(anchor.isLinkedTo(new TagId("x"))).isFalse();
        assertThatNullPointerException()
                .isThrownBy(() -> anchor.isLinkedTo(null))
                .withMessage("material");
    }

    @Test
    void an_anchor_is_below_a_directory_if_one_of_its_paths_is() {
        Anchor anchor = anchor("a-1")
                .point(pointAt("p-1", "C:/Users"))
                .point(pointAt("p-2", "/home//ada/"))
                .build();

        assertThat(anchor.isBelow(new FullPath("/home/."))).isTrue();
        assertThat(anchor.isBelow(new FullPath("c:/"))).isTrue();
        assertThat(anchor.isBelow(new FullPath("/home/ada"))).isFalse();
        assertThat(anchor.isBelow(new FullPath("/hom"))).isFalse();
        assertThatNullPointerException().isThrownBy(() -> anchor.isBelow(null));
    }

    @Test
    void the_instants_of_an_anchor_are_those_of_its_times() {
        GroupedTimestamp later = GroupedTimestamp.of(NOON.value().plusSeconds(1));
        Anchor anchor = anchor("a-1").updated(later).build();

        assertThat(anchor.createdAt()).isEqualTo(NOON.value());
        assertThat(anchor.updatedAt()).isEqualTo(later.value());
    }

    @Test
    void the_detailed_text_of_an_anchor_shows_its_fields_in_one_line() {
        Anchor anchor = anchor("a-1")
                .name("notes")
                .watch(true)
                .point(FIRST_POINT)
                .link(new AssetId("x"))
                .build();

        assertThat(anchor.toDetailedString())
                .isEqualTo("Anchor[id=a-1, type=FILE, name=notes, watch=true,"
                        + " points=[AnchorPoint[id=p-1, fullpath=/first]], created=" + NOON + ", updated=" + NOON
                        + ", links=[AssetId[value=x]]]");
    }
}
