package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.testkit.Samples;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tests of what is special to findOrCreate; the tests of every operation and random histories do the rest. */
abstract class FindOrCreateRules extends Rules {

    private static final int THREADS = 8;
    private static final int ROUNDS = 25;

    FindOrCreateRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("FOC-1 the oldest anchor of the path and the type is returned unchanged, and no link is added")
    void foc_1_the_oldest_anchor_is_returned_unchanged() {
        Anchor first = createLinked("/notes", ASSET);
        clock().advance(Duration.ofSeconds(90));
        createLinked("/notes", OTHER_ASSET);
        clock().advance(Duration.ofSeconds(90));
        repository().disassociate(first.id(), ASSET); // the time of a change does not count
        Anchors before = snapshot();
        SeededAnchor seed = linked("/notes", ASSET);

        for (String spelling : List.of("/notes", "/notes/", "/./notes", "/a/../notes")) {
            Anchor found = repository()
                    .findOrCreate(linked(spelling, OTHER_ASSET).toBuilder()
                            .name("another name")
                            .watch(true)
                            .build());
            assertThat(FindOrCreate.oldest(before.asList(), seed)).contains(found);
        }
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("FOC-1 an anchor of another path or type, or one that is deleted, is not returned")
    void foc_1_other_anchors_are_not_returned() {
        Anchor deleted = create("/notes");
        repository().delete(deleted.id());
        List<Anchor> others = Stream.concat(
                        Stream.of("/notes/a", "/note", "/Notes", "/notes ", "/a/notes", "notes")
                                .map(this::create),
                        Stream.of(repository().create(SeededAnchor.directory("/notes"))))
                .toList();

        Anchor created = repository().findOrCreate(SeededAnchor.file("/notes"));

        assertThat(created.id()).isNotEqualTo(deleted.id());
        assertHolds(
                snapshot(), Stream.concat(others.stream(), Stream.of(created)).toList());
        assertThat(others).doesNotContain(created);
    }

    @Test
    @DisplayName("FOC-1 an anchor of another type is not returned, also if this version knows neither of the types")
    void foc_1_unknown_types_are_compared_by_their_raw_types() {
        SeededAnchor link = unknown("SYMLINK");
        try {
            repository().create(link);
        } catch (AnchorRepositoryException refused) {
            return; // a service may refuse a type that it does not know
        }

        Anchor other = repository().findOrCreate(unknown("SHORTCUT"));

        assertThat(other.rawType()).isEqualTo("SHORTCUT");
        assertThat(repository().findOrCreate(link).rawType()).isEqualTo("SYMLINK");
        assertThat(snapshot()).hasSize(2);
    }

    private static SeededAnchor unknown(String type) {
        return SeededAnchor.builder(AnchorType.UNKNOWN, new FullPath("/notes"))
                .rawType(type)
                .build();
    }

    @Test
    @DisplayName("FOC-2 without such an anchor, one is created from the whole seed, and is found from then on")
    void foc_2_an_anchor_is_created_as_create_does() {
        for (SeededAnchor seed : List.of(Samples.minimalSeed(), Samples.fullSeed())) {
            Set<AnchorId> issued =
                    new HashSet<>(snapshot().stream().map(Anchor::id).toList());

            Anchor created = repository().findOrCreate(seed);

            assertThat(issued).doesNotContain(created.id());
            assertThat(held(created)).isEqualTo(created);
            assertThat(repository().findOrCreate(seed)).isEqualTo(created);
            assertThat(sharedParts(created)).isEqualTo(sharedParts(repository().create(seed)));
            assertThat(created.updated()).isEqualTo(created.created());
        }
    }

    /** Returns what two anchors of one seed have in common. */
    private static List<Object> sharedParts(Anchor anchor) {
        return List.of(
                anchor.type(),
                anchor.name(),
                anchor.watch(),
                anchor.paths(),
                anchor.points().get(0).platform(),
                anchor.assets(),
                anchor.conversations(),
                anchor.annotations().size());
    }

    @Test
    @DisplayName("FOC-3 threads that find or create at once get one anchor, if the repository promises that")
    void foc_3_threads_get_one_anchor() throws Exception {
        needs(Ability.FIND_OR_CREATE_IS_ATOMIC);

        List<List<AnchorId>> found = runConcurrently(
                THREADS,
                thread -> () -> IntStream.range(0, ROUNDS)
                        .mapToObj(round -> repository()
                                .findOrCreate(SeededAnchor.file("/notes/" + round))
                                .id())
                        .toList());

        assertThat(new HashSet<>(found)).hasSize(1);
        assertThat(snapshot().size()).isEqualTo(ROUNDS);
    }

    @Test
    @DisplayName("FOC-4 an interrupted call creates one anchor at most, which the next call finds")
    void foc_4_an_interrupted_call_creates_one_anchor_at_most() throws Exception {
        SeededAnchor seed =
                SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes")).build();

        whileInClock(() -> findOrCreateInterrupted(seed), Thread::interrupt);
        Anchors before = snapshot();
        Anchor found = repository().findOrCreate(seed);

        assertThat(before.size()).isLessThanOrEqualTo(1);
        assertHolds(snapshot(), found);
    }

    private void findOrCreateInterrupted(SeededAnchor seed) {
        try {
            repository().findOrCreate(seed);
        } catch (InterruptedCallException ended) {
            return; // whether the anchor was created is looked up afterwards
        }
    }
}
