package dev.anchors.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.SeededAnchor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Tests the default implementation of {@link AnchorRepository#findOrCreate} with a repository whose responses are scripted. */
class FindOrCreateTest {

    private static final SeededAnchor SEED = SeededAnchor.file("/home//ada/notes.md");

    private final AnchorRepositoryException unknown =
            new TimedOutException(Operation.CREATE, Effect.UNKNOWN, Duration.ofSeconds(5), null);
    private final List<String> calls = new ArrayList<>();
    private final Queue<Supplier<Anchors>> snapshots = new ArrayDeque<>();
    private Supplier<Anchor> create = () -> anchor("created", "FILE", "/home/ada/notes.md", 9);
    private final AnchorRepository repository = new ScriptedRepository();

    @Test
    void the_oldest_anchor_of_the_path_and_type_is_found_and_nothing_is_created() {
        Anchor oldest = anchor("oldest", "FILE", "/home/ada/./notes.md", 1);
        snapshotIs(
                anchor("younger", "FILE", "/home/ada/notes.md", 2),
                anchor("of another type", "DIRECTORY", "/home/ada/notes.md", 0),
                anchor("at another path", "FILE", "/home/ada/notes", 0),
                oldest,
                anchor("as old", "FILE", "/home/ada/notes.md", 1));

        assertThat(repository.findOrCreate(SEED)).isSameAs(oldest);
        assertThat(calls).containsExactly("snapshot INCLUDED");
    }

    @Test
    void an_anchor_is_created_if_there_is_none() {
        snapshotIs();

        assertThat(repository.findOrCreate(SEED).id()).isEqualTo(new AnchorId("created"));
        assertThat(calls).containsExactly("snapshot INCLUDED", "create INCLUDED");
    }

    @Test
    void an_unknown_type_is_compared_by_its_raw_type() {
        SeededAnchor seed = SEED.toBuilder().rawType("SYMLINK").build();
        Anchor symlink = anchor("symlink", "SYMLINK", "/home/ada/notes.md", 2);
        snapshotIs(anchor("socket", "SOCKET", "/home/ada/notes.md", 1), symlink);

        assertThat(repository.findOrCreate(seed)).isSameAs(symlink);
    }

    @Test
    void a_create_of_unknown_effect_is_followed_by_one_look() {
        Anchor created = anchor("created", "FILE", "/home/ada/notes.md", 9);
        create = failing(unknown);
        snapshotIs();
        snapshotIs(created);

        assertThat(repository.findOrCreate(SEED)).isSameAs(created);
        assertThat(calls).containsExactly("snapshot INCLUDED", "create INCLUDED", "snapshot INCLUDED");
    }

    @Test
    void the_failure_of_a_create_of_unknown_effect_is_thrown_if_the_look_finds_nothing() {
        create = failing(unknown);
        snapshotIs();
        snapshotIs();

        assertThat(catchThrowable(() -> repository.findOrCreate(SEED))).isSameAs(unknown);
        assertThat(calls).containsExactly("snapshot INCLUDED", "create INCLUDED", "snapshot INCLUDED");
    }

    @Test
    void the_failure_of_a_create_of_unknown_effect_is_thrown_if_the_look_fails_too() {
        AnchorRepositoryException failure =
                new ConnectionFailedException(Operation.CREATE, Effect.UNKNOWN, "the connection was lost", null);
        create = failing(failure);
        for (RuntimeException second : List.of(
                new ConnectionFailedException(Operation.SNAPSHOT, Effect.NONE, "connection refused", null),
                new IllegalStateException("the repository is closed"))) {
            snapshotIs();
            snapshots.add(failing(second));

            assertThatExceptionOfType(ConnectionFailedException.class)
                    .isThrownBy(() -> repository.findOrCreate(SEED))
                    .isSameAs(failure)
                    .satisfies(thrown -> assertThat(thrown.getSuppressed()).contains(second));
        }
    }

    @Test
    void a_create_without_effect_is_not_followed_by_a_look() {
        AnchorRepositoryException failure =
                new ConnectionFailedException(Operation.CREATE, Effect.NONE, "connection refused", null);
        create = failing(failure);
        snapshotIs();

        assertThat(catchThrowable(() -> repository.findOrCreate(SEED))).isSameAs(failure);
        assertThat(calls).containsExactly("snapshot INCLUDED", "create INCLUDED");
    }

    @Test
    void nothing_is_created_if_the_first_look_fails() {
        AnchorRepositoryException failure =
                new ConnectionFailedException(Operation.SNAPSHOT, Effect.NONE, "connection refused", null);
        snapshots.add(failing(failure));

        assertThat(catchThrowable(() -> repository.findOrCreate(SEED))).isSameAs(failure);
        assertThat(calls).containsExactly("snapshot INCLUDED");
    }

    @Test
    void null_is_refused_without_a_call_of_the_adapter() {
        assertThatNullPointerException()
                .isThrownBy(() -> repository.findOrCreate(null))
                .withMessage("seed");
        assertThat(calls).isEmpty();
    }

    private void snapshotIs(Anchor... anchors) {
        snapshots.add(() -> Anchors.of(List.of(anchors)));
    }

    private static <T> Supplier<T> failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    private static Anchor anchor(String id, String type, String path, long created) {
        return Anchor.builder(new AnchorId(id), type)
                .point(AnchorPoint.builder(new AnchorPointId("p"))
                        .fullpath(new FullPath(path))
                        .build())
                .created(GroupedTimestamp.of(Instant.ofEpochSecond(created)))
                .build();
    }

    private final class ScriptedRepository implements AnchorRepository {

        @Override
        public Anchor create(SeededAnchor seed, Transferables transferables) {
            calls.add("create " + transferables);
            return create.get();
        }

        @Override
        public Anchors snapshot(Transferables transferables) {
            calls.add("snapshot " + transferables);
            return snapshots.remove().get();
        }

        @Override
        public Optional<Anchor> find(AnchorId anchor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(AnchorId anchor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void disassociate(AnchorId anchor, AssetId asset) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
