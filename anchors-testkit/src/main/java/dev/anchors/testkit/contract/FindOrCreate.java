package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.toSet;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    boolean isOneStep(Set<Ability> abilities) {
        return abilities.contains(Ability.FIND_OR_CREATE_IS_ATOMIC);
    }

    @Override
    Anchor call(AnchorRepository repository, Arguments arguments) {
        return repository.findOrCreate(arguments.get(Parameter.KNOWN_SEED));
    }

    @Override
    Optional<Model> explain(Model before, Arguments arguments, Object result) {
        Anchor anchor = (Anchor) result;
        List<Anchor> oldest = oldest(before.anchors(), arguments.get(Parameter.KNOWN_SEED));
        if (oldest.isEmpty()) {
            return before.hasIssued(anchor.id()) ? Optional.empty() : Optional.of(before.created(List.of(anchor)));
        }
        Set<Anchor> untimed = oldest.stream().map(Rules::untimed).collect(toSet());
        return untimed.contains(Rules.untimed(anchor)) ? Optional.of(before) : Optional.empty();
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
