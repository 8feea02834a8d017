package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.contract.ConcurrentHistory.Observation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the calls of concurrent histories with links. */
final class LinkObservations extends Observations {

    private final AnchorRepository repository;
    private final AnchorLinks links;

    LinkObservations(AnchorRepository repository, AnchorLinks links) {
        super(repository);
        this.repository = repository;
        this.links = links;
    }

    Observation associate(AnchorId id, MaterialId material) {
        return changing(
                "associate of " + id.value() + " and " + material,
                id,
                () -> links.associate(id, material),
                before -> before.associated(
                        id, material, before.find(id).orElseThrow().updated()));
    }

    Observation unlink(AnchorId id, MaterialId material) {
        return changing(
                "disassociate of " + id.value() + " and " + material,
                id,
                () -> links.disassociate(id, material),
                before -> before.disassociated(
                        id, material, before.find(id).orElseThrow().updated()));
    }

    Observation linkedTo(MaterialId material) {
        List<String> shown = idsOf(repository.snapshot().linkedTo(material).stream());
        return named(
                "linkedTo of " + material + " returned " + shown,
                before -> Optional.of(before)
                        .filter(it -> idsOf(it.anchors().stream()
                                        .filter(anchor -> anchor.links().contains(material)))
                                .equals(shown)));
    }

    /** Returns the ids in alphabetical order: a history says nothing of the order of a snapshot. */
    private static List<String> idsOf(Stream<Anchor> anchors) {
        return anchors.map(anchor -> anchor.id().value()).sorted().toList();
    }
}
