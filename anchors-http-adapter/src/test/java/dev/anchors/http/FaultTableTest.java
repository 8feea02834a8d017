package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation meets every fault, and ends as {@code README.md} says. {@link HangingServiceTest} has those that hang. */
@Timeout(60)
class FaultTableTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_call_that_meets_a_fault_ends_long_before_its_deadline_and_the_next_call_works(FaultCase subject)
            throws Exception {
        try (FaultyCall call = FaultyCall.start(subject, FaultyCall.LONG)) {
            call.assertEnd();
            call.assertNextCallsWork();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesOnKeptConnections")
    void a_call_that_meets_a_fault_on_a_kept_connection_ends_the_same_way(FaultCase subject) {
        Invocation invocation = subject.invocation();
        try (FaultyService service = FaultyService.healthyUntilFailing(subject.fault());
                HttpAnchorRepository anchors = FaultyCall.repository(service, 1, FaultyCall.LONG)) {
            anchors.snapshot();
            int before = service.requests().size();
            service.fail();

            subject.ending().assertEndOf(invocation, anchors);

            List<String> requests =
                    service.requests().subList(before, service.requests().size());
            List<String> expected = new ArrayList<>(subject.fault().requests(invocation));
            if (isLostRead(subject) && requests.size() > 1) {
                expected.add("GET"); // sent again, since the connection may have been closed while it was idle
            }
            assertThat(requests).extracting(FaultyCall::method).isEqualTo(expected);
        }
    }

    static Stream<FaultCase> cases() {
        return FaultCase.all().filter(subject -> !subject.fault().hangs());
    }

    static Stream<FaultCase> casesOnKeptConnections() {
        return cases().filter(subject -> subject.fault().moment() == Fault.Moment.RESPOND);
    }

    private static boolean isLostRead(FaultCase subject) {
        return subject.ending() == Ending.LOST
                && !subject.invocation().operation().isChanging();
    }
}
