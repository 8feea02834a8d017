package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Creates repositories with one mistake. */
final class Mistakes {

    private Mistakes() {}

    /** Makes a further change after an anchor was deleted. */
    static Function<InstantSource, AnchorRepository> afterDelete(BiConsumer<SmallRepository, Anchor> more) {
        return clock -> new SmallRepository(clock) {
            @Override
            void remove(Anchor anchor) {
                super.remove(anchor);
                more.accept(this, anchor);
            }
        };
    }

    /** Makes a further change after an anchor was created. */
    static Function<InstantSource, AnchorRepository> afterCreate(BiConsumer<SmallRepository, Anchor> more) {
        return clock -> new SmallRepository(clock) {
            @Override
            public Anchor create(SeededAnchor seed, Transferables transferables) {
                Anchor created = super.create(seed, transferables);
                more.accept(this, created);
                return created;
            }
        };
    }

    /** Makes a further change when a link is removed. */
    static Function<InstantSource, AnchorRepository> unlinking(Unlinking change) {
        return clock -> new SmallRepository(clock) {
            @Override
            Anchor unlinked(Anchor anchor, AssetId asset) {
                return change.apply(this, super.unlinked(anchor, asset), asset);
            }
        };
    }

    /** Returns what is stored for an anchor whose link was removed. */
    interface Unlinking {
        Anchor apply(SmallRepository repository, Anchor unlinked, AssetId asset);
    }

    /** Shows a wrong list of anchors. */
    static Function<InstantSource, AnchorRepository> listing(UnaryOperator<List<Anchor>> change) {
        return clock -> new SmallRepository(clock) {
            @Override
            public Anchors snapshot(Transferables transferables) {
                return Anchors.of(change.apply(super.snapshot(transferables).asList()));
            }
        };
    }

    /** Streams wrong anchors. */
    static Function<InstantSource, AnchorRepository> streaming(UnaryOperator<Stream<Anchor>> change) {
        return clock -> new SmallRepository(clock) {
            @Override
            public Stream<Anchor> stream(Transferables transferables) {
                return change.apply(super.stream(transferables));
            }
        };
    }

    /** Looks for another id than the given one. */
    static Function<InstantSource, AnchorRepository> lookingFor(UnaryOperator<String> change) {
        return clock -> new SmallRepository(clock) {
            @Override
            public Optional<Anchor> find(AnchorId id) {
                return super.find(new AnchorId(change.apply(id.value())));
            }
        };
    }

    /** Replaces all anchors that {@code change} changes. */
    static void changeAll(SmallRepository repository, UnaryOperator<Anchor> change) {
        repository.anchors.replaceAll((id, anchor) -> change.apply(anchor));
    }
}
