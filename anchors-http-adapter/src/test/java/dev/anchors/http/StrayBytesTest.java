package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.http.Stray.Timing;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection with bytes that belong to no request, or that the service has closed, is never used for a further call. */
@Timeout(60)
class StrayBytesTest {

    @ParameterizedTest(name = "http: {3} after {0} and, {2}, {1}")
    @MethodSource("everyCase")
    void the_next_call_over_http_gets_its_own_response_over_a_fresh_connection(
            CompleteResponse response, Stray stray, Timing timing, Invocation next) throws Exception {
        Service service = new Service(response, stray, timing);
        try (RawServer server = RawServer.start(service, StrayBytesTest::serve)) {
            assertNextCallGetsItsOwnResponse(service, server, next);
        }
    }

    @ParameterizedTest(name = "https: {3} after {0} and, {2}, {1}")
    @MethodSource("casesWithOneOperation")
    void the_next_call_over_https_gets_its_own_response_over_a_fresh_connection(
            CompleteResponse response, Stray stray, Timing timing, Invocation next) throws Exception {
        Service service = new Service(response, stray, timing);
        try (RawServer server = RawServer.startTls(TlsIdentity.ofService(), service, StrayBytesTest::serve)) {
            assertNextCallGetsItsOwnResponse(service, server, next);
        }
    }

    @Test
    void calls_get_their_own_responses_from_a_service_that_sends_each_response_twice() {
        try (RawServer server = RawServer.start(StrayBytesTest::serveTwice);
                HttpAnchorRepository anchors = repository(server)) {
            for (int round = 0; round < 10; round++) {
                for (Invocation invocation : Invocation.values()) {
                    Ending.DONE.assertEndOf(invocation, anchors);
                }
            }

            int calls = 10 * Invocation.values().length;
            assertThat(server.connections()).isEqualTo(calls);
            assertThat(server.requests()).hasSize(calls);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DELETE", "DISASSOCIATE", "DISASSOCIATE_TAG", "ASSOCIATE"})
    void a_look_up_after_a_failed_change_takes_no_stray_response_for_its_own(Invocation change) {
        String gone = TestResponses.response(410, "", "");
        try (RawServer server = RawServer.start(respondingOnce(500, gone), StrayBytesTest::serve);
                HttpAnchorRepository anchors = repository(server)) {
            Ending.FAILED.assertEndOf(change, anchors);

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void the_second_route_of_a_disassociation_takes_no_stray_response_for_its_own() {
        try (RawServer server = RawServer.start(
                        respondingOnce(404, TestResponses.NO_CONTENT), respondingOnce(400, TestResponses.NO_CONTENT));
                HttpAnchorRepository anchors = repository(server)) {
            Ending.REFUSED.assertEndOf(Invocation.DISASSOCIATE, anchors);

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    static Stream<Arguments> everyCase() {
        return cases(CompleteResponse.values())
                .flatMap(it -> Stream.of(Invocation.values()).map(it::arguments));
    }

    /** Handshakes take long, so that the operations take turns. */
    static Stream<Arguments> casesWithOneOperation() {
        List<Case> cases = cases(
                        CompleteResponse.WITH_LENGTH,
                        CompleteResponse.CHUNKED,
                        CompleteResponse.NO_CONTENT,
                        CompleteResponse.GONE)
                .toList();
        Invocation[] operations = Invocation.values();
        return IntStream.range(0, cases.size())
                .mapToObj(i -> cases.get(i).arguments(operations[i % operations.length]));
    }

    private static Stream<Case> cases(CompleteResponse... responses) {
        return Stream.of(responses)
                .flatMap(response -> Stream.of(Stray.values())
                        .flatMap(stray -> Stream.of(Timing.values())
                                .filter(stray::canCome)
                                .map(timing -> new Case(response, stray, timing))));
    }

    private static void assertNextCallGetsItsOwnResponse(Service service, RawServer server, Invocation next)
            throws InterruptedException {
        try (HttpAnchorRepository anchors = repository(server)) {
            service.response.assertEndOfCall(anchors);
            service.firstCallEnded.countDown();
            assertThat(service.straySent.await(30, SECONDS)).isTrue();

            Ending.DONE.assertEndOf(next, anchors);

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private static HttpAnchorRepository repository(RawServer server) {
        return server.addressed(HttpAnchorRepository.builder()).build();
    }

    private static void serve(RawConnection connection) throws IOException {
        while (true) {
            connection.send(TestResponses.to(connection.readRequest()));
        }
    }

    private static void serveTwice(RawConnection connection) throws IOException {
        while (true) {
            String response = TestResponses.to(connection.readRequest());
            connection.send(response + response);
        }
    }

    private static RawServer.Handler respondingOnce(int status, String stray) {
        return connection -> {
            connection.readRequest();
            connection.send(TestResponses.response(status, "", "") + stray);
            serve(connection);
        };
    }

    private record Case(CompleteResponse response, Stray stray, Timing timing) {

        Arguments arguments(Invocation next) {
            return Arguments.of(response, stray, timing, next);
        }
    }

    /** Serves the first connection: one response, the stray bytes, and the right response to any further request. */
    private record Service(
            CompleteResponse response,
            Stray stray,
            Timing timing,
            CountDownLatch firstCallEnded,
            CountDownLatch straySent)
            implements RawServer.Handler {

        Service(CompleteResponse response, Stray stray, Timing timing) {
            this(response, stray, timing, new CountDownLatch(1), new CountDownLatch(1));
        }

        @Override
        public void handle(RawConnection connection) throws IOException {
            connection.readRequest();
            try {
                respond(connection);
            } finally {
                straySent.countDown(); // also if the client has closed the connection already
            }
            serve(connection);
        }

        private void respond(RawConnection connection) throws IOException {
            String bytes = response.bytes();
            if (timing == Timing.SAME_WRITE) {
                connection.send(bytes + stray.bytesBehind(bytes));
                return;
            }
            connection.send(bytes);
            if (timing == Timing.WHILE_IDLE) {
                awaitUninterrupted(firstCallEnded);
            }
            stray.send(connection, bytes);
        }

        private static void awaitUninterrupted(CountDownLatch latch) throws IOException {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
