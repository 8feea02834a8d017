package dev.anchors.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the shortest history that still breaks the same rule: removes steps, in groups and one by one, and makes the rest
 * simpler, until nothing more can be removed or all attempts are used up.
 */
final class Shrinker {

    /** Runs a history on a new repository. */
    @FunctionalInterface
    interface Runner {
        Optional<RuleViolation> run(List<Step> steps) throws Exception;
    }

    private final Runner runner;
    private List<Step> steps;
    private RuleViolation violation;
    private int attempts;

    /** @param attempts the most histories that are run */
    Shrinker(Runner runner, int attempts, List<Step> steps, RuleViolation violation) {
        this.runner = runner;
        this.attempts = attempts;
        this.steps = steps;
        this.violation = violation;
    }

    void shrink() throws Exception {
        boolean progress = true;
        while (progress && !isUsedUp()) {
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

    /** Returns whether there may be a shorter history that was not tried. */
    boolean isUsedUp() {
        return attempts == 0;
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
        if (isUsedUp() || candidate.isEmpty()) {
            return false;
        }
        attempts--;
        Optional<RuleViolation> failure = runner.run(candidate).filter(it -> it.rule() == violation.rule());
        failure.ifPresent(it -> {
            steps = candidate;
            violation = it;
        });
        return failure.isPresent();
    }

    private static Stream<Step> simpler(Step step) {
        if (step instanceof Step.Create create) {
            Stream<Step> fewer = Stream.of(
                            1, 2, create.count() / 2, create.count() - create.count() / 8, create.count() - 1)
                    .filter(count -> 0 < count && count < create.count())
                    .map(count -> new Step.Create(create.number(), create.call(), count));
            return Stream.concat(
                    fewer, simpler(create.call()).map(call -> new Step.Create(create.number(), call, create.count())));
        }
        return step instanceof Step.Make make ? simpler(make.call()).map(Step.Make::new) : Stream.empty();
    }

    private static <P> Stream<Call<P>> simpler(Call<P> call) {
        return call.arguments().simpler().map(call::with);
    }
}
