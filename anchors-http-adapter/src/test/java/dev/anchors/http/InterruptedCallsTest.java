package dev.anchors.http;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.ports.InterruptedCallException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are interrupted while they wait, connect, send or read, or after they have ended. */
@Timeout(120)
class InterruptedCallsTest {

    private static final int CALLS = 1_000;

    /** More than there are connections, so that some calls wait for a connection. */
    private static final int THREADS = 80;

    private static final int LONGEST_MICROSECONDS = 40_000;

    private final OwnThreads threads = new OwnThreads();

    @Test
    void a_thousand_interrupted_calls_leave_no_thread_and_cost_no_connection() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        AtomicBoolean healthy = new AtomicBoolean();
        try (RawServer server = RawServer.start(connection -> {
                    while (true) {
                        RawConnection.Request request = connection.readRequest();
                        if (!healthy.get() && requests.incrementAndGet() % 2 == 0) {
                            connection.awaitClose();
                            return;
                        }
                        connection.send(TestResponses.to(request));
                    }
                });
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .callTimeout(Duration.ofMinutes(10))
                        .build()) {
            int interrupted = interruptCalls(anchors);

            assertThat(interrupted).isGreaterThan(CALLS / 10);
            assertThat(threads.started()).extracting(Thread::getName).containsExactly("anchors-http-watchdog");
            healthy.set(true);
            ConnectionLeaks.assertNone(anchors);
        }
    }

    /** Returns how many calls were ended by the interrupt; the others had completed. */
    private int interruptCalls(HttpAnchorRepository anchors) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(THREADS, threads);
        ScheduledExecutorService interrupter = Executors.newSingleThreadScheduledExecutor(threads);
        try {
            Random random = new Random(7);
            List<Future<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                Invocation invocation = Invocation.any(random);
                int delay = random.nextInt(LONGEST_MICROSECONDS);
                calls.add(callers.submit(() -> isInterrupted(invocation, anchors, interrupter, delay)));
            }
            int interrupted = 0;
            for (Future<Boolean> call : calls) {
                interrupted += call.get(60, SECONDS) ? 1 : 0;
            }
            return interrupted;
        } finally {
            callers.shutdownNow();
            interrupter.shutdownNow();
            assertThat(callers.awaitTermination(60, SECONDS)).isTrue();
            assertThat(interrupter.awaitTermination(60, SECONDS)).isTrue();
        }
    }

    private static boolean isInterrupted(
            Invocation invocation, HttpAnchorRepository anchors, ScheduledExecutorService interrupter, int delay) {
        Interruption interruption = new Interruption(Thread.currentThread());
        Future<?> scheduled = interrupter.schedule(interruption, delay, MICROSECONDS);
        try {
            invocation.on(anchors);
            return false;
        } catch (InterruptedCallException failure) {
            assertThat(Thread.currentThread().isInterrupted())
                    .as("the interrupt flag")
                    .isTrue();
            return true;
        } finally {
            interruption.end();
            scheduled.cancel(false);
            Thread.interrupted();
        }
    }

    /** Interrupts a thread, unless its call has ended. */
    private static final class Interruption implements Runnable {

        private final Thread thread;
        private boolean over;

        Interruption(Thread thread) {
            this.thread = thread;
        }

        @Override
        public synchronized void run() {
            if (!over) {
                thread.interrupt();
            }
        }

        synchronized void end() {
            over = true;
        }
    }
}
