package dev.anchors.testkit.contract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What many threads did to one anchor and saw of it. It is linearizable (rule CON-2) when one thread could have done
 * the same, one call after the other, in an order in which no call comes before one that had ended when it began.
 */
final class History {

    /** What becomes of an anchor with one asset; there is no way back. */
    enum Stage {
        LINKED,
        UNLINKED,
        DELETED
    }

    /** What a call returned. */
    enum Outcome {
        SAW_IT_LINKED,
        SAW_IT_UNLINKED,
        DID_NOT_FIND_IT,
        UNLINKED_IT,
        DELETED_IT;

        /** Returns the stage that the call leaves behind, or nothing if it cannot have found that stage. */
        Optional<Stage> at(Stage stage) {
            boolean possible = switch (this) {
                case SAW_IT_LINKED -> stage == Stage.LINKED;
                case SAW_IT_UNLINKED -> stage == Stage.UNLINKED;
                case DID_NOT_FIND_IT -> stage == Stage.DELETED;
                case UNLINKED_IT, DELETED_IT -> stage != Stage.DELETED;
            };
            Stage next = switch (this) {
                case UNLINKED_IT -> Stage.UNLINKED;
                case DELETED_IT -> Stage.DELETED;
                default -> stage;
            };
            return Optional.of(next).filter(it -> possible);
        }
    }

    private record Step(long began, long ended, Outcome outcome) {}

    private final AtomicLong ticks = new AtomicLong();
    private final Queue<Step> calls = new ConcurrentLinkedQueue<>();

    /** Makes a call and keeps its outcome. */
    void record(Supplier<Outcome> call) {
        long began = ticks.getAndIncrement();
        Outcome outcome = call.get();
        calls.add(new Step(began, ticks.getAndIncrement(), outcome));
    }

    boolean isLinearizable() {
        List<Step> all = List.copyOf(calls);
        BitSet left = new BitSet();
        left.set(0, all.size());
        return canGoOn(all, left, Stage.LINKED, new HashSet<>());
    }

    /** Tries every call that may come next; what was tried in vain once is not tried again. */
    private static boolean canGoOn(List<Step> all, BitSet left, Stage stage, Set<Object> tried) {
        if (left.isEmpty()) {
            return true;
        }
        if (!tried.add(List.of(left.clone(), stage))) {
            return false;
        }
        long firstEnd = left.stream().mapToLong(i -> all.get(i).ended()).min().orElseThrow();
        for (int i : left.stream().filter(i -> all.get(i).began() < firstEnd).toArray()) {
            Optional<Stage> next = all.get(i).outcome().at(stage);
            if (next.isPresent()) {
                BitSet rest = (BitSet) left.clone();
                rest.clear(i);
                if (canGoOn(all, rest, next.get(), tried)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Shows the calls as they began. */
    @Override
    public String toString() {
        List<Step> inOrder = new ArrayList<>(calls);
        inOrder.sort(Comparator.comparingLong(Step::began));
        return inOrder.stream()
                .map(call -> "from " + call.began() + " to " + call.ended() + ": " + call.outcome())
                .collect(Collectors.joining("\n"));
    }
}
