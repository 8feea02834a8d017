package dev.anchors.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;

/** The baseline of everything that goes over a connection: HttpClient, which is asked and not listened to. */
public final class BareClient implements AutoCloseable {

    private static final BasicHeader ACCEPT = new BasicHeader("Accept", "application/json, text/plain");
    private static final int CONNECTIONS = 64;
    private static final int PIECE = 64 * 1024;

    private final CloseableHttpClient client;
    private final HttpHost service;

    private BareClient(CloseableHttpClient client, URI service) {
        this.client = client;
        this.service = HttpHost.create(service);
    }

    /** HttpClient as it is without being told anything. */
    public static BareClient withDefaults(URI service) {
        return new BareClient(HttpClients.createDefault(), service);
    }

    /** HttpClient at its cheapest for many threads: no more than an exchange, and a pool that is as loose as can be. */
    public static BareClient lean(URI service) {
        return new BareClient(
                HttpClients.createMinimal(PoolingHttpClientConnectionManagerBuilder.create()
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setConnPoolPolicy(PoolReusePolicy.LIFO)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .build()),
                service);
    }

    /** Gets something, and returns how many bytes it was. */
    public long get(String target) throws IOException {
        return exchange(new HttpGet(target));
    }

    /** Posts JSON, and returns how many bytes came back. */
    public long post(String target, byte[] json) throws IOException {
        HttpPost request = new HttpPost(target);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        return exchange(request);
    }

    /** Posts nothing, and returns how many bytes came back. */
    public long post(String target) throws IOException {
        return exchange(new HttpPost(target));
    }

    /** Gets something of which no more is read than the caller does. */
    public Opened open(String target) throws IOException {
        HttpGet request = new HttpGet(target);
        request.addHeader(ACCEPT);
        return new Opened(request, client.executeOpen(service, request, null));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private long exchange(HttpUriRequestBase request) throws IOException {
        request.addHeader(ACCEPT);
        return client.execute(service, request, answer -> discard(answer.getEntity()));
    }

    /** Reads in pieces as large as the connection gives them, so that it costs the least. */
    private static long discard(HttpEntity entity) throws IOException {
        if (entity == null) {
            return 0;
        }
        long bytes = 0;
        try (InputStream body = entity.getContent()) {
            byte[] piece = new byte[(int) Math.min(PIECE, Math.max(1, entity.getContentLength()))];
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                bytes += read;
            }
        }
        return bytes;
    }

    /** An answer of which the rest is not wanted. */
    public static final class Opened implements AutoCloseable {

        private final HttpUriRequestBase request;
        private final ClassicHttpResponse answer;

        private Opened(HttpUriRequestBase request, ClassicHttpResponse answer) {
            this.request = request;
            this.answer = answer;
        }

        /** The body. */
        public InputStream body() throws IOException {
            return answer.getEntity().getContent();
        }

        /** Closes the connection, whatever was still to come. */
        @Override
        public void close() {
            request.cancel();
            Closer.closeQuietly(answer);
        }
    }
}
