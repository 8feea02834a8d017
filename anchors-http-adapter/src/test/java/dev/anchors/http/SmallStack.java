package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Runs a task at many depths of a small stack, from where the task just cannot begin to where the task can end. */
final class SmallStack {

    private static final int BYTES = 256 * 1024;
    private static final int SUCCESSES_IN_A_ROW = 20;

    private final Runnable task;
    private final Runnable afterOverflow;

    private SmallStack(Runnable task, Runnable afterOverflow) {
        this.task = task;
        this.afterOverflow = afterOverflow;
    }

    /**
     * Makes the task meet the end of the stack, at different points, at least so many times.
     *
     * @param afterOverflow runs after each of these times, with most of the stack free
     */
    static void overflow(int times, Runnable task, Runnable afterOverflow) throws Exception {
        SmallStack stack = new SmallStack(task, afterOverflow);
        FutureTask<?> done = new FutureTask<>(() -> stack.overflow(times), null);
        Thread thread = new Thread(null, done, "small-stack", BYTES);
        thread.setDaemon(true);
        thread.start();
        done.get(60, SECONDS);
    }

    /** Begins anew until it is enough, since the stack becomes deeper when the JVM has compiled what runs on it. */
    private void overflow(int times) {
        int overflows = 0;
        while (overflows < times) {
            overflows += overflowAtEachDepth();
        }
    }

    private int overflowAtEachDepth() {
        int overflows = 0;
        int successesInARow = 0;
        for (int depth = deepest(); successesInARow < SUCCESSES_IN_A_ROW; depth--) {
            AtomicBoolean isBegun = new AtomicBoolean();
            Throwable failure = runAtDepth(depth, () -> {
                isBegun.set(true);
                task.run();
            });
            if (failure == null) {
                successesInARow++;
            } else if (isBegun.get()) {
                assertThat(failure).isInstanceOf(StackOverflowError.class);
                afterOverflow.run();
                overflows++;
                successesInARow = 0;
            }
        }
        return overflows;
    }

    /** Returns about the greatest depth that the stack allows. */
    private static int deepest() {
        int possible = 0;
        int impossible = 1 << 16;
        while (impossible - possible > 1) {
            int depth = (possible + impossible) / 2;
            if (runAtDepth(depth, () -> {}) == null) {
                possible = depth;
            } else {
                impossible = depth;
            }
        }
        return impossible;
    }

    private static @Nullable Throwable runAtDepth(int depth, Runnable run) {
        try {
            descend(depth, run, 1, 2, 3, 4);
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }

    /** The numbers make frames large, so that a stack is no deeper than some thousand frames. */
    private static long descend(int depth, Runnable run, long a, long b, long c, long d) {
        if (depth == 0) {
            run.run();
            return 0;
        }
        return descend(depth - 1, run, b, c, d, a + 1) + a * b + c * d;
    }
}
