package dev.anchors.testkit.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.testkit.Samples;
import dev.anchors.testkit.internal.Accessors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A comparison that left out a field could fail without showing a difference. */
class DifferencesTest {

    @Test
    void every_field_of_an_anchor_is_compared() {
        List<String> fields = fields(Differences.between(Samples.minimalAnchor(), Samples.fullAnchor()));

        List<String> expected = new ArrayList<>(
                accessors(Anchor.class, "rawType", "paths", "createdAt", "updatedAt", "isDeleted", "links"));
        expected.removeIf(DifferencesTest::isLinksOfOneKind);
        for (MaterialKind kind : MaterialKind.values()) {
            expected.add("links(" + kind + ")");
        }
        assertThat(fields).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static boolean isLinksOfOneKind(String accessor) {
        return Accessors.of(Anchor.class).stream()
                .anyMatch(method -> method.getName().equals(accessor) && method.getReturnType() == Set.class);
    }

    @Test
    void every_field_of_a_point_is_compared() {
        AnchorPoint bare = AnchorPoint.of(new AnchorPointId("minimal"));
        List<String> fields = fields(Differences.between(
                Samples.minimalAnchor().toBuilder().point(bare).build(),
                Samples.minimalAnchor().toBuilder()
                        .point(Samples.fullAnchor().points().get(0))
                        .build()));

        assertThat(fields.stream().map(field -> field.replace("points[0].", "")))
                .containsExactlyInAnyOrderElementsOf(accessors(AnchorPoint.class, "rawPlatform"));
    }

    @Test
    void every_field_of_a_seed_is_compared() {
        List<String> fields = fields(Differences.between(Samples.minimalSeed(), Samples.fullSeed()));

        assertThat(fields).containsExactlyInAnyOrderElementsOf(accessors(SeededAnchor.class, "rawType"));
    }

    private static List<String> fields(List<String> differences) {
        return differences.stream()
                .map(difference -> difference.substring(0, difference.indexOf(" was ")))
                .toList();
    }

    private static List<String> accessors(Class<?> type, String... excepted) {
        return Accessors.of(type).stream()
                .map(accessor -> accessor.getName())
                .filter(name -> Stream.of(excepted).noneMatch(name::equals))
                .toList();
    }
}
