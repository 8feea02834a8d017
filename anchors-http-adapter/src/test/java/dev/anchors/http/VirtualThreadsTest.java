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

/** Calls on virtual threads, which exist since Java 21; the library is compiled for Java 17. */
@Timeout(120)
class VirtualThreadsTest {

    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final int THREADS = 200;
    private static final int CONNECTIONS = 64;

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void many_virtual_threads_share_one_slow_service() throws Exception {
        callFromVirtualThreads();
    }

    /** Before Java 24 every monitor pinned a virtual thread, also the monitors of the JDK's sockets. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void virtual_threads_are_not_pinned_by_calls(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("pinned.jfr");
        long pinned;
        callFromVirtualThreads(); // initialises classes, which pins the threads that wait for it
        try (Recording recording = new Recording()) {
            recording // records nothing else, since writing an event of a virtual thread can pin the thread
                    .enable(PINNED)
                    .withThreshold(Duration.ZERO)
                    .withStackTrace();
            recording.start();
            callFromVirtualThreads();
            pinned = pinOneOnPurpose();
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(VirtualThreadsTest::isPin)
                .toList();
        assertThat(events)
                .as("the pin of the thread that was pinned on purpose")
                .anyMatch(isOf(pinned));
        assertThat(events).as("pins of other threads").allMatch(isOf(pinned));
    }

    private static void callFromVirtualThreads() throws Exception {
        CountDownLatch requested = new CountDownLatch(CONNECTIONS);
        try (RawServer server = RawServer.start(connection -> serveSlowly(connection, requested));
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

    /** Sends no response before there are as many requests as connections. */
    private static void serveSlowly(RawConnection connection, CountDownLatch requested) throws IOException {
        while (true) {
            RawConnection.Request request = connection.readRequest();
            requested.countDown();
            try {
                requested.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            connection.send(TestResponses.to(request));
        }
    }

    private static ExecutorService newVirtualThreadPerTaskExecutor() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private record Call(Invocation invocation, Future<List<String>> ids) {}

    /** Pins a virtual thread and returns the id of the thread. */
    private static long pinOneOnPurpose() throws Exception {
        ExecutorService threads = newVirtualThreadPerTaskExecutor();
        Future<Long> pinned = threads.submit(() -> {
            PinsWhenInitialised.now();
            return Thread.currentThread().getId();
        });
        threads.shutdown();
        return pinned.get(60, SECONDS);
    }

    /** Returns false for other events, such as those that JUnit 6 records of each test. */
    private static boolean isPin(RecordedEvent event) {
        return event.getEventType().getName().equals(PINNED);
    }

    private static Predicate<RecordedEvent> isOf(long thread) {
        return event -> event.getThread().getJavaThreadId() == thread;
    }

    /** A virtual thread that initialises a class stays pinned while it waits. */
    private static final class PinsWhenInitialised {

        static {
            LockSupport.parkNanos(1_000_000);
        }

        static void now() {
            // the call initialises the class
        }
    }
}
