package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.FullPath;
import dev.anchors.ports.Transferables;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tests of SNA-2, SNA-3 and SNA-5 for the collections and streams that a repository returns. */
abstract class CollectionRules extends Rules {

    private static final FullPath PATH = new FullPath("/notes");

    CollectionRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("SNA-2 a caller cannot change a snapshot or the repository through the collections of the snapshot")
    void sna_2_a_caller_cannot_change_a_snapshot() {
        createLinked("/notes", ASSET);
        createLinked("/notes", ASSET);
        for (Transferables transferables : Transferables.values()) {
            Anchors snapshot = repository().snapshot(transferables);
            List<Anchor> before = List.copyOf(snapshot.asList());
            List<Anchor> atPath = List.copyOf(snapshot.atPath(PATH));

            tryToChange(snapshot.asList());
            tryToChange(snapshot.atPath(PATH));
            tryToChange(snapshot.linkedTo(ASSET));
            tryToRemove(snapshot.iterator());

            assertThat(snapshot.size()).isEqualTo(2);
            assertSame(snapshot, before);
            assertThat(snapshot.linkedTo(ASSET)).hasSize(2);
            assertSame(snapshot.atPath(PATH), atPath);
            assertSame(repository().snapshot(transferables), before);
            assertThat(repository().snapshot(transferables).linkedTo(ASSET)).hasSize(2);
            assertThat(repository().find(before.get(0).id())).isPresent();
        }
        assertThat(repository().snapshot().atPath(PATH)).hasSize(2);
    }

    private static void tryToChange(Collection<Anchor> anchors) {
        attempt(anchors::clear);
        attempt(() -> tryToRemove(anchors.iterator()));
    }

    private static void tryToRemove(Iterator<Anchor> anchors) {
        attempt(() -> {
            anchors.next();
            anchors.remove();
        });
    }

    /** Makes a change that the collection may refuse or ignore. */
    private static void attempt(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException refusal) {
            assertThat(refusal).isNotNull();
        }
    }

    @Test
    @DisplayName("SNA-3 the stream of a snapshot has every anchor in order, even if the caller makes it parallel")
    void sna_3_the_stream_of_a_snapshot_can_be_made_parallel() {
        for (int i = 0; i < 100; i++) {
            create("/notes/" + i);
        }
        Anchors snapshot = repository().snapshot();
        List<Anchor> anchors = snapshot.asList();

        assertThat(snapshot.stream().isParallel()).as("the stream is parallel").isFalse();
        assertSame(snapshot.stream().parallel().toList(), anchors);
        assertThat(snapshot.stream().parallel().filter(anchor -> true).count()).isEqualTo(anchors.size());
        assertThat(snapshot.stream().count()).isEqualTo(anchors.size());
    }

    @Test
    @DisplayName("SNA-5 a stream is sequential")
    void sna_5_a_stream_is_sequential() {
        create("/notes");

        for (Transferables transferables : Transferables.values()) {
            try (Stream<Anchor> stream = repository().stream(transferables)) {
                assertThat(stream.isParallel()).as("the stream is parallel").isFalse();
            }
        }
    }
}
