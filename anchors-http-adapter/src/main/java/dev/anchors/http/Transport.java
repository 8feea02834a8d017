package dev.anchors.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** By what requests go to one service: an HTTP client of our own, or one that belongs to somebody else. */
final class Transport {

    private static final int CONNECTIONS = 64;

    private final HttpHost service;
    private final CloseableHttpClient client;
    private final @Nullable PoolingHttpClientConnectionManager pool; // null where the client is not ours

    /** As many as there are connections, so that nobody waits in the pool: it loses one when a wait is interrupted. */
    private final Semaphore places;

    private Transport(HttpHost service, CloseableHttpClient client, @Nullable PoolingHttpClientConnectionManager pool) {
        this.service = service;
        this.client = client;
        this.pool = pool;
        places = new Semaphore(pool == null ? Integer.MAX_VALUE : CONNECTIONS);
    }

    /**
     * Returns a transport of its own. Its client is the minimal one: it knows no retries, redirects, cookies,
     * authentication or compression, so none has to be switched off.
     *
     * @param connectTimeout how long one attempt to connect may take; also that of a call that nobody can cancel any more
     */
    static Transport own(HttpHost service, Duration connectTimeout) {
        PoolingHttpClientConnectionManager pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> new ServiceConnection())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setTlsSocketStrategy(tls(service))
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
        return new Transport(service, HttpClients.createMinimal(pool), pool);
    }

    /** Returns a transport by a client that is used and never closed. */
    static Transport shared(HttpHost service, CloseableHttpClient client) {
        return new Transport(service, client, null);
    }

    /** Waits for a connection to be free, and says whether one is; it is for {@link #leave} to give it back. */
    boolean enter(long nanos) throws InterruptedException {
        return places.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }

    /** Gives the place back, once the connection was given back or closed. */
    void leave() {
        places.release();
    }

    /** Sends the request and returns the answer as soon as its head is there. */
    ClassicHttpResponse open(HttpUriRequestBase request, HttpClientContext context) throws IOException {
        return client.executeOpen(service, request, context);
    }

    /** Closes the connections that wait for a request: where one is stale the others are likely to be, too. */
    void dropIdle() {
        if (pool != null) {
            pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
        }
    }

    /** Closes the connections without a farewell, which over TLS could wait for a write that hangs. */
    void close() {
        if (pool != null) {
            pool.close(CloseMode.IMMEDIATE);
        }
    }

    /** The address without path. */
    @Override
    public String toString() {
        return service.toURI();
    }

    /** Trust material is read only where it is needed: it takes longer than everything else here. */
    private static TlsSocketStrategy tls(HttpHost service) {
        if (URIScheme.HTTPS.same(service.getSchemeName())) {
            return DefaultClientTlsStrategy.createDefault();
        }
        return (socket, target, port, attachment, context) -> {
            throw new SSLException("the service is not asked over TLS");
        };
    }
}
