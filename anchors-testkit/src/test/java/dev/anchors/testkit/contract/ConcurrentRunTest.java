package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrentRunTest {

    private static final Duration LONG = Duration.ofMinutes(10); // longer than the limit of a test

    private final Lock lock = new ReentrantLock();
    private final Lock other = new ReentrantLock();

    @Test
    void threads_that_wait_for_locks_of_each_other_fail_at_once() {
        CyclicBarrier locked = new CyclicBarrier(2);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ConcurrentRun.run(
                        LONG, 2, thread -> thread == 0 ? locking(lock, locked, other) : locking(other, locked, lock)))
                .withMessageStartingWith(
                        "a call waits for a lock that another call holds, which waits for that call's end: in ")
                .withMessageContaining("ConcurrentRunTest");
    }

    @Test
    void a_thread_that_waits_for_a_lock_of_the_thread_that_awaits_it_fails_at_once() {
        lock.lock();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ConcurrentRun.run(LONG, 1, thread -> () -> passing(lock)))
                .withMessageStartingWith("a call waits for a lock");
    }

    @Test
    void a_thread_may_wait_for_a_lock_that_is_released() throws Exception {
        CyclicBarrier locked = new CyclicBarrier(2);

        assertThat(ConcurrentRun.run(LONG, 2, thread -> () -> {
                    if (thread == 0) {
                        lock.lock();
                        try {
                            locked.await();
                        } finally {
                            lock.unlock();
                        }
                        return "released";
                    }
                    locked.await();
                    return passing(lock);
                }))
                .isEqualTo(List.of("released", "passed"));
    }

    private static Callable<String> locking(Lock first, CyclicBarrier locked, Lock second) {
        return () -> {
            first.lock();
            try {
                locked.await();
                return passing(second);
            } finally {
                first.unlock();
            }
        };
    }

    private static String passing(Lock lock) throws InterruptedException {
        lock.lockInterruptibly(); // the end of the run interrupts the thread
        lock.unlock();
        return "passed";
    }
}
