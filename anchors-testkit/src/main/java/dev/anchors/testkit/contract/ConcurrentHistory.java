package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.joining;

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

/**
 * The calls that many threads made, with what the calls returned. A history is linearizable (rules CON-2 and CON-3) if one
 * thread could have made the same calls with the same results, one after the other, in an order in which no call comes
 * before a call that had ended when it began.
 */
final class ConcurrentHistory {

    /** A call with its result. */
    @FunctionalInterface
    interface Observation {
        /** Returns the model after the call, or nothing if the call cannot have had its result in this state. */
        Optional<Model> after(Model before);
    }

    private record Call(long began, long ended, Observation observation) {}

    private final Model start;
    private final AtomicLong ticks = new AtomicLong();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    /** @param start the state before the first call */
    ConcurrentHistory(Model start) {
        this.start = start;
    }

    /** Makes a call and records what it returned. */
    void record(Supplier<Observation> call) {
        long began = ticks.getAndIncrement();
        Observation observation = call.get();
        calls.add(new Call(began, ticks.getAndIncrement(), observation));
    }

    boolean isLinearizable() {
        List<Call> all = List.copyOf(calls);
        BitSet left = new BitSet();
        left.set(0, all.size());
        return canContinue(all, left, start, new HashSet<>());
    }

    /** Tries every call that may come next; a combination of calls and state that failed is not tried again. */
    private static boolean canContinue(List<Call> all, BitSet left, Model state, Set<Object> tried) {
        if (left.isEmpty()) {
            return true;
        }
        if (!tried.add(List.of(left.clone(), state))) {
            return false;
        }
        long firstEnd = left.stream().mapToLong(i -> all.get(i).ended()).min().orElseThrow();
        for (int i : left.stream().filter(i -> all.get(i).began() < firstEnd).toArray()) {
            Optional<Model> next = all.get(i).observation().after(state);
            if (next.isPresent()) {
                BitSet rest = (BitSet) left.clone();
                rest.clear(i);
                if (canContinue(all, rest, next.get(), tried)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Shows the calls in the order in which they began. */
    @Override
    public String toString() {
        List<Call> inOrder = new ArrayList<>(calls);
        inOrder.sort(Comparator.comparingLong(Call::began));
        return inOrder.stream()
                .map(call -> "from " + call.began() + " to " + call.ended() + ": " + call.observation())
                .collect(joining("\n"));
    }
}
