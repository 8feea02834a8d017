package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Virtual threads, which there are from Java 21 on; the library is compiled for 17. */
@Timeout(120)
class VirtualThreadsTest {

    private static final int THREADS = 200;
    private static final int CONNECTIONS = 64;

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void many_share_one_slow_service() throws Exception {
        callFromVirtualThreads();
    }

    /** Before Java 24 a virtual thread was pinned by any monitor, those of the JDK's sockets too. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void they_are_not_pinned(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("pinned.jfr");
        long pinned;
        callFromVirtualThreads(); // a thread that waits for a class to be initialised is pinned, too
        try (Recording recording = new Recording()) {
            recording // of nothing else: to write an event of a virtual thread's own may pin it
                    .enable("jdk.VirtualThreadPinned")
                    .withThreshold(Duration.ZERO)
                    .withStackTrace();
            recording.start();
            callFromVirtualThreads();
            pinned = pinOneOnPurpose();
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(events)
                .as("those of the thread that shows them to be recorded")
                .anyMatch(isOf(pinned));
        assertThat(events).as("those of others").allMatch(isOf(pinned));
    }

    private static void callFromVirtualThreads() throws Exception {
        CountDownLatch asked = new CountDownLatch(CONNECTIONS);
        try (RawServer server = RawServer.start(connection -> serveSlowly(connection, asked));
                HttpAnchorRepository anchors =
                        HttpAnchorRepository.builder().baseUrl(server.baseUrl()).build()) {
            ExecutorService threads = newVirtualThreadPerTaskExecutor();
            List<Call> calls = new ArrayList<>();
            Random random = new Random(5);
            for (int i = 0; i < THREADS; i++) {
                Invocation invocation = Invocation.any(random);
                calls.add(new Call(invocation, threads.submit(() -> invocation.on(anchors))));
            }
            for (Call call : calls) {
                assertThat(call.ids.get(60, SECONDS)).isEqualTo(Ending.DONE.ids(call.invocation));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, SECONDS)).isTrue();
            assertThat(server.requests()).hasSize(THREADS);
            ConnectionLeaks.assertNone(anchors);
        }
    }

    /** Answers nobody until as many have asked as there are connections. */
    private static void serveSlowly(RawConnection connection, CountDownLatch asked) throws IOException {
        while (true) {
            RawConnection.Request request = connection.readRequest();
            asked.countDown();
            try {
                asked.await();
            } catch (InterruptedException nobodyDoes) {
                throw new IOException(nobodyDoes);
            }
            connection.send(TestResponses.to(request));
        }
    }

    private static ExecutorService newVirtualThreadPerTaskExecutor() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private record Call(Invocation invocation, Future<List<String>> ids) {}

    /** Returns the thread's id. */
    private static long pinOneOnPurpose() throws Exception {
        ExecutorService threads = newVirtualThreadPerTaskExecutor();
        Future<Long> pinned = threads.submit(() -> {
            PinsWhenInitialised.now();
            return Thread.currentThread().getId();
        });
        threads.shutdown();
        return pinned.get(60, SECONDS);
    }

    private static Predicate<RecordedEvent> isOf(long thread) {
        return event -> event.getThread().getJavaThreadId() == thread;
    }

    /** A thread that initialises a class cannot leave its carrier, whatever it waits for. */
    private static final class PinsWhenInitialised {

        static {
            LockSupport.parkNanos(1_000_000);
        }

        static void now() {
            // to be called is enough
        }
    }
}
