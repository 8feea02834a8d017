package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoreVersionTest {

    private static final int PATHS = 7;
    private static final int MATERIALS = 5;

    /** In half of the run deletes outnumber creates, so that the store removes empty slots several times. */
    @Test
    void every_version_of_the_store_gives_the_same_results_as_a_list_of_its_anchors() {
        Random random = new Random(20240417);
        Map<AnchorId, Anchor> model = new LinkedHashMap<>();
        StoreVersion version = StoreVersion.empty();
        List<StoreVersion> versions = new ArrayList<>();
        List<Anchors> expected = new ArrayList<>();

        for (int step = 0; step < 6_000; step++) {
            boolean growing = step % 2_000 < 1_000;
            if (model.isEmpty() || random.nextInt(10) < (growing ? 8 : 2)) {
                Anchor anchor = anchor(step, random);
                model.put(anchor.id(), anchor);
                version = version.with(anchor);
            } else {
                Anchor anchor = randomAnchor(model, random);
                if (random.nextInt(3) == 0) {
                    Anchor changed = changed(anchor, random);
                    model.put(anchor.id(), changed);
                    version = version.replaced(anchor, changed);
                } else {
                    model.remove(anchor.id());
                    version = version.without(anchor);
                }
            }
            if (step % 100 == 0) {
                versions.add(version);
                expected.add(Anchors.of(model.values()));
            }
        }

        for (int i = 0; i < versions.size(); i++) {
            assertSameResults(Anchors.over(versions.get(i)), expected.get(i));
        }
    }

    @Test
    void the_store_removes_empty_slots_only_when_they_outnumber_its_anchors_by_more_than_64() {
        StoreVersion crowded = without(filled(1_000), 0, 532);
        assertThat(crowded.size()).isEqualTo(468);
        assertThat(crowded.slots()).isEqualTo(1_000);

        StoreVersion compact = without(crowded, 532, 533);
        assertThat(compact.size()).isEqualTo(467);
        assertThat(compact.slots()).isEqualTo(467);
    }

    @Test
    void a_store_without_anchors_has_no_slots() {
        StoreVersion version = without(filled(10), 0, 10);

        assertThat(version.size()).isZero();
        assertThat(version.slots()).as("empty slots").isZero();
    }

    @Test
    void toggled_links_leave_nothing_behind_whether_they_are_few_or_many() {
        StoreVersion version = filled(10);
        for (int i = 0; i < 10_000; i++) {
            version = toggled(version, i % 10, material(MaterialKind.TAG, 0));
        }
        assertThat(version.staleEntries())
                .as("stale entries after toggling a few")
                .isLessThanOrEqualTo(10);

        for (int i = 0; i < 10_000; i++) {
            MaterialId passing = material(MaterialKind.TAG, i);
            version = toggled(toggled(version, i % 10, passing), i % 10, passing);
        }
        assertThat(version.staleEntries())
                .as("stale entries after toggling many")
                .isLessThan(200);
    }

    @Test
    void lookups_of_links_that_older_anchors_get_later_are_in_the_order_of_the_anchors() {
        MaterialId late = MaterialKind.SOURCE.id("late");
        StoreVersion version = without(filled(100), 0, 1);
        List<Integer> numbers = new ArrayList<>(IntStream.range(1, 100).boxed().toList());
        Collections.shuffle(numbers, new Random(7));
        for (int number : numbers) {
            version = toggled(version, number, late);
        }

        assertThat(version.linkedTo(late)).isEqualTo(Anchors.over(version).asList());
    }

    @Test
    void paths_that_an_anchor_had_leave_nothing_behind_whether_they_are_few_or_many() {
        StoreVersion version = filled(10);
        for (int i = 0; i < 10_000; i++) {
            version = moved(version, i % 10, path(i / 10 % 2));
        }
        assertThat(version.staleEntries()).as("stale entries after few paths").isLessThanOrEqualTo(30);

        for (int i = 0; i < 10_000; i++) {
            version = moved(version, i % 10, path(PATHS + i));
        }
        assertThat(version.staleEntries()).as("stale entries after many paths").isLessThan(200);
    }

    @Test
    void an_anchor_is_found_at_its_new_path_and_an_older_version_finds_it_at_the_old_one() {
        Anchor moving = anchor(0, path(0));
        StoreVersion before = StoreVersion.of(List.of(moving, anchor(1, path(1))));

        StoreVersion after = moved(before, 0, path(1));
        StoreVersion back = moved(after, 0, path(0));

        assertThat(before.atPath(path(0))).containsExactly(moving);
        assertThat(before.atPath(path(1))).extracting(Anchor::id).containsExactly(new AnchorId("anchor-1"));
        assertThat(after.atPath(path(0))).isEmpty();
        assertThat(after.atPath(path(1))).isEqualTo(Anchors.over(after).asList());
        assertThat(back.atPath(path(0))).isEqualTo(before.atPath(path(0)));
    }

    private static StoreVersion moved(StoreVersion version, int number, FullPath path) {
        Anchor before = version.find(new AnchorId("anchor-" + number)).orElseThrow();
        return version.replaced(
                before, before.toBuilder().points(List.of(point(number, path))).build());
    }

    /** Returns the anchor with other links, other points, or both. */
    private static Anchor changed(Anchor anchor, Random random) {
        Anchor.Builder changed = anchor.toBuilder();
        int change = random.nextInt(4);
        if (change < 2) {
            changed = toggled(anchor, material(randomKind(random), random.nextInt(MATERIALS))).toBuilder();
        }
        if (change > 0) {
            changed.points(random.ints(random.nextInt(3), 0, PATHS)
                    .mapToObj(number -> point(number, notNormalized(number)))
                    .toList());
        }
        return changed.build();
    }

    private static StoreVersion toggled(StoreVersion version, int number, MaterialId material) {
        Anchor anchor = version.find(new AnchorId("anchor-" + number)).orElseThrow();
        return version.replaced(anchor, toggled(anchor, material));
    }

    private static Anchor toggled(Anchor anchor, MaterialId material) {
        return anchor.isLinkedTo(material)
                ? anchor.toBuilder().unlink(material).build()
                : anchor.toBuilder().link(material).build();
    }

    private static StoreVersion filled(int size) {
        StoreVersion version = StoreVersion.empty();
        for (int i = 0; i < size; i++) {
            version = version.with(anchor(i, new Random(i)));
        }
        return version;
    }

    private static StoreVersion without(StoreVersion version, int from, int to) {
        StoreVersion rest = version;
        for (int i = from; i < to; i++) {
            rest = rest.without(rest.find(new AnchorId("anchor-" + i)).orElseThrow());
        }
        return rest;
    }

    private static void assertSameResults(Anchors actual, Anchors expected) {
        assertThat(actual).isEqualTo(expected);
        for (Anchor anchor : expected) {
            assertThat(actual.find(anchor.id())).contains(anchor);
        }
        for (int i = 0; i < PATHS; i++) {
            assertThat(actual.atPath(path(i))).isEqualTo(expected.atPath(path(i)));
        }
        for (String directory : List.of("/", "/notes", "/notes/2", "/notes/20", "/not", "C:\\", "notes")) {
            FullPath path = new FullPath(directory);
            assertThat(actual.below(path)).isEqualTo(expected.below(path));
        }
        for (MaterialKind kind : MaterialKind.values()) {
            for (int i = 0; i < MATERIALS; i++) {
                assertThat(actual.linkedTo(material(kind, i))).isEqualTo(expected.linkedTo(material(kind, i)));
            }
        }
    }

    private static Anchor randomAnchor(Map<AnchorId, Anchor> model, Random random) {
        Iterator<Anchor> anchors = model.values().iterator();
        for (int skipped = random.nextInt(model.size()); skipped > 0; skipped--) {
            anchors.next();
        }
        return anchors.next();
    }

    private static Anchor anchor(int number, FullPath path) {
        return Anchor.builder(new AnchorId("anchor-" + number), AnchorType.FILE)
                .point(point(number, path))
                .created(GroupedTimestamp.of(Instant.EPOCH))
                .build();
    }

    private static AnchorPoint point(int number, FullPath path) {
        return AnchorPoint.builder(new AnchorPointId("point-" + number))
                .fullpath(path)
                .build();
    }

    private static Anchor anchor(int number, Random random) {
        return anchor(number, path(random.nextInt(PATHS))).toBuilder()
                .link(material(MaterialKind.ASSET, random.nextInt(MATERIALS)))
                .link(material(randomKind(random), random.nextInt(MATERIALS)))
                .build();
    }

    private static MaterialKind randomKind(Random random) {
        MaterialKind[] kinds = MaterialKind.values();
        return kinds[random.nextInt(kinds.length)];
    }

    /** Returns a path; every second one is below another. */
    private static FullPath path(int number) {
        return new FullPath(number % 2 == 0 ? "/notes/" + number : "/notes/" + (number - 1) + "/" + number);
    }

    private static FullPath notNormalized(int number) {
        return new FullPath("///." + path(number).value());
    }

    private static MaterialId material(MaterialKind kind, int number) {
        return kind.id("material-" + number);
    }
}
