package dev.anchors.http.internal.calls;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchdogTest {

    private final Watchdog watchdog = new Watchdog();
    private final List<CountingCall> calls = new ArrayList<>();
    private final List<Watchdog.Watch> watches = new ArrayList<>();

    @AfterEach
    void stop() {
        watches.forEach(Watchdog.Watch::end);
        watchdog.stop();
    }

    @Test
    void every_watched_call_is_looked_at() throws InterruptedException {
        watch(200);

        for (CountingCall call : calls) {
            assertThat(call.looks.await(30, SECONDS)).isTrue();
        }
    }

    @Test
    void watches_that_end_in_any_order_leave_the_others_watched() throws InterruptedException {
        watch(9);
        for (int ended : new int[] {8, 0, 4, 4}) {
            watches.get(ended).end();
        }
        List<CountingCall> left =
                IntStream.of(1, 2, 3, 5, 6, 7).mapToObj(calls::get).toList();
        left.forEach(CountingCall::restart);

        for (CountingCall call : left) {
            assertThat(call.looks.await(30, SECONDS)).isTrue();
        }
    }

    @Test
    void nothing_is_kept_of_watches_that_have_ended() {
        watch(9);
        for (int ended : new int[] {4, 8, 5, 0, 7, 1, 3, 2, 6}) {
            watches.get(ended).end();
        }

        assertThat(becomesTrue(() -> !watchdog.isWatching())).isTrue();
    }

    @Test
    void a_call_that_runs_out_of_memory_while_it_is_ended_is_looked_at_again() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(3);
        watches.add(watchdog.watch(now -> {
            looks.countDown();
            throw new OutOfMemoryError("as a full heap would");
        }));

        assertThat(looks.await(30, SECONDS)).isTrue();
    }

    @Test
    void looking_allocates_nothing() throws InterruptedException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AllocationProbe probe = new AllocationProbe(threads);
        watch(10);
        watches.add(watchdog.watch(probe));

        assertThat(probe.done.await(30, SECONDS)).isTrue();
        assertThat(probe.allocatedByLooks).isZero();
    }

    private void watch(int count) {
        for (int i = 0; i < count; i++) {
            CountingCall call = new CountingCall();
            calls.add(call);
            watches.add(watchdog.watch(call));
        }
    }

    /** The bound is generous: a look takes place every ten milliseconds. */
    private static boolean becomesTrue(BooleanSupplier condition) {
        long end = System.nanoTime() + SECONDS.toNanos(30);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return condition.getAsBoolean();
    }

    private static final class CountingCall implements Watchdog.Watched {

        private volatile CountDownLatch looks = new CountDownLatch(2);

        void restart() {
            looks = new CountDownLatch(2);
        }

        @Override
        public void endIfDue(long nanoTime) {
            looks.countDown();
        }
    }

    /** Is called by the watchdog's thread and compares what that thread has allocated from one look to the next. */
    private static final class AllocationProbe implements Watchdog.Watched {

        private static final int WARM_UP = 20;

        private final ThreadMXBean threads;
        private final CountDownLatch done = new CountDownLatch(1);
        private int looks;
        private long before;
        private volatile long allocatedByLooks = Long.MAX_VALUE;

        AllocationProbe(ThreadMXBean threads) {
            this.threads = threads;
        }

        @Override
        public void endIfDue(long nanoTime) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            looks++;
            if (looks > WARM_UP) {
                allocatedByLooks = Math.min(allocatedByLooks, allocated - before);
            }
            if (looks == 2 * WARM_UP) {
                done.countDown();
            }
            before = threads.getCurrentThreadAllocatedBytes();
        }
    }
}
