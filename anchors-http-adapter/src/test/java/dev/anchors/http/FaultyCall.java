package dev.anchors.http;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.FutureTask;

/** A call to a service with a fault, on a thread of its own and with a repository that has a single connection. */
final class FaultyCall implements AutoCloseable {

    /** The deadline of calls that end by themselves: later than the limit of any test. */
    static final Duration LONG = Duration.ofMinutes(10);

    private final FaultCase subject;
    private final FaultyService service;
    private final HttpAnchorRepository anchors;
    private final FutureTask<?> end;

    private FaultyCall(FaultCase subject, Duration callTimeout) {
        this.subject = subject;
        service = FaultyService.with(subject.fault());
        anchors = repository(service, 1, callTimeout);
        end = new FutureTask<>(() -> subject.ending().assertEndOf(subject.invocation(), anchors), null);
    }

    static FaultyCall start(FaultCase subject, Duration callTimeout) {
        FaultyCall call = new FaultyCall(subject, callTimeout);
        Thread thread = new Thread(call.end, "faulty-call");
        thread.setDaemon(true);
        thread.start();
        return call;
    }

    static HttpAnchorRepository repository(FaultyService service, int connections, Duration callTimeout) {
        return service.addressed(HttpAnchorRepository.builder())
                .callTimeout(callTimeout)
                .maxConnections(connections)
                .maxResponseBytes(1_000_000)
                .build();
    }

    /** Waits for the end of the call and asserts that it ends as it should, after the requests that it should send. */
    void assertEnd() throws Exception {
        end.get(1, MINUTES);
        Invocation invocation = subject.invocation();
        assertThat(service.requests())
                .extracting(FaultyCall::method)
                .isEqualTo(subject.fault().requests(invocation));
        assertThat(service.requests()).filteredOn(it -> it.startsWith("POST")).doesNotHaveDuplicates();
        assertThat(service.connections())
                .isLessThanOrEqualTo(Math.max(1, service.requests().size()));
    }

    /** Asserts that the repository works once the service has recovered, which it needs its only connection for. */
    void assertNextCallsWork() {
        service.recover();
        HttpAnchorRepository patient = anchors.withCallTimeout(LONG);
        Ending.DONE.assertEndOf(Invocation.SNAPSHOT, patient);
        Ending.DONE.assertEndOf(subject.invocation(), patient);
    }

    /** Returns the method of a request. */
    static String method(String requestLine) {
        return requestLine.substring(0, requestLine.indexOf(' '));
    }

    @Override
    public void close() {
        anchors.close();
        service.close();
    }
}
