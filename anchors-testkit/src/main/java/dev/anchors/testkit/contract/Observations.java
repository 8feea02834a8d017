package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.toSet;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.contract.ConcurrentHistory.Observation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes the calls of concurrent histories. Anchors are compared without the time of their last change. */
class Observations {

    private final AnchorRepository repository;

    Observations(AnchorRepository repository) {
        this.repository = repository;
    }

    Observation create(SeededAnchor seed) {
        Anchor created = repository.create(seed);
        return named(
                "create returned " + created.id().value(),
                before -> before.hasIssued(created.id())
                        ? Optional.empty()
                        : Optional.of(before.created(List.of(created))));
    }

    Observation find(AnchorId id) {
        Optional<Anchor> found = repository.find(id);
        return named(
                "find of " + id.value() + " returned "
                        + found.map(Observations::text).orElse("nothing"),
                before -> Optional.of(before)
                        .filter(it ->
                                it.find(id).map(Observations::comparable).equals(found.map(Observations::comparable))));
    }

    Observation snapshot() {
        List<Anchor> shown = repository.snapshot().asList();
        return named(
                "snapshot returned " + shown.stream().map(Observations::text).toList(),
                before -> Optional.of(before)
                        .filter(it -> comparable(it.anchors()).equals(comparable(shown))));
    }

    private static Set<Anchor> comparable(List<Anchor> anchors) {
        return anchors.stream().map(Observations::comparable).collect(toSet());
    }

    private static Anchor comparable(Anchor anchor) {
        return anchor.toBuilder().updated(anchor.created()).build();
    }

    private static String text(Anchor anchor) {
        return anchor.id().value() + " with links " + anchor.links();
    }

    Observation delete(AnchorId id) {
        return changing("delete of " + id.value(), id, () -> repository.delete(id), before -> before.deleted(id));
    }

    Observation disassociate(AnchorId id, AssetId asset) {
        return changing(
                "disassociate of " + id.value() + " and " + asset.value(),
                id,
                () -> repository.disassociate(id, asset),
                before -> before.disassociated(
                        id, asset, before.find(id).orElseThrow().updated()));
    }

    static Observation changing(String name, AnchorId id, Runnable call, UnaryOperator<Model> change) {
        try {
            call.run();
        } catch (AnchorNotFoundException failure) {
            return named(
                    name + " found no anchor",
                    before -> Optional.of(before).filter(it -> it.find(id).isEmpty()));
        }
        return named(
                name + " succeeded",
                before -> Optional.of(before)
                        .filter(it -> it.find(id).isPresent())
                        .map(change));
    }

    static Observation named(String name, Observation observation) {
        return new Observation() {
            @Override
            public Optional<Model> after(Model before) {
                return observation.after(before);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
