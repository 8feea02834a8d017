package dev.anchors.http.internal.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whichever call between the acquisition and the release of a connection throws an error, nothing is lost. */
@Timeout(60)
class InjectedErrorsTest {

    private static final int LIMIT = 1;

    private final FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
    private final List<ThrowingConnection> opened = new ArrayList<>();
    private int callsUntilError = Integer.MAX_VALUE;
    private long nanoTime;

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void no_permit_and_no_connection_is_lost_by_an_error_in_a_call_over_a_new_connection() {
        assertNothingIsLostWhereverAnErrorIsThrown(connections -> {});
    }

    @Test
    void no_permit_and_no_connection_is_lost_by_an_error_in_a_call_over_a_reused_connection() {
        assertNothingIsLostWhereverAnErrorIsThrown(InjectedErrorsTest::exchange);
    }

    @Test
    void no_permit_and_no_connection_is_lost_by_an_error_in_a_call_that_finds_its_connection_expired() {
        assertNothingIsLostWhereverAnErrorIsThrown(connections -> {
            exchange(connections);
            nanoTime += TimeUnit.HOURS.toNanos(1);
        });
    }

    @Test
    void no_permit_and_no_connection_is_lost_by_an_error_in_a_call_after_one_whose_connection_could_not_be_closed() {
        assertNothingIsLostWhereverAnErrorIsThrown(connections -> {
            exchange(connections);
            nanoTime += TimeUnit.HOURS.toNanos(1);
            failOnce(connections, ThrowingConnection.CALLS_BEFORE_CLOSE);
        });
    }

    /** Makes calls of which the first fails at its first step, the second at its second step, and so on. */
    private void assertNothingIsLostWhereverAnErrorIsThrown(Preparation preparation) {
        int steps = 0;
        boolean hasFailed = true;
        while (hasFailed) {
            opened.clear();
            ThrowingSemaphore permits = new ThrowingSemaphore();
            OwnConnections connections = new OwnConnections(
                    ServiceAddress.suppliedBy(this::baseUrl),
                    permits,
                    null,
                    new HostAddresses(this::resolve),
                    ThrowingConnection::new,
                    this::nanoTime);
            try {
                preparation.prepare(connections);
                hasFailed = failOnce(connections, steps);

                assertThat(permits.availablePermits())
                        .as("permits after an error at step %s", steps)
                        .isEqualTo(LIMIT);
                exchange(connections);
                assertThat(opened)
                        .as("open connections after an error at step %s", steps)
                        .filteredOn(ThrowingConnection::isOpen)
                        .hasSizeLessThanOrEqualTo(LIMIT);
                steps++;
            } finally {
                connections.close();
            }
        }
        assertThat(steps).isGreaterThan(10);
    }

    /** Makes a call of which one step throws an error, and returns whether there was such a step. */
    private boolean failOnce(OwnConnections connections, int calls) {
        callsUntilError = calls;
        try {
            exchange(connections);
            return false;
        } catch (InjectedError expected) {
            return true;
        } finally {
            callsUntilError = Integer.MAX_VALUE;
        }
    }

    private static void exchange(OwnConnections connections) {
        Lease lease = connections.lease();
        try {
            assertThat(lease.acquire(TimeUnit.SECONDS.toNanos(30))).isTrue();
            ClassicHttpResponse response = lease.send(new HttpGet(URI.create("/")), "/anchors");
            EntityUtils.consume(response.getEntity());
            lease.keep(response);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            lease.close();
        }
    }

    private void step() {
        if (callsUntilError-- == 0) {
            throw new InjectedError();
        }
    }

    private URI baseUrl() {
        step();
        return service.baseUrl();
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        step();
        return InetAddress.getAllByName(host);
    }

    private long nanoTime() {
        step();
        return nanoTime;
    }

    /** What is done before the call that fails. */
    @FunctionalInterface
    private interface Preparation {
        void prepare(OwnConnections connections);
    }

    private static final class InjectedError extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final class ThrowingSemaphore extends Semaphore {

        private static final long serialVersionUID = 1L;

        ThrowingSemaphore() {
            super(LIMIT);
        }

        @Override
        public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
            step();
            return super.tryAcquire(timeout, unit);
        }
    }

    /** A connection each of whose methods may throw, before and after it does something. */
    private final class ThrowingConnection extends ServiceConnection {

        /** How many steps a call over an expired connection takes until it closes that. */
        static final int CALLS_BEFORE_CLOSE = 4;

        ThrowingConnection(BaseUrl baseUrl, HostAddresses hosts, @Nullable TlsSocketStrategy tls) {
            super(baseUrl, hosts, tls);
            opened.add(this);
            step();
        }

        boolean isOpen() {
            return super.canServeAgain();
        }

        @Override
        ClassicHttpResponse send(ClassicHttpRequest request, HttpContext context, long nanos) throws IOException {
            step();
            ClassicHttpResponse response = super.send(request, context, nanos);
            step();
            return response;
        }

        @Override
        boolean isReusable(long time) {
            step();
            boolean isReusable = super.isReusable(time);
            step();
            return isReusable;
        }

        @Override
        boolean isExpired(long time) {
            step();
            return super.isExpired(time);
        }

        @Override
        boolean canServeAgain() {
            step();
            return super.canServeAgain();
        }

        @Override
        void keepFor(TimeValue duration, long time) {
            step();
            super.keepFor(duration, time);
        }

        @Override
        void close() {
            step();
            super.close();
            step();
        }
    }
}
