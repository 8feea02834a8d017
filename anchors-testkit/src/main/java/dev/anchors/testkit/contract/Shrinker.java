package dev.anchors.testkit.contract;

import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Transferables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the shortest history that still breaks the same rule: removes steps, in groups and one by one, and makes the rest
 * simpler, until nothing more can be removed or the time is over.
 */
final class Shrinker {

    /** Runs a history on a new repository. */
    @FunctionalInterface
    interface Runner {
        Optional<RuleViolation> run(List<Step> steps) throws Exception;
    }

    private final Runner runner;
    private final long deadline;
    private List<Step> steps;
    private RuleViolation violation;

    Shrinker(Runner runner, Duration budget, List<Step> steps, RuleViolation violation) {
        this.runner = runner;
        this.deadline = System.nanoTime() + budget.toNanos();
        this.steps = steps;
        this.violation = violation;
    }

    void shrink() throws Exception {
        boolean progress = true;
        while (progress && hasTime()) {
            boolean removed = removeSteps();
            progress = simplifySteps() || removed;
        }
    }

    /** Returns the shortest history that was found. */
    List<Step> steps() {
        return steps;
    }

    /** Returns how the shortest history breaks the rule. */
    RuleViolation violation() {
        return violation;
    }

    boolean hasTime() {
        return System.nanoTime() < deadline;
    }

    private boolean removeSteps() throws Exception {
        boolean progress = false;
        for (int group = Math.max(1, steps.size() / 2); group > 0; group /= 2) {
            for (int end = steps.size(); end > 0; end -= group) {
                List<Step> fewer = new ArrayList<>(steps);
                fewer.subList(Math.max(0, end - group), Math.min(end, fewer.size()))
                        .clear();
                progress |= takes(fewer);
            }
        }
        return progress;
    }

    private boolean simplifySteps() throws Exception {
        boolean progress = false;
        for (int index = 0; index < steps.size(); index++) {
            while (simplify(index)) {
                progress = true;
            }
        }
        return progress;
    }

    /** Takes the first simpler form of a step with which the history still fails. */
    private boolean simplify(int index) throws Exception {
        Step step = steps.get(index);
        for (Step simpler : simpler(step).filter(other -> !other.equals(step)).toList()) {
            List<Step> changed = new ArrayList<>(steps);
            changed.set(index, simpler);
            if (takes(changed)) {
                return true;
            }
        }
        return false;
    }

    private boolean takes(List<Step> candidate) throws Exception {
        if (!hasTime() || candidate.isEmpty()) {
            return false;
        }
        Optional<RuleViolation> failure = runner.run(candidate).filter(it -> it.rule() == violation.rule());
        failure.ifPresent(it -> {
            steps = candidate;
            violation = it;
        });
        return failure.isPresent();
    }

    private static Stream<Step> simpler(Step step) {
        if (step instanceof Step.Create create) {
            return Stream.concat(
                    Stream.of(1, 2, create.count() / 2, create.count() - create.count() / 8, create.count() - 1)
                            .filter(count -> 0 < count && count < create.count())
                            .map(count ->
                                    new Step.Create(create.number(), create.seed(), create.transferables(), count)),
                    Stream.concat(simpler(create.seed()), Stream.of(create.seed()))
                            .map(seed ->
                                    new Step.Create(create.number(), seed, Transferables.INCLUDED, create.count())));
        }
        return Stream.empty();
    }

    private static Stream<SeededAnchor> simpler(SeededAnchor seed) {
        SeededAnchor path = SeededAnchor.builder(seed.type(), seed.fullpath()).build();
        return Stream.of(
                SeededAnchor.file("/a"),
                path,
                path.toBuilder().asset(seed.asset().orElse(null)).build(),
                rebuilt(seed, new FullPath("/a")),
                seed.toBuilder().name(null).build(),
                seed.toBuilder().watch(null).build(),
                seed.toBuilder().platform(null).build(),
                seed.toBuilder().asset(null).build(),
                seed.toBuilder().conversation(null).build(),
                seed.toBuilder().schema(null).build(),
                withoutLists(seed));
    }

    private static SeededAnchor rebuilt(SeededAnchor seed, FullPath path) {
        SeededAnchor.Builder copy = withoutLists(seed, path);
        seed.persons().forEach(copy::person);
        seed.annotations().forEach(copy::annotation);
        return copy.build();
    }

    private static SeededAnchor withoutLists(SeededAnchor seed) {
        return withoutLists(seed, seed.fullpath()).build();
    }

    private static SeededAnchor.Builder withoutLists(SeededAnchor seed, FullPath path) {
        return SeededAnchor.builder(seed.type(), path)
                .name(seed.name().orElse(null))
                .watch(seed.watch().orElse(null))
                .platform(seed.platform().orElse(null))
                .asset(seed.asset().orElse(null))
                .conversation(seed.conversation().orElse(null))
                .schema(seed.schema().orElse(null));
    }
}
