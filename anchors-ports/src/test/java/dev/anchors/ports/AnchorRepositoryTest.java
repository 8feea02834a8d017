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

/** What the port does by itself, before any adapter. */
class AnchorRepositoryTest {

    private static final SeededAnchor SEED = SeededAnchor.file("/home/ada/notes.md");
    private static final Anchor ANCHOR = Anchor.builder(new AnchorId("a-1"), AnchorType.FILE)
            .created(GroupedTimestamp.of(Instant.EPOCH))
            .build();

    private final List<Object> asked = new ArrayList<>();
    private final AnchorRepository repository = new Recording();

    @Test
    void create_asks_for_transferables_unless_told_otherwise() {
        assertThat(repository.create(SEED)).isSameAs(ANCHOR);
        assertThat(asked).containsExactly(SEED, Transferables.INCLUDED);
    }

    @Test
    void snapshot_asks_for_transferables_unless_told_otherwise() {
        assertThat(repository.snapshot()).containsExactly(ANCHOR);
        assertThat(asked).containsExactly(Transferables.INCLUDED);
    }

    @Test
    void stream_walks_a_snapshot_where_the_adapter_has_nothing_better() {
        try (var stream = repository.stream(Transferables.OMITTED)) {
            assertThat(stream).containsExactly(ANCHOR);
        }
        assertThat(asked).containsExactly(Transferables.OMITTED);
    }

    @Test
    void stream_asks_for_transferables_by_default() {
        try (var stream = repository.stream()) {
            assertThat(stream).containsExactly(ANCHOR);
        }
        assertThat(asked).containsExactly(Transferables.INCLUDED);
    }

    @ParameterizedTest
    @EnumSource
    void find_returns_the_whole_anchor_by_default_whatever_the_transferables(Transferables transferables) {
        assertThat(repository.find(ANCHOR.id(), transferables)).containsSame(ANCHOR);
        assertThat(asked).containsExactly(ANCHOR.id());
    }

    @Test
    void find_with_transferables_refuses_null_before_it_asks_the_adapter() {
        assertThatNullPointerException()
                .isThrownBy(() -> repository.find(null, Transferables.OMITTED))
                .withMessage("anchor");
        assertThatNullPointerException()
                .isThrownBy(() -> repository.find(ANCHOR.id(), null))
                .withMessage("transferables");
        assertThat(asked).isEmpty();
    }

    @Test
    void close_promises_no_checked_exception() throws NoSuchMethodException {
        assertThat(AnchorRepository.class.getMethod("close").getExceptionTypes())
                .isEmpty();
    }

    private final class Recording implements AnchorRepository {

        @Override
        public Anchor create(SeededAnchor seed, Transferables transferables) {
            asked.add(seed);
            asked.add(transferables);
            return ANCHOR;
        }

        @Override
        public Anchors snapshot(Transferables transferables) {
            asked.add(transferables);
            return Anchors.of(List.of(ANCHOR));
        }

        @Override
        public Optional<Anchor> find(AnchorId anchor) {
            asked.add(anchor);
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
