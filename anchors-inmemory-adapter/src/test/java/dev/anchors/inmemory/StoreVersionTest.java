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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoreVersionTest {

    private static final int PATHS = 7;
    private static final int MATERIALS = 5;

    /** Deletes outnumber creates in half of the run, so that empty slots are let go several times on the way. */
    @Test
    void every_state_answers_as_a_plain_list_of_its_anchors_would() {
        Random random = new Random(20240417);
        Map<AnchorId, Anchor> model = new LinkedHashMap<>();
        StoreVersion state = StoreVersion.empty();
        List<StoreVersion> states = new ArrayList<>();
        List<Anchors> expected = new ArrayList<>();

        for (int step = 0; step < 6_000; step++) {
            boolean growing = step % 2_000 < 1_000;
            if (model.isEmpty() || random.nextInt(10) < (growing ? 8 : 2)) {
                Anchor anchor = anchor(step, random);
                model.put(anchor.id(), anchor);
                state = state.with(anchor);
            } else {
                Anchor anchor = any(model, random);
                if (random.nextInt(3) == 0) {
                    Anchor changed = anchor.toBuilder().links(List.of()).build();
                    model.put(anchor.id(), changed);
                    state = state.changed(changed);
                } else {
                    model.remove(anchor.id());
                    state = state.without(anchor.id());
                }
            }
            if (step % 100 == 0) {
                states.add(state);
                expected.add(Anchors.of(model.values()));
            }
        }

        for (int i = 0; i < states.size(); i++) {
            assertSame(Anchors.over(states.get(i)), expected.get(i));
        }
    }

    @Test
    void empty_slots_are_kept_until_they_outnumber_the_anchors_by_a_few() {
        StoreVersion crowded = without(filled(1_000), 0, 532);
        assertThat(crowded.size()).isEqualTo(468);
        assertThat(crowded.slots()).isEqualTo(1_000);

        StoreVersion compact = without(crowded, 532, 533);
        assertThat(compact.size()).isEqualTo(467);
        assertThat(compact.slots()).isEqualTo(467);
    }

    @Test
    void an_emptied_state_keeps_nothing_of_what_it_held() {
        StoreVersion state = without(filled(10), 0, 10);

        assertThat(state.size()).isZero();
        assertThat(state.slots()).as("slots that are kept though empty").isZero();
    }

    private static StoreVersion filled(int size) {
        StoreVersion state = StoreVersion.empty();
        for (int i = 0; i < size; i++) {
            state = state.with(anchor(i, new Random(i)));
        }
        return state;
    }

    private static StoreVersion without(StoreVersion state, int from, int to) {
        StoreVersion rest = state;
        for (int i = from; i < to; i++) {
            rest = rest.without(new AnchorId("anchor-" + i));
        }
        return rest;
    }

    private static void assertSame(Anchors actual, Anchors expected) {
        assertThat(actual).isEqualTo(expected);
        for (Anchor anchor : expected) {
            assertThat(actual.find(anchor.id())).contains(anchor);
        }
        for (int i = 0; i < PATHS; i++) {
            assertThat(actual.atPath(path(i))).isEqualTo(expected.atPath(path(i)));
        }
        for (MaterialKind kind : MaterialKind.values()) {
            for (int i = 0; i < MATERIALS; i++) {
                assertThat(actual.linkedTo(material(kind, i))).isEqualTo(expected.linkedTo(material(kind, i)));
            }
        }
    }

    private static Anchor any(Map<AnchorId, Anchor> model, Random random) {
        Iterator<Anchor> anchors = model.values().iterator();
        for (int skipped = random.nextInt(model.size()); skipped > 0; skipped--) {
            anchors.next();
        }
        return anchors.next();
    }

    private static Anchor anchor(int number, Random random) {
        return Anchor.builder(new AnchorId("anchor-" + number), AnchorType.FILE)
                .point(AnchorPoint.builder(new AnchorPointId("point-" + number))
                        .fullpath(path(random.nextInt(PATHS)))
                        .build())
                .link(material(MaterialKind.ASSET, random.nextInt(MATERIALS)))
                .link(material(anyKind(random), random.nextInt(MATERIALS)))
                .created(GroupedTimestamp.of(Instant.EPOCH))
                .build();
    }

    private static MaterialKind anyKind(Random random) {
        MaterialKind[] kinds = MaterialKind.values();
        return kinds[random.nextInt(kinds.length)];
    }

    private static FullPath path(int number) {
        return new FullPath("/notes/" + number);
    }

    private static MaterialId material(MaterialKind kind, int number) {
        return kind.id("material-" + number);
    }
}
