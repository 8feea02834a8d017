package dev.anchors.http.internal.calls;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchdogTest {

    private final Watchdog watchdog = new Watchdog();
    private final List<CountingCall> calls = new ArrayList<>();

    @AfterEach
    void stop() {
        calls.forEach(watchdog::forget);
        watchdog.stop();
    }

    @Test
    void every_watched_call_is_looked_at() throws InterruptedException {
        watch(200); // more than there is room for at first

        for (CountingCall call : calls) {
            assertThat(call.looks.await(30, SECONDS)).isTrue();
        }
    }

    @Test
    void forgetting_calls_in_any_order_keeps_the_others_watched() throws InterruptedException {
        watch(9);
        for (int forgotten : new int[] {8, 0, 4, 4}) {
            watchdog.forget(calls.get(forgotten));
        }
        List<CountingCall> left =
                IntStream.of(1, 2, 3, 5, 6, 7).mapToObj(calls::get).toList();
        left.forEach(CountingCall::restart);

        for (CountingCall call : left) {
            assertThat(call.looks.await(30, SECONDS)).isTrue();
        }
    }

    @Test
    void a_call_that_runs_out_of_memory_while_it_is_ended_is_looked_at_again() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(3);
        Watchdog.Watched exhausted = new Watchdog.Watched() {
            @Override
            void endIfDue(long nanoTime) {
                looks.countDown();
                throw new OutOfMemoryError("as a full heap would");
            }
        };
        watchdog.watch(exhausted);

        assertThat(looks.await(30, SECONDS)).isTrue();
        watchdog.forget(exhausted);
    }

    @Test
    void looking_allocates_nothing() throws InterruptedException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AllocationProbe probe = new AllocationProbe(threads);
        watch(10);
        watchdog.watch(probe);

        assertThat(probe.done.await(30, SECONDS)).isTrue();
        watchdog.forget(probe);

        assertThat(probe.allocatedByLooks).isZero();
    }

    private void watch(int count) {
        for (int i = 0; i < count; i++) {
            CountingCall call = new CountingCall();
            calls.add(call);
            watchdog.watch(call);
        }
    }

    private static final class CountingCall extends Watchdog.Watched {

        private volatile CountDownLatch looks = new CountDownLatch(2);

        void restart() {
            looks = new CountDownLatch(2);
        }

        @Override
        void endIfDue(long nanoTime) {
            looks.countDown();
        }
    }

    /** Is called by the watchdog's thread and compares what that thread has allocated from one look to the next. */
    private static final class AllocationProbe extends Watchdog.Watched {

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
        void endIfDue(long nanoTime) {
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
