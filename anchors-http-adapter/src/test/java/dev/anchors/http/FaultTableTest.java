package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation meets every fault, and ends as {@code README.md} says. */
@Timeout(60)
class FaultTableTest {

    /** Long enough for a request to leave, even on a machine that has other things to do. */
    private static final Duration SHORT = Duration.ofMillis(500);

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofMillis(250);

    private static Stopwatch stopwatch;

    /** The first calls load classes, which can take longer than a short timeout. */
    @BeforeAll
    static void warm_up() throws IOException {
        stopwatch = Stopwatch.start();
        for (String name : List.of("500 with text", "closed without an answer", "broken JSON")) {
            Fault fault =
                    Fault.all().filter(it -> it.name().equals(name)).findAny().orElseThrow();
            try (FaultyService service = FaultyService.with(fault);
                    AnchorRepository anchors = repository(service, LONG)) {
                for (Invocation invocation : Invocation.values()) {
                    invocation.attemptOn(anchors);
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        stopwatch.close();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("cases")
    void a_call_ends_in_time_and_the_next_one_works(Fault fault, Invocation invocation, Ending ending)
            throws IOException {
        Duration timeout = fault.hangs() ? SHORT : LONG;
        try (FaultyService service = FaultyService.with(fault);
                HttpAnchorRepository anchors = repository(service, timeout)) {
            Duration time = stopwatch.time(() -> assertEnds(ending, invocation, anchors));

            assertThat(time).isLessThan(timeout.plus(MARGIN));
            assertThat(service.requests()).extracting(FaultTableTest::method).isEqualTo(fault.requests(invocation));
            assertThat(service.requests())
                    .filteredOn(it -> it.startsWith("POST"))
                    .doesNotHaveDuplicates();
            assertThat(service.connections())
                    .isLessThanOrEqualTo(Math.max(1, service.requests().size()));
            assertThat(anchors.leasedConnections()).isZero();
            service.recover();
            assertEnds(Ending.DONE, Invocation.SNAPSHOT, anchors);
            assertEnds(Ending.DONE, invocation, anchors);
        }
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("casesBehindAnAnswer")
    void it_does_so_on_a_connection_that_served_before(Fault fault, Invocation invocation, Ending ending)
            throws IOException {
        try (FaultyService service = FaultyService.wellBefore(fault);
                HttpAnchorRepository anchors = repository(service, LONG)) {
            anchors.snapshot();
            int before = service.requests().size();
            service.fail();

            assertEnds(ending, invocation, anchors);

            List<String> requests =
                    service.requests().subList(before, service.requests().size());
            List<String> expected = new ArrayList<>(fault.requests(invocation));
            if (isLostRead(invocation, ending) && requests.size() > 1) {
                expected.add("GET"); // once more, since the connection may have been closed while it was idle
            }
            assertThat(requests).extracting(FaultTableTest::method).isEqualTo(expected);
            assertThat(anchors.leasedConnections()).isZero();
        }
    }

    static Stream<Arguments> cases() {
        return cases(Fault.all());
    }

    static Stream<Arguments> casesBehindAnAnswer() {
        return cases(Fault.all().filter(fault -> fault.moment() == Fault.Moment.REQUEST && !fault.hangs()));
    }

    private static Stream<Arguments> cases(Stream<Fault> faults) {
        return faults.flatMap(fault -> Stream.of(Invocation.values())
                .flatMap(invocation ->
                        fault.ending(invocation).map(ending -> arguments(fault, invocation, ending)).stream()));
    }

    private static void assertEnds(Ending ending, Invocation invocation, AnchorRepository anchors) {
        try {
            List<String> ids = invocation.on(anchors);

            assertThat(ending.failure()).as("the call got %s", ids).isNull();
            assertThat(ids).isEqualTo(ending.ids(invocation));
        } catch (AnchorRepositoryException failure) {
            assertThat(failure).isExactlyInstanceOf(ending.failure());
            assertThat(failure.effect()).isEqualTo(ending.effect(invocation));
            assertThat(failure.operation()).isEqualTo(invocation.operation());
            assertThat(failure.getMessage()).doesNotContain("\n", "rosa");
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
