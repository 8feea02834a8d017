package dev.anchors.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.Score;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.testkit.internal.Accessors;
import dev.anchors.testkit.internal.EdgeCases;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomAnchorsTest {

    private static final int MANY = 1000;

    private final RandomAnchors random = RandomAnchors.seeded(7);

    @Test
    void the_same_random_seed_gives_the_same_anchors_and_seeds() {
        RandomAnchors again = RandomAnchors.seeded(7);

        assertThat(random.anchors(100)).isEqualTo(again.anchors(100));
        assertThat(random.anchor()).isEqualTo(again.anchor());
        assertThat(random.seed()).isEqualTo(again.seed());
    }

    @Test
    void another_random_seed_gives_other_anchors() {
        assertThat(random.anchors(10)).isNotEqualTo(RandomAnchors.seeded(8).anchors(10));
    }

    /** A failure report names its random seed, which must reproduce the failure on every machine. */
    @Test
    void the_same_random_seed_gives_the_same_anchors_on_every_jvm() {
        assertThat(random.anchors(4))
                .extracting(anchor -> anchor.id().value())
                .containsExactly("設計-1", "a+b-4", "a:b;c,d-6", "a?b#c&d=e-8");
        assertThat(random.seed().fullpath().value()).isEqualTo("/home/renée/Документы/設計 メモ 🚀.md");
    }

    @Test
    void random_anchors_have_different_ids() {
        Anchors first = random.anchors(MANY);
        Anchors second = random.anchors(MANY);

        assertThat(ids(first)).doesNotHaveDuplicates().doesNotContainAnyElementsOf(ids(second));
    }

    private static List<AnchorId> ids(Anchors anchors) {
        return anchors.stream().map(Anchor::id).toList();
    }

    @Test
    void each_optional_field_of_random_anchors_is_sometimes_present_and_sometimes_absent() {
        List<Anchor> anchors = random.anchors(MANY).asList();
        List<SeededAnchor> seeds = Stream.generate(random::seed).limit(MANY).toList();
        List<AnchorPoint> points =
                anchors.stream().flatMap(anchor -> anchor.points().stream()).toList();
        List<SeededAnnotation> annotations =
                seeds.stream().flatMap(seed -> seed.annotations().stream()).toList();
        List<Score> scores =
                anchors.stream().flatMap(anchor -> anchor.score().stream()).toList();
        List<GroupedTimestamp> timestamps =
                anchors.stream().map(Anchor::created).toList();

        for (List<?> values : List.of(anchors, seeds, points, annotations, scores, timestamps)) {
            assertThatEveryFieldVaries(values);
        }
    }

    private static void assertThatEveryFieldVaries(List<?> values) {
        Class<?> type = values.get(0).getClass();
        Map<String, Long> filled = values.stream()
                .flatMap(value -> Accessors.filled(value).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        for (Method accessor : Accessors.of(type)) {
            assertThat(filled.getOrDefault(accessor.getName(), 0L))
                    .as("%s is sometimes present", accessor)
                    .isPositive();
            if (Optional.class.isAssignableFrom(accessor.getReturnType())
                    || Collection.class.isAssignableFrom(accessor.getReturnType())) {
                assertThat(filled.get(accessor.getName()))
                        .as("%s is sometimes absent", accessor)
                        .isLessThan(values.size());
            }
        }
    }

    @Test
    void random_anchors_use_every_edge_case() {
        List<Anchor> anchors = random.anchors(MANY).asList();

        assertThat(anchors).extracting(Anchor::rawType).containsAll(EdgeCases.TYPES);
        assertThat(anchors.stream().flatMap(anchor -> anchor.name().stream())).containsAll(EdgeCases.FREE);
        assertThat(anchors.stream().map(anchor -> anchor.created().value())).containsAll(EdgeCases.INSTANTS);
        assertThat(anchors.stream().flatMap(anchor -> anchor.paths().stream()).map(FullPath::value))
                .containsAll(EdgeCases.PATHS);
        assertThat(anchors.stream()
                        .flatMap(anchor -> anchor.points().stream())
                        .flatMap(point -> point.rawPlatform().stream()))
                .containsAll(EdgeCases.PLATFORMS);
        assertThat(anchors.stream().flatMap(anchor -> anchor.score().stream()).map(Score::manual))
                .containsAll(EdgeCases.NUMBERS);
    }

    @Test
    void random_seeds_are_of_every_type() {
        assertThat(Stream.generate(random::seed).limit(100).map(SeededAnchor::type))
                .contains(AnchorType.values());
    }

    @Test
    void random_anchors_share_assets() {
        Anchors anchors = random.anchors(100);
        AssetId shared = anchors.stream()
                .flatMap(anchor -> anchor.assets().stream())
                .max(Comparator.comparingInt(asset -> anchors.linkedTo(asset).size()))
                .orElseThrow();

        assertThat(anchors.linkedTo(shared)).hasSizeGreaterThan(1);
    }

    @Test
    void a_random_snapshot_has_the_requested_number_of_anchors() {
        assertThat(random.anchors(0)).isEmpty();
        assertThat(random.anchors(3)).hasSize(3);
    }

    @Test
    void edge_cases_survive_encoding_as_utf_8() {
        assertThat(Stream.of(EdgeCases.FREE, EdgeCases.PATHS, EdgeCases.TYPES, EdgeCases.PLATFORMS)
                        .flatMap(List::stream))
                .allSatisfy(text ->
                        assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text));
    }
}
