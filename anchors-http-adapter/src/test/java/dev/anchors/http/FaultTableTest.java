package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation meets every fault, and ends as {@code README.md} says. */
@Timeout(60)
class FaultTableTest {

    /** The deadline of calls that only their deadline ends: generous, so that a request can leave on a busy machine. */
    private static final Duration SHORT = Duration.ofMillis(500);

    /** The deadline of calls that end by themselves. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final Duration MARGIN = Duration.ofMillis(250);

    /** A generous bound for calls that need not wait for their deadline. */
    private static final Duration WITHOUT_WAITING = Duration.ofSeconds(5);

    /** The first calls load classes, which can take longer than the short deadline. */
    @BeforeAll
    static void load_classes() throws IOException {
        for (String name : List.of("500 with text", "closed without a response", "broken JSON")) {
            Fault fault =
                    faults().filter(it -> it.name().equals(name)).findAny().orElseThrow();
            try (FaultyService service = FaultyService.with(fault);
                    HttpAnchorRepository anchors = repository(service, LONG)) {
                for (Invocation invocation : Invocation.values()) {
                    invocation.attemptOn(anchors);
                }
            }
        }
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("cases")
    void a_call_that_meets_a_fault_ends_in_time_and_the_next_call_works(
            Fault fault, Invocation invocation, Ending ending) throws IOException {
        Duration timeout = fault.hangs() ? SHORT : LONG;
        try (FaultyService service = FaultyService.with(fault);
                HttpAnchorRepository anchors = repository(service, timeout);
                Stopwatch stopwatch = Stopwatch.start()) {
            Duration time = stopwatch.time(() -> ending.assertEndOf(invocation, anchors));

            assertThat(time).isLessThan(fault.hangs() ? SHORT.plus(MARGIN) : WITHOUT_WAITING);
            assertThat(service.requests()).extracting(FaultTableTest::method).isEqualTo(fault.requests(invocation));
            assertThat(service.requests())
                    .filteredOn(it -> it.startsWith("POST"))
                    .doesNotHaveDuplicates();
            assertThat(service.connections())
                    .isLessThanOrEqualTo(Math.max(1, service.requests().size()));
            service.recover();
            HttpAnchorRepository patient = anchors.withCallTimeout(LONG);
            Ending.DONE.assertEndOf(Invocation.SNAPSHOT, patient);
            Ending.DONE.assertEndOf(invocation, patient);
        }
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("casesOnKeptConnections")
    void a_call_that_meets_a_fault_on_a_kept_connection_ends_the_same_way(
            Fault fault, Invocation invocation, Ending ending) throws IOException {
        try (FaultyService service = FaultyService.healthyUntilFailing(fault);
                HttpAnchorRepository anchors = repository(service, LONG)) {
            anchors.snapshot();
            int before = service.requests().size();
            service.fail();

            ending.assertEndOf(invocation, anchors);

            List<String> requests =
                    service.requests().subList(before, service.requests().size());
            List<String> expected = new ArrayList<>(fault.requests(invocation));
            if (isLostRead(invocation, ending) && requests.size() > 1) {
                expected.add("GET"); // sent again, since the connection may have been closed while it was idle
            }
            assertThat(requests).extracting(FaultTableTest::method).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void no_fault_costs_the_repository_a_connection(Fault fault) throws Exception {
        try (FaultyService service = FaultyService.with(fault);
                HttpAnchorRepository anchors = repository(service, fault.hangs() ? SHORT : LONG)) {
            attemptAllAtOnce(anchors);
            service.recover();

            ConnectionLeaks.assertNone(anchors);
        }
    }

    static Stream<Arguments> cases() {
        return cases(faults());
    }

    static Stream<Arguments> casesOnKeptConnections() {
        return cases(faults().filter(fault -> fault.moment() == Fault.Moment.RESPOND && !fault.hangs()));
    }

    static Stream<Fault> faults() {
        return Fault.all();
    }

    private static Stream<Arguments> cases(Stream<Fault> faults) {
        return faults.flatMap(fault -> Stream.of(Invocation.values())
                .flatMap(invocation ->
                        fault.ending(invocation).map(ending -> arguments(fault, invocation, ending)).stream()));
    }

    private static void attemptAllAtOnce(HttpAnchorRepository anchors) throws InterruptedException {
        List<Thread> callers = Stream.of(Invocation.values())
                .map(invocation -> new Thread(() -> invocation.attemptOn(anchors)))
                .toList();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private static HttpAnchorRepository repository(FaultyService service, Duration callTimeout) {
        return service.addressed(HttpAnchorRepository.builder())
                .callTimeout(callTimeout)
                .maxResponseBytes(1_000_000)
                .build();
    }

    private static boolean isLostRead(Invocation invocation, Ending ending) {
        return ending == Ending.LOST && !invocation.operation().isChanging();
    }

    private static String method(String requestLine) {
        return requestLine.substring(0, requestLine.indexOf(' '));
    }
}
