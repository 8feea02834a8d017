package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.ManualClock;
import dev.anchors.testkit.contract.Call.Ports;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Runs short random programs of two to four threads, which have to be linearizable. */
final class ConcurrentPrograms {

    private static final int CALLS = 3;

    private final RepositoryContract contract;
    private final WeightedCalls calls;

    ConcurrentPrograms(RepositoryContract contract) {
        this.contract = contract;
        this.calls = new WeightedCalls(contract.roles(), operation -> true);
    }

    /**
     * Runs programs, each with so many anchors that are linked to {@link Rules#ASSET}.
     *
     * @param rule the rule that is broken if no order of the calls explains what they returned
     */
    void check(Rule rule, int anchors) throws Exception {
        contract.closeRepository();
        Random random = new Random(contract.historySeed());
        DelayingClock clock = new DelayingClock(ManualClock.startingAt(contract.startTime()), random.nextLong());
        contract.withNewRepository(clock, original -> {
            for (int round = 0; round < contract.programs(); round++) {
                check(rule, Ports.of(original), clock, anchors, random);
            }
            return rule;
        });
    }

    private void check(Rule rule, Ports ports, DelayingClock clock, int anchors, Random random) throws Exception {
        AnchorRepository repository = ports.of(CoreOperations.ROLE);
        List<Anchor> some = Stream.generate(() -> repository.create(Rules.linked("/notes", Rules.ASSET)))
                .limit(anchors)
                .toList();
        ConcurrentHistory history = new ConcurrentHistory(Model.empty().created(some));
        int threads = 2 + random.nextInt(3);
        List<List<Call<?>>> programs =
                Stream.generate(() -> program(some, random)).limit(threads).toList();

        ConcurrentRun.run(contract.concurrencyTimeout(), threads, thread -> () -> {
            for (Call<?> call : programs.get(thread)) {
                clock.countEvent();
                history.record(() -> call.observe(ports));
                clock.countEvent();
            }
            return thread;
        });

        RuleViolation.check(
                rule, history.isLinearizable(), "no order of these calls explains what they returned:%n%s", history);
        deleteAll(repository);
    }

    private List<Call<?>> program(List<Anchor> anchors, Random random) {
        return Stream.<Call<?>>generate(() -> sample(
                        calls.next(random),
                        anchors.get(random.nextInt(anchors.size())).id(),
                        random))
                .limit(CALLS)
                .toList();
    }

    private static <P> Call<P> sample(Call<P> call, AnchorId anchor, Random random) {
        List<Arguments> samples = call.operation().samples(anchor);
        return call.with(samples.get(random.nextInt(samples.size())));
    }

    private static void deleteAll(AnchorRepository repository) {
        Set<AnchorId> left = new HashSet<>();
        repository.snapshot().forEach(anchor -> left.add(anchor.id()));
        left.forEach(repository::delete);
    }
}
