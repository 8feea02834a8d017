package dev.anchors.http.internal.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.http.internal.connections.Connections;
import dev.anchors.http.internal.connections.Lease;
import dev.anchors.ports.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An error at any point of an exchange passes through a call, which releases its connection and notifies its observer. */
class CallErrorsTest {

    private static final Endpoint<String> ENDPOINT =
            Endpoint.get("/", (body, token) -> new String(body.readAllBytes(), UTF_8));

    private final Error error = new OutOfMemoryError("thrown by a test");
    private final List<Throwable> reported = new ArrayList<>();
    private final AtomicInteger released = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"acquire", "send", "keep"})
    void an_error_passes_through_and_the_connection_is_released(String failing) {
        assertThatThrownBy(() -> call(failing)).isSameAs(error);

        assertThat(released).hasValue(1);
        assertThat(reported).containsExactly(error);
    }

    @Test
    void an_error_that_the_release_throws_once_more_passes_through() {
        assertThatThrownBy(() -> call("send close")).isSameAs(error);

        assertThat(reported).containsExactly(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acquire", "send", "send close"})
    void an_error_passes_through_when_a_stream_is_opened(String failing) {
        Calls calls = calls(failing);
        StreamCall call = calls.stream(Operation.STREAM);

        assertThatThrownBy(() -> call.open(ENDPOINT.request())).isSameAs(error);
        if (failing.contains("close")) {
            assertThatThrownBy(() -> call.fail(error)).isSameAs(error);
        } else {
            call.fail(error);
        }

        assertThat(released).hasValue(1);
        assertThat(reported).containsExactly(error);
        calls.close();
    }

    private void call(String failing) {
        try (Calls calls = calls(failing)) {
            calls.call(Operation.FIND, call -> call.send(ENDPOINT.request()).value());
        }
    }

    private Calls calls(String failing) {
        return new Calls(new CallSettings(
                new ThrowingConnections(failing),
                List.of(),
                Duration.ofDays(1),
                null,
                Long.MAX_VALUE,
                null,
                (operation, status, duration, bytes, failure) -> reported.add(failure)));
    }

    /** Connections whose leases throw the error in some of their methods. */
    private final class ThrowingConnections implements Connections {

        private final List<String> failing;

        ThrowingConnections(String failing) {
            this.failing = List.of(failing.split(" "));
        }

        @Override
        public Lease lease() {
            return new ThrowingLease(failing);
        }

        @Override
        public int leased() {
            return 0;
        }

        @Override
        public void closeIdle() {
            // there are none
        }

        @Override
        public boolean isClosed() {
            return false;
        }

        @Override
        public void close() {
            // nothing is open
        }

        @Override
        public boolean isHttps() {
            return false;
        }

        @Override
        public boolean isAtDocumentedAddress() {
            return false;
        }
    }

    private final class ThrowingLease implements Lease {

        private final List<String> failing;

        ThrowingLease(List<String> failing) {
            this.failing = failing;
        }

        @Override
        public boolean acquire(long nanos) {
            step("acquire");
            return true;
        }

        @Override
        public ClassicHttpResponse send(HttpUriRequestBase request, String path) {
            step("send");
            ClassicHttpResponse response = new BasicClassicHttpResponse(200);
            response.setEntity(new StringEntity("text"));
            return response;
        }

        @Override
        public void keep(ClassicHttpResponse response) {
            step("keep");
        }

        @Override
        public boolean wasConnected() {
            return true;
        }

        @Override
        public boolean wasReused() {
            return false;
        }

        @Override
        public void abort() {
            // nothing waits
        }

        @Override
        public void close() {
            released.incrementAndGet();
            step("close");
        }

        private void step(String method) {
            if (failing.contains(method)) {
                throw error;
            }
        }
    }
}
