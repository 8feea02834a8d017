package dev.anchors.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** By what requests go to one service: an HTTP client of our own, or one that belongs to somebody else. */
final class Transport {

    private static final int CONNECTIONS = 64;

    private final ServiceAddress address;
    private final CloseableHttpClient client;
    private final CloseableHttpClient reusing; // opens no connection where the address is supplied
    private final @Nullable PoolingHttpClientConnectionManager pool; // null where the client is not ours

    /** As many as there are connections, so that nobody waits in the pool: it loses one when a wait is interrupted. */
    private final Semaphore places;

    private volatile boolean closed;

    private Transport(
            ServiceAddress address, CloseableHttpClient client, @Nullable PoolingHttpClientConnectionManager pool) {
        this.address = address;
        this.client = client;
        this.pool = pool;
        reusing = pool == null || address.isFixed() ? client : HttpClients.createMinimal(new OpenConnections(pool));
        places = new Semaphore(pool == null ? Integer.MAX_VALUE : CONNECTIONS);
    }

    /**
     * Returns a transport of its own. Its client is the minimal one: it knows no retries, redirects, cookies,
     * authentication or compression, so none has to be switched off.
     *
     * <p>Its sockets have no timeouts: the watchdog ends what takes too long, and a socket without them waits in one call
     * of the operating system where another one takes three.
     */
    static Transport own(ServiceAddress address) {
        PoolingHttpClientConnectionManager pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> new ServiceConnection())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.DISABLED)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build())
                .setTlsSocketStrategy(tls(address))
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
        return new Transport(address, HttpClients.createMinimal(pool), pool);
    }

    /** Returns a transport by a client that is used and never closed. */
    static Transport shared(ServiceAddress address, CloseableHttpClient client) {
        return new Transport(address, client, null);
    }

    /**
     * Returns what a request asks of the client: nothing of our own, and of another one to leave out, as far as a request
     * can, what it was set to do. None of its timeouts may be longer than the call's; shorter ones need not be.
     */
    RequestConfig config(Duration callTimeout) {
        if (pool != null) {
            return RequestConfig.DEFAULT;
        }
        Timeout timeout = Timeout.of(callTimeout);
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setContentCompressionEnabled(false)
                .setExpectContinueEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    /** Waits for a connection to be free, and says whether one is; it is for {@link #leave} to give it back. */
    boolean enter(long nanos) throws InterruptedException {
        return places.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }

    /** Gives the place back, once the connection was given back or closed. */
    void leave() {
        places.release();
    }

    /**
     * Sends the request and returns the answer as soon as its head is there. The address that was supplied last holds
     * for the connections to it; where another connection has to be opened it is supplied anew.
     */
    ClassicHttpResponse open(HttpUriRequestBase request, String route, HttpClientContext context) throws IOException {
        BaseUrl known = address.known();
        if (known == null) {
            return send(client, address.ask(), request, route, context);
        }
        try {
            return send(reusing, known, request, route, context);
        } catch (OpenConnections.NoneException none) {
            BaseUrl found = address.ask();
            if (!found.equals(known)) {
                dropIdle();
            }
            return send(client, found, request, route, context);
        } catch (IOException | RuntimeException unanswered) {
            if (pool == null) { // nobody here sees what connections there are
                address.forget();
            }
            throw unanswered;
        }
    }

    private static ClassicHttpResponse send(
            CloseableHttpClient by, BaseUrl to, HttpUriRequestBase request, String route, HttpClientContext context)
            throws IOException {
        to.address(request, route);
        return by.executeOpen(to.host(), request, context);
    }

    /** How many calls and streams hold a connection, or a place for one. */
    int leased() {
        return pool == null
                ? 0
                : Math.max(
                        CONNECTIONS - places.availablePermits(),
                        pool.getTotalStats().getLeased());
    }

    /** Closes the connections that wait for a request: where one is stale the others are likely to be, too. */
    void dropIdle() {
        if (pool != null) {
            pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
        }
    }

    /** Closes the connections without a farewell, which over TLS could wait for a write that hangs. */
    void close() {
        closed = true;
        if (pool != null) {
            pool.close(CloseMode.IMMEDIATE);
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** The address, as far as it is known. */
    @Override
    public String toString() {
        return address.toString();
    }

    /** Trust material is read only where it is needed: it takes longer than everything else here. */
    private static TlsSocketStrategy tls(ServiceAddress address) {
        BaseUrl known = address.known();
        boolean atOnce = known != null && URIScheme.HTTPS.same(known.host().getSchemeName());
        return atOnce ? DefaultClientTlsStrategy.createDefault() : new TlsOnceNeeded();
    }

    private static final class TlsOnceNeeded implements TlsSocketStrategy {

        private @Nullable TlsSocketStrategy strategy;

        @Override
        public SSLSocket upgrade(
                Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
                throws IOException {
            return strategy().upgrade(socket, target, port, attachment, context);
        }

        private synchronized TlsSocketStrategy strategy() {
            TlsSocketStrategy read = strategy;
            if (read == null) {
                read = DefaultClientTlsStrategy.createDefault();
                strategy = read;
            }
            return read;
        }
    }
}
