package dev.anchors.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.testkit.internal.Accessors;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void the_minimal_anchor_has_no_optional_field() {
        assertThat(Accessors.filled(Samples.minimalAnchor()))
                .containsExactlyInAnyOrder(
                        "id", "type", "rawType", "created", "createdAt", "updated", "updatedAt", "isDeleted");
        assertThat(Samples.minimalAnchor().isDeleted()).isFalse();
    }

    @Test
    void the_minimal_seed_has_no_optional_field() {
        assertThat(Accessors.filled(Samples.minimalSeed())).containsExactlyInAnyOrder("type", "rawType", "fullpath");
    }

    @Test
    void the_full_anchor_has_every_field() {
        Anchor anchor = Samples.fullAnchor();

        assertFull(anchor);
        assertFull(anchor.points().get(0));
        assertFull(anchor.score().orElseThrow());
        assertFull(anchor.created());
        assertThat(anchor.updated()).isNotEqualTo(anchor.created());
    }

    @Test
    void the_full_anchor_has_an_unknown_type_and_platform_and_a_point_without_details() {
        Anchor anchor = Samples.fullAnchor();

        assertThat(anchor.type()).isEqualTo(AnchorType.UNKNOWN);
        assertThat(anchor.rawType()).isNotEqualTo("UNKNOWN");
        assertThat(anchor.points().get(0).platform()).contains(Platform.UNKNOWN);
        assertThat(anchor.points())
                .contains(AnchorPoint.of(anchor.points().get(4).id()));
    }

    @Test
    void the_full_seed_has_every_field() {
        SeededAnchor seed = Samples.fullSeed();

        assertFull(seed);
        assertFull(seed.annotations().get(0));
        assertThat(seed.annotations()).hasSize(2);
        assertThat(seed.fullpath()).isNotEqualTo(seed.fullpath().normalized());
    }

    @Test
    void each_call_returns_an_equal_sample() {
        assertThat(Samples.minimalAnchor()).isEqualTo(Samples.minimalAnchor());
        assertThat(Samples.fullAnchor()).isEqualTo(Samples.fullAnchor());
        assertThat(Samples.minimalSeed()).isEqualTo(Samples.minimalSeed());
        assertThat(Samples.fullSeed()).isEqualTo(Samples.fullSeed());
    }

    private static void assertFull(Object value) {
        List<String> fields =
                Accessors.of(value.getClass()).stream().map(Method::getName).toList();

        assertThat(Accessors.filled(value)).containsExactlyInAnyOrderElementsOf(fields);
    }
}
