package dev.anchors.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.SeededAnchor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the default methods of the port. */
class AnchorRepositoryTest {

    private static final SeededAnchor SEED = SeededAnchor.file("/home/ada/notes.md");
    private static final Anchor ANCHOR = Anchor.builder(new AnchorId("a-1"), AnchorType.FILE)
            .created(GroupedTimestamp.of(Instant.EPOCH))
            .build();

    private final List<Object> arguments = new ArrayList<>();
    private final AnchorRepository repository = new RecordingRepository();

    @Test
    void create_includes_transferables_by_default() {
        assertThat(repository.create(SEED)).isSameAs(ANCHOR);
        assertThat(arguments).containsExactly(SEED, Transferables.INCLUDED);
    }

    @Test
    void snapshot_includes_transferables_by_default() {
        assertThat(repository.snapshot()).containsExactly(ANCHOR);
        assertThat(arguments).containsExactly(Transferables.INCLUDED);
    }

    @Test
    void stream_returns_the_anchors_of_a_snapshot_by_default() {
        try (var stream = repository.stream(Transferables.OMITTED)) {
            assertThat(stream).containsExactly(ANCHOR);
        }
        assertThat(arguments).containsExactly(Transferables.OMITTED);
    }

    @Test
    void stream_includes_transferables_by_default() {
        try (var stream = repository.stream()) {
            assertThat(stream).containsExactly(ANCHOR);
        }
        assertThat(arguments).containsExactly(Transferables.INCLUDED);
    }

    @ParameterizedTest
    @EnumSource
    void find_returns_the_whole_anchor_by_default_whatever_the_transferables(Transferables transferables) {
        assertThat(repository.find(ANCHOR.id(), transferables)).containsSame(ANCHOR);
        assertThat(arguments).containsExactly(ANCHOR.id());
    }

    @Test
    void find_with_transferables_refuses_null_without_calling_the_adapter() {
        assertThatNullPointerException()
                .isThrownBy(() -> repository.find(null, Transferables.OMITTED))
                .withMessage("anchor");
        assertThatNullPointerException()
                .isThrownBy(() -> repository.find(ANCHOR.id(), null))
                .withMessage("transferables");
        assertThat(arguments).isEmpty();
    }

    private final class RecordingRepository implements AnchorRepository {

        @Override
        public Anchor create(SeededAnchor seed, Transferables transferables) {
            arguments.add(seed);
            arguments.add(transferables);
            return ANCHOR;
        }

        @Override
        public Anchors snapshot(Transferables transferables) {
            arguments.add(transferables);
            return Anchors.of(List.of(ANCHOR));
        }

        @Override
        public Optional<Anchor> find(AnchorId anchor) {
            arguments.add(anchor);
            return Optional.of(ANCHOR);
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
