package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.LATER;
import static dev.anchors.domain.Fixtures.NOON;
import static dev.anchors.domain.Fixtures.anchor;
import static dev.anchors.domain.Fixtures.pointAt;
import static org.assertj.core.api.Assertions.assertThat;
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

    private static final AnchorPoint HERE = pointAt("p-1", "/here");
    private static final AnchorPoint THERE = pointAt("p-2", "/there");
    private static final AnchorPoint NOWHERE = AnchorPoint.of(new AnchorPointId("p-3"));

    @Test
    void is_not_built_without_the_time_it_was_created() {
        Anchor.Builder builder = Anchor.builder(new AnchorId("a-1"), AnchorType.FILE);

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage("anchor a-1 lacks the time it was created");
    }

    @Test
    void was_last_changed_when_it_was_created_unless_told_otherwise() {
        assertThat(anchor("a-1").build().updated()).isEqualTo(NOON);
        assertThat(anchor("a-1").updated(LATER).build().updated()).isEqualTo(LATER);
    }

    @Test
    void is_deleted_when_it_has_the_time_it_was_deleted() {
        assertThat(anchor("a-1").build().isDeleted()).isFalse();
        assertThat(anchor("a-1").deleted(LATER).build().isDeleted()).isTrue();
    }

    @Test
    void keeps_points_in_order_and_shows_the_paths_of_those_that_have_one() {
        Anchor anchor = anchor("a-1").point(THERE).point(NOWHERE).point(HERE).build();

        assertThat(anchor.points()).containsExactly(THERE, NOWHERE, HERE);
        assertThat(anchor.paths()).containsExactly(new FullPath("/there"), new FullPath("/here"));
        assertThat(anchor.paths()).isUnmodifiable();
    }

    @Test
    void points_take_the_place_of_those_before() {
        Anchor anchor =
                anchor("a-1").point(HERE).points(List.of(THERE)).point(NOWHERE).build();

        assertThat(anchor.points()).containsExactly(THERE, NOWHERE);
    }

    @Test
    void is_detached_from_the_list_it_was_given_and_from_its_builder() {
        List<AnchorPoint> points = new ArrayList<>(List.of(HERE));
        Anchor.Builder builder = anchor("a-1").points(points).link(new AssetId("x"));
        Anchor anchor = builder.build();

        points.clear();
        builder.point(THERE).link(new AssetId("y")).name("later");

        assertThat(anchor)
                .isEqualTo(anchor("a-1").point(HERE).link(new AssetId("x")).build());
    }

    @Test
    void null_takes_an_optional_part_away() {
        Anchor anchor = anchor("a-1").name("notes").watch(true).deleted(LATER).build();

        assertThat(anchor.toBuilder().name(null).watch(null).deleted(null).build())
                .isEqualTo(anchor("a-1").build());
    }

    @ParameterizedTest
    @MethodSource("callsWithNull")
    void refuses_null(ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call);
    }

    static Stream<Named<ThrowingCallable>> callsWithNull() {
        return Stream.of(
                Named.of("id", () -> Anchor.builder(null, AnchorType.FILE)),
                Named.of("type", () -> Anchor.builder(new AnchorId("a-1"), null)),
                Named.of("type word", () -> anchor("a-1").rawType(null)),
                Named.of("point", () -> anchor("a-1").point(null)),
                Named.of("points", () -> anchor("a-1").points(null)),
                Named.of("one of points", () -> anchor("a-1").points(Arrays.asList(HERE, null))),
                Named.of("created", () -> anchor("a-1").created(null)),
                Named.of("updated", () -> anchor("a-1").updated(null)),
                Named.of("link", () -> anchor("a-1").link(null)),
                Named.of("unlink", () -> anchor("a-1").unlink(null)),
                Named.of("links", () -> anchor("a-1").links(null)),
                Named.of("one of links", () -> anchor("a-1").links(Arrays.asList(new AssetId("x"), null))));
    }

    @Test
    void refused_replacements_change_nothing() {
        Anchor.Builder builder = anchor("a-1").point(HERE).link(new AssetId("x"));

        assertThatNullPointerException().isThrownBy(() -> builder.points(Arrays.asList(THERE, null)));
        assertThatNullPointerException().isThrownBy(() -> builder.links(Arrays.asList(new AssetId("y"), null)));

        assertThat(builder.build())
                .isEqualTo(anchor("a-1").point(HERE).link(new AssetId("x")).build());
    }

    @Test
    void the_text_shows_everything_in_one_line() {
        Anchor anchor = anchor("a-1")
                .name("notes")
                .watch(true)
                .point(HERE)
                .link(new AssetId("x"))
                .build();

        assertThat(anchor)
                .hasToString("Anchor[id=a-1, type=FILE, name=notes, watch=true,"
                        + " points=[AnchorPoint[id=p-1, fullpath=/here]], created=" + NOON + ", updated=" + NOON
                        + ", links=[AssetId[value=x]]]");
    }
}
