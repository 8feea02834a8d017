package dev.anchors.http;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation meets every service that hangs, and ends as {@code README.md} says. All calls wait at the same time. */
@Timeout(60)
class HangingServiceTest {

    /** Generous, so that each request can be read before, on a busy machine too. */
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private static final List<FaultCase> CASES =
            FaultCase.all().filter(subject -> subject.fault().hangs()).toList();

    private static Map<FaultCase, FaultyCall> calls;

    @BeforeAll
    static void start_all_calls() {
        calls = CASES.stream().collect(toMap(identity(), subject -> FaultyCall.start(subject, DEADLINE)));
    }

    @AfterAll
    static void close_all() {
        calls.values().forEach(FaultyCall::close);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_call_to_a_service_that_hangs_ends_at_its_deadline_and_the_next_call_works(FaultCase subject)
            throws Exception {
        FaultyCall call = calls.get(subject);
        call.assertEnd();
        call.assertNextCallsWork();
    }

    static List<FaultCase> cases() {
        return CASES;
    }
}
