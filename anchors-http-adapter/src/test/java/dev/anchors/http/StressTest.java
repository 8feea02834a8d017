package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.TimedOutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads call a service with random faults. The profile {@code stress} makes more calls. */
@Timeout(600)
class StressTest {

    private static final int THREADS = 64;
    private static final int CALLS_OF_A_THREAD = Integer.getInteger("anchors.stress.calls", 50);
    private static final long SEED = Long.getLong("anchors.stress.seed", 20_240_501L);
    private static final Duration CALL_TIMEOUT = Duration.ofMillis(500);

    private final Set<Class<?>> endings = ConcurrentHashMap.newKeySet();

    @Test
    void calls_of_64_threads_end_as_documented_and_cost_no_connection() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(THREADS);
        try (FaultyService service = FaultyService.withRandomFaults(new Random(SEED));
                HttpAnchorRepository anchors = service.addressed(HttpAnchorRepository.builder())
                        .callTimeout(CALL_TIMEOUT)
                        .maxResponseBytes(1_000_000)
                        .build()) {
            together(callers, thread -> {
                Random random = new Random(SEED + thread);
                for (int call = 0; call < CALLS_OF_A_THREAD; call++) {
                    callAndRecord(anchors, random, "t" + thread + "-" + call);
                }
            });

            assertThat(endings)
                    .contains(
                            MalformedResponseException.class,
                            RequestRefusedException.class,
                            ServiceFailedException.class,
                            TimedOutException.class,
                            ConnectionFailedException.class,
                            Void.class);
            service.recover();
            ConnectionLeaks.assertNone(anchors);
            HttpAnchorRepository patient = anchors.withCallTimeout(Duration.ofMinutes(10));
            CyclicBarrier all = new CyclicBarrier(THREADS);
            together(callers, thread -> {
                all.await();
                assertThat(patient.find(new AnchorId("t" + thread))).isPresent();
            });
        } finally {
            callers.shutdownNow();
        }
    }

    private void callAndRecord(HttpAnchorRepository anchors, Random random, String token) {
        Invocation invocation = Invocation.any(random);
        try {
            call(invocation, anchors, token);
            endings.add(Void.class);
        } catch (AnchorRepositoryException failure) {
            assertThat(failure.operation()).isEqualTo(invocation.operation());
            endings.add(failure.getClass());
        }
    }

    /** Makes a call that would notice the response of another call. */
    private static void call(Invocation invocation, HttpAnchorRepository anchors, String token) {
        switch (invocation) {
            case CREATE -> {
                SeededAnchor seed = SeededAnchor.builder(AnchorType.FILE, new FullPath("/home/rosa"))
                        .name(token)
                        .build();
                assertThat(anchors.create(seed).id()).isEqualTo(new AnchorId(token));
            }
            case FIND ->
                anchors.find(new AnchorId(token))
                        .ifPresent(anchor -> assertThat(anchor.id()).isEqualTo(new AnchorId(token)));
            default -> assertThat(invocation.on(anchors)).isSubsetOf("a");
        }
    }

    private static void together(ExecutorService callers, Task task) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            running.add(callers.submit(() -> {
                task.run(thread);
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get(); // the limit of the test keeps the build from hanging
        }
    }

    @FunctionalInterface
    private interface Task {
        void run(int thread) throws Exception;
    }
}
