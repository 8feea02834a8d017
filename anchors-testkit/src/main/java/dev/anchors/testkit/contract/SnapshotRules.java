package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static java.util.stream.Collectors.toCollection;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class SnapshotRules extends CollectionRules {

    private static final int WRITES = 25;

    SnapshotRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @DisplayName("SNA-1 the snapshot of a new repository is empty")
    @EnumSource
    void sna_1_the_snapshot_of_a_new_repository_is_empty(Transferables transferables) {
        Anchors nothing = repository().snapshot(transferables);

        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.size()).isZero();
        assertThat(nothing).isEmpty();
        assertThat(nothing.find(UNKNOWN)).isEmpty();
    }

    @Test
    @DisplayName("SNA-2 a snapshot never changes after it was returned")
    void sna_2_a_snapshot_never_changes() {
        Anchor kept = createLinked("/notes/kept", ASSET);
        Anchor deleted = createLinked("/notes/deleted", ASSET);
        Anchors before = snapshot();

        repository().disassociate(kept.id(), ASSET);
        repository().delete(deleted.id());
        Anchor late = create("/notes/late");
        create("/notes/later");

        assertHolds(before, kept, deleted);
        assertThat(before.size()).isEqualTo(2);
        assertThat(before.find(kept.id())).contains(kept);
        assertThat(before.find(deleted.id())).contains(deleted);
        assertThat(before.find(late.id())).isEmpty();
        assertThat(before.atPath(new FullPath("/notes/deleted"))).containsExactly(deleted);
        assertHolds(before.linkedTo(ASSET), kept, deleted);
    }

    @Test
    @DisplayName("SNA-2 a snapshot that was taken while other threads write never changes")
    void sna_2_a_snapshot_taken_while_others_write_never_changes() throws Exception {
        List<Anchors> taken = new ArrayList<>();
        List<List<Anchor>> shown = new ArrayList<>();

        runConcurrently(
                2,
                thread -> thread == 0
                        ? this::write
                        : () -> {
                            for (int look = 0; look < WRITES; look++) {
                                Anchors anchors = snapshot();
                                taken.add(anchors);
                                shown.add(anchors.stream().toList());
                            }
                            return true;
                        });

        for (int look = 0; look < taken.size(); look++) {
            assertSame(taken.get(look), shown.get(look));
        }
    }

    @Test
    @DisplayName("SNA-3 the order is the same from one snapshot to the next")
    void sna_3_the_order_is_stable() {
        Stream.of("c", "a", "d", "b", "e").forEach(name -> createLinked("/notes/" + name, ASSET));
        List<AnchorId> order = ids(snapshot());

        assertThat(ids(snapshot())).isEqualTo(order);

        clock().advance(Duration.ofSeconds(90));
        repository().delete(order.get(1));
        repository().disassociate(order.get(3), ASSET);
        create("/notes/f");

        assertThat(ids(snapshot()).stream().filter(order::contains))
                .containsExactly(order.get(0), order.get(2), order.get(3), order.get(4));
    }

    @Test
    @DisplayName("SNA-3 the order is the order of creation, if the repository promises that")
    void sna_3_the_order_is_the_order_of_creation() {
        needs(Ability.KEEPS_CREATION_ORDER);
        List<AnchorId> made = Stream.of("c", "a", "d", "b", "e")
                .map(name -> createLinked("/notes/" + name, ASSET).id())
                .collect(toCollection(ArrayList::new));
        assertThat(ids(snapshot())).isEqualTo(made);

        clock().advance(Duration.ofSeconds(-90));
        repository().delete(made.remove(1));
        repository().disassociate(made.get(2), ASSET);
        made.add(create("/notes/a").id());

        assertThat(ids(snapshot())).isEqualTo(made);
    }

    @Test
    @DisplayName("SNA-3 iteration, find, atPath, below and linkedTo agree")
    void sna_3_iteration_and_lookups_agree() {
        createLinked("/notes/a", ASSET);
        createLinked("/notes/b", OTHER_ASSET);
        createLinked("/notes/a", OTHER_ASSET);
        create("/notes/c");

        Anchors anchors = snapshot();

        assertSame(anchors.stream().toList(), anchors.asList());
        assertSame(anchors, anchors.asList());
        assertThat(anchors.size()).isEqualTo(anchors.asList().size());
        for (Anchor anchor : anchors) {
            assertThat(anchors.find(anchor.id())).contains(anchor);
            for (FullPath path : anchor.paths()) {
                assertLookup(
                        "atPath(" + path.value() + ")",
                        anchors.atPath(path),
                        anchors.stream().filter(other -> other.paths().contains(path)));
            }
        }
        for (String directory : List.of("/", "/notes", "/notes/a", "/note")) {
            FullPath path = new FullPath(directory);
            assertLookup(
                    "below(" + directory + ")",
                    anchors.below(path),
                    anchors.stream().filter(anchor -> anchor.isBelow(path)));
        }
        for (AssetId asset : List.of(ASSET, OTHER_ASSET)) {
            assertThat(anchors.linkedTo(asset)).isNotEmpty();
            assertLookup(
                    "linkedTo(" + asset + ")",
                    anchors.linkedTo(asset),
                    anchors.stream().filter(anchor -> anchor.assets().contains(asset)));
        }
    }

    @Test
    @DisplayName("SNA-3 a path is found in any spelling")
    void sna_3_a_path_is_found_in_any_spelling() {
        Anchor anchor = create("/notes/2024/../todo.md");

        assertHolds(snapshot().atPath(new FullPath("/notes/todo.md")), anchor);
        assertHolds(snapshot().atPath(new FullPath("/notes/./todo.md/")), anchor);
        assertThat(snapshot().atPath(new FullPath("/notes/Todo.md"))).isEmpty();
        assertHolds(snapshot().below(new FullPath("/notes/2024/..")), anchor);
    }

    @Test
    @DisplayName("SNA-3 a Windows path is found with another case of its drive, and with other separators")
    void sna_3_a_windows_path_is_found_in_any_spelling() {
        Anchor local = create("C:\\Users\\ada\\notes.md");
        Anchor shared = create("//fileserver/team/plan.md");

        assertHolds(snapshot().atPath(new FullPath("c:\\Users\\ada\\notes.md")), local);
        assertHolds(snapshot().atPath(new FullPath("c:/Users/ada/notes.md")), local);
        assertHolds(snapshot().atPath(new FullPath("\\\\fileserver\\team\\plan.md")), shared);
        assertThat(snapshot().atPath(new FullPath("/fileserver/team/plan.md"))).isEmpty();
    }

    @Test
    @DisplayName("SNA-4 a snapshot with omitted transferables has the same ids, order and links")
    void sna_4_omitted_leaves_out_only_details_of_points() {
        createLinked("/notes/a", ASSET);
        Anchor changed = createLinked("/notes/b", OTHER_ASSET);
        repository().create(Samples.fullSeed());
        clock().advance(Duration.ofSeconds(90));
        repository().disassociate(changed.id(), OTHER_ASSET);

        Anchors whole = snapshot();
        Anchors bare = repository().snapshot(Transferables.OMITTED);

        assertSame(
                bare.stream().map(Rules::withoutDetails).toList(),
                whole.stream().map(Rules::withoutDetails).toList());
        assertThat(bare.linkedTo(ASSET).stream().map(Anchor::id))
                .containsExactlyElementsOf(
                        whole.linkedTo(ASSET).stream().map(Anchor::id).toList());
        for (Anchor anchor : whole) {
            assertThat(bare.find(anchor.id()).map(Rules::withoutDetails)).contains(withoutDetails(anchor));
        }
    }

    @Test
    @DisplayName("SNA-4 the transferables of one call change nothing of another, and are included if none are given")
    void sna_4_each_call_has_the_transferables_that_it_asks_for() {
        AnchorId id =
                repository().create(Samples.fullSeed(), Transferables.OMITTED).id();
        Anchors bare = repository().snapshot(Transferables.OMITTED);
        Anchors whole = repository().snapshot(Transferables.INCLUDED);

        for (int round = 0; round < 2; round++) {
            assertSame(snapshot(), whole);
            assertThat(repository().find(id)).isEqualTo(whole.find(id));
            assertThat(repository().find(id, Transferables.OMITTED).map(Rules::withoutDetails))
                    .isEqualTo(bare.find(id).map(Rules::withoutDetails)); // details may be missing, and need not
            assertSame(repository().snapshot(Transferables.OMITTED), bare);
            assertThat(repository().find(id, Transferables.INCLUDED)).isEqualTo(whole.find(id));
            assertSame(repository().snapshot(Transferables.INCLUDED), whole);
        }
        assertThat(whole.find(id).orElseThrow().paths()).hasSize(1);
        assertThat(repository().create(Samples.fullSeed()).paths()).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("SNA-5 a stream has the anchors of a snapshot in the same order")
    @EnumSource
    void sna_5_a_stream_has_the_anchors_of_a_snapshot(Transferables transferables) {
        for (int i = 0; i < 10; i++) {
            createLinked("/notes/" + i, ASSET);
        }

        try (Stream<Anchor> stream = repository().stream(transferables)) {
            assertSame(stream.toList(), repository().snapshot(transferables));
        }
    }

    @Test
    @DisplayName("SNA-5 a stream that was not read to its end blocks nothing after it is closed")
    void sna_5_a_stream_can_be_closed_before_its_end() throws Exception {
        for (int i = 0; i < 10; i++) {
            createLinked("/notes/" + i, ASSET);
        }
        for (int round = 0; round < 30; round++) {
            try (Stream<Anchor> stream = repository().stream(Transferables.INCLUDED)) {
                assertThat(stream.iterator().next())
                        .isEqualTo(snapshot().asList().get(0));
            }
        }

        create("/notes/late");

        try (Stream<Anchor> stream = repository().stream(Transferables.INCLUDED)) {
            List<Anchor> anchors = stream.toList();
            assertThat(anchors).hasSize(11);
            assertSame(anchors, snapshot().asList());
        }
    }

    @Test
    @DisplayName("SNA-5 an open stream does not block another thread")
    void sna_5_an_open_stream_does_not_block_another_thread() throws Exception {
        Anchor first = createLinked("/notes/0", ASSET);
        Anchor second = createLinked("/notes/1", ASSET);
        try (Stream<Anchor> stream = repository().stream(Transferables.INCLUDED)) {
            stream.iterator().next();

            runConcurrently(1, thread -> () -> {
                repository().disassociate(first.id(), ASSET);
                repository().delete(second.id());
                return create("/notes/2");
            });
        }

        assertThat(snapshot()).hasSize(2);
    }

    @Test
    @DisplayName("SNA-5 an open stream shows no later change, if the repository promises that")
    void sna_5_an_open_stream_shows_no_later_change() {
        needs(Ability.STREAM_IS_A_SNAPSHOT);
        for (int i = 0; i < 10; i++) {
            createLinked("/notes/" + i, ASSET);
        }
        List<Anchor> before = snapshot().asList();
        try (Stream<Anchor> stream = repository().stream(Transferables.INCLUDED)) {
            Iterator<Anchor> rest = stream.iterator();
            List<Anchor> read = new ArrayList<>(List.of(rest.next()));

            repository().delete(before.get(0).id());
            repository().delete(before.get(5).id());
            repository().disassociate(before.get(7).id(), ASSET);
            create("/notes/late");
            repository().close();

            rest.forEachRemaining(read::add);
            assertThat(read).isEqualTo(before);
        }
    }

    private boolean write() {
        for (int round = 0; round < WRITES; round++) {
            Anchor passing = createLinked("/notes/passing", ASSET);
            createLinked("/notes/staying", ASSET);
            repository().disassociate(passing.id(), ASSET);
            repository().delete(passing.id());
        }
        return true;
    }

    private static List<AnchorId> ids(Anchors anchors) {
        return anchors.stream().map(Anchor::id).toList();
    }
}
