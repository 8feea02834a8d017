package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a client that belongs to somebody else, which is never closed. Its pool decides how many connections
 * there are and whether one can serve again; stray bytes on a connection are not noticed here.
 */
public final class SharedClient implements Connections {

    /** The client's own timeouts come after the call's deadline, so that the failure names the deadline. */
    private static final long SPARE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ServiceAddress address;
    private final CloseableHttpClient client;
    private volatile boolean closed;

    /** Makes connections by {@code client}. */
    public SharedClient(ServiceAddress address, CloseableHttpClient client) {
        this.address = address;
        this.client = client;
    }

    /**
     * Asks the client, as far as a request can, to follow no redirects, to compress nothing, and to wait about as long as
     * the call. Everything else is as the client is configured: a request's configuration replaces that of the client.
     */
    private RequestConfig config(Timeout timeout) {
        RequestConfig ofClient = client instanceof Configurable configured ? configured.getConfig() : null;
        return RequestConfig.copy(ofClient == null ? RequestConfig.DEFAULT : ofClient)
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .setExpectContinueEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    @Override
    public Lease lease() {
        return new SharedLease();
    }

    @Override
    public int leased() {
        return 0;
    }

    @Override
    public void closeIdle() {
        // the pool is not ours
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isAtDocumentedAddress() {
        return BaseUrl.DOCUMENTED.equals(address.known());
    }

    @Override
    public boolean isHttps() {
        return address.isHttps();
    }

    @Override
    public String toString() {
        return address.toString();
    }

    private final class SharedLease implements Lease {

        private RequestConfig config = RequestConfig.DEFAULT; // until the time is known that the call may take
        private volatile boolean aborted;
        private volatile @Nullable HttpUriRequestBase sent;
        private @Nullable HttpClientContext context; // of the last request
        private @Nullable ClassicHttpResponse response;

        @Override
        public boolean acquire(long nanos) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            config = config(Timeout.of(nanos + SPARE_NANOS, TimeUnit.NANOSECONDS));
            return true;
        }

        /** Asks a supplier of the address for the first request, and after a request that got no response. */
        @Override
        public ClassicHttpResponse send(HttpUriRequestBase request, String path) throws IOException {
            BaseUrl known = address.known();
            BaseUrl target = known == null ? address.current() : known;
            target.applyTo(request, path);
            request.setConfig(config);
            HttpClientContext fresh = HttpClientContext.create();
            context = fresh;
            sent = request;
            if (aborted) { // perhaps before there was a request to cancel
                cancelRequest();
            }
            try {
                ClassicHttpResponse received = client.executeOpen(target.host(), request, fresh);
                response = received;
                return received;
            } catch (IOException | RuntimeException unanswered) {
                address.forget();
                throw unanswered;
            }
        }

        @Override
        public boolean wasConnected() {
            return details() != null;
        }

        @Override
        public boolean wasReused() {
            EndpointDetails details = details();
            return details != null && details.getResponseCount() > 0;
        }

        @Override
        public void keep(ClassicHttpResponse response) {
            // the client has decided already
        }

        @Override
        public void abort() {
            aborted = true;
            cancelRequest();
        }

        /** The client has its connection back already if the response was read to its end; otherwise it closes it. */
        @Override
        public void close() {
            cancelRequest();
            Closer.closeQuietly(response);
        }

        private void cancelRequest() {
            HttpUriRequestBase request = sent;
            try {
                if (request != null) {
                    request.cancel();
                }
            } catch (RuntimeException alreadyReleased) {
                // a pool may object that the connection came back at the same moment; nothing is left to cancel
            }
        }

        private @Nullable EndpointDetails details() {
            return context == null ? null : context.getEndpointDetails();
        }
    }
}
