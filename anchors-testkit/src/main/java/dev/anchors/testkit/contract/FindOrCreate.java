package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds or creates an anchor; its failures are those of a snapshot and of a create. */
final class FindOrCreate extends PortOperation<AnchorRepository> {

    FindOrCreate() {
        super(Operation.CREATE, "findOrCreate", 1, Parameter.KNOWN_SEED);
    }

    @Override
    Set<Operation> named() {
        return Set.of(Operation.CREATE, Operation.SNAPSHOT);
    }

    @Override
    Anchor call(AnchorRepository repository, Arguments arguments) {
        return repository.findOrCreate(arguments.get(Parameter.KNOWN_SEED));
    }

    /** Allows a new anchor although there is one already, which another thread may have created meanwhile (FOC-3). */
    @Override
    Optional<Model> explain(Model before, Arguments arguments, Object result) {
        Anchor anchor = (Anchor) result;
        if (!before.hasIssued(anchor.id())) {
            return Optional.of(before.created(List.of(anchor)));
        }
        Stream<Anchor> oldest = oldest(before.anchors(), arguments.get(Parameter.KNOWN_SEED)).stream();
        return oldest.map(Rules::untimed).anyMatch(Rules.untimed(anchor)::equals)
                ? Optional.of(before)
                : Optional.empty();
    }

    /** Returns the anchors with the path and the type of a seed that were created first: several, if at the same time. */
    static List<Anchor> oldest(List<Anchor> anchors, SeededAnchor seed) {
        List<Anchor> matching = anchors.stream()
                .filter(anchor -> anchor.type() == seed.type())
                .filter(anchor -> anchor.paths().contains(seed.fullpath().normalized()))
                .toList();
        Optional<Instant> first = matching.stream().map(Anchor::createdAt).min(Comparator.naturalOrder());
        return matching.stream()
                .filter(anchor -> first.filter(anchor.createdAt()::equals).isPresent())
                .toList();
    }
}
