package dev.anchors.testkit.assertions;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatExceptionOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The message of a failed comparison of two anchors. */
class AnchorEqualityAssertTest {

    private static final Anchor FULL = Samples.fullAnchor();

    @Test
    void equal_anchors_are_equal() {
        assertThat(FULL).isEqualTo(FULL.toBuilder().build()).hasId(FULL.id());
        assertThat((Anchor) null).isEqualTo(null);
    }

    @Test
    void only_the_fields_in_which_two_anchors_differ_are_shown() {
        Anchor other =
                FULL.toBuilder().name(null).unlink(new AssetId("asset-1")).build();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(other).isEqualTo(FULL))
                .withMessage("""
                        Expected anchor full anchor/100% “odd” to equal the expected value, but
                          name was absent, expected "odd “paths” \\ 設計 🗂
                        "
                          links(ASSET) was [AssetId[value=asset-2]], expected [AssetId[value=asset-2], AssetId[value=asset-1]]""");
    }

    @Test
    void the_fields_in_which_two_points_differ_are_shown() {
        List<AnchorPoint> points = new ArrayList<>(FULL.points());
        points.set(
                1,
                points.get(1).toBuilder()
                        .fullpath(new FullPath("D:\\"))
                        .verified(true)
                        .build());

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        assertThat(FULL.toBuilder().points(points).build()).isEqualTo(FULL))
                .withMessage("""
                        Expected anchor full anchor/100% “odd” to equal the expected value, but
                          points[1].fullpath was FullPath[value=D:\\], expected \
                        FullPath[value=C:\\Users\\José\\My Files\\a&b;c=100%.txt]
                          points[1].verified was true, expected absent""");
    }

    @Test
    void all_points_are_shown_if_two_anchors_differ_in_the_number_of_points() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        assertThat(FULL.toBuilder().points(List.of()).build()).isEqualTo(FULL))
                .withMessageContaining("points was [], expected [AnchorPoint[id=point-1, ");
    }

    @Test
    void an_anchor_differs_from_null_and_from_values_of_other_types() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Samples.minimalAnchor()).isEqualTo("anchor"))
                .withMessageContainingAll("expected: \"anchor\"", "but was: Anchor[minimal-anchor");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((Anchor) null).isEqualTo(FULL))
                .withMessageContainingAll("expected:", "full anchor", "but was:", "null");
    }
}
