package dev.anchors.examples;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.Transferables;
import java.util.Optional;
import java.util.function.Supplier;

/** A repository of which one operation always fails: with effect NONE before it did anything, else when all was done. */
record FaultyRepository(AnchorRepository anchors, Operation broken, Effect effect) implements AnchorRepository {

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        return call(Operation.CREATE, () -> anchors.create(seed, transferables));
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        return call(Operation.SNAPSHOT, () -> anchors.snapshot(transferables));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        return call(Operation.FIND, () -> anchors.find(anchor));
    }

    @Override
    public void delete(AnchorId anchor) {
        call(Operation.DELETE, () -> {
            anchors.delete(anchor);
            return anchor;
        });
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        call(Operation.DISASSOCIATE, () -> {
            anchors.disassociate(anchor, asset);
            return anchor;
        });
    }

    @Override
    public void close() {
        anchors.close();
    }

    private <T> T call(Operation operation, Supplier<T> effective) {
        if (operation != broken) {
            return effective.get();
        }
        T lost = effect == Effect.UNKNOWN ? effective.get() : null;
        throw new ServiceFailedException(operation, effect, 500, "never to be answered: " + lost, null);
    }
}
