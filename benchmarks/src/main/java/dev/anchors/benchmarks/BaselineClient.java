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

/** The baseline of all measurements over HTTP: sends requests by HttpClient and keeps nothing of the responses.
 * Thread-safe. */
public final class BaselineClient implements AutoCloseable {

    private static final BasicHeader ACCEPT = new BasicHeader("Accept", "application/json, text/plain");
    private static final int CONNECTIONS = 64;
    private static final int MAX_BUFFER_BYTES = 64 * 1024;

    private final CloseableHttpClient client;
    private final HttpHost service;

    private BaselineClient(CloseableHttpClient client, URI service) {
        this.client = client;
        this.service = HttpHost.create(service);
    }

    /** Returns a client with the default settings of HttpClient. */
    public static BaselineClient withDefaults(URI service) {
        return new BaselineClient(HttpClients.createDefault(), service);
    }

    /**
     * Returns a client with the minimal execution chain of HttpClient and its fastest connection pool for many threads.
     */
    public static BaselineClient minimal(URI service) {
        return new BaselineClient(
                HttpClients.createMinimal(PoolingHttpClientConnectionManagerBuilder.create()
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setConnPoolPolicy(PoolReusePolicy.LIFO)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .build()),
                service);
    }

    /** Sends a GET request, and returns the size of the response body in bytes. */
    public long get(String target) throws IOException {
        return exchange(new HttpGet(target), BaselineClient::discard);
    }

    /** Sends a POST request with a JSON body, and returns the number of tokens in the JSON of the response. */
    public long postForJson(String target, byte[] json) throws IOException {
        HttpPost request = new HttpPost(target);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        return exchange(request, entity -> Tokens.count(entity.getContent()));
    }

    /** Sends a POST request without a body, and returns the size of the response body in bytes. */
    public long post(String target) throws IOException {
        return exchange(new HttpPost(target), BaselineClient::discard);
    }

    /** Sends a GET request, and returns the response before its body is read. */
    public OpenResponse open(String target) throws IOException {
        HttpGet request = new HttpGet(target);
        request.addHeader(ACCEPT);
        return new OpenResponse(request, client.executeOpen(service, request, null));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private long exchange(HttpUriRequestBase request, Reading reading) throws IOException {
        request.addHeader(ACCEPT);
        return client.execute(service, request, response -> reading.read(response.getEntity()));
    }

    /** Reads a response. */
    private interface Reading {

        long read(HttpEntity entity) throws IOException;
    }

    /** Reads the body into a buffer of its size, up to a limit, which is the cheapest way to read. */
    private static long discard(HttpEntity entity) throws IOException {
        if (entity == null) {
            return 0;
        }
        long bytes = 0;
        try (InputStream body = entity.getContent()) {
            byte[] buffer = new byte[(int) Math.min(MAX_BUFFER_BYTES, Math.max(1, entity.getContentLength()))];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }

    /** A response whose body need not be read to its end. */
    public static final class OpenResponse implements AutoCloseable {

        private final HttpUriRequestBase request;
        private final ClassicHttpResponse response;

        private OpenResponse(HttpUriRequestBase request, ClassicHttpResponse response) {
            this.request = request;
            this.response = response;
        }

        /** Returns the body. */
        public InputStream body() throws IOException {
            return response.getEntity().getContent();
        }

        /** Closes the connection without reading the rest of the body. */
        @Override
        public void close() {
            request.cancel();
            Closer.closeQuietly(response);
        }
    }
}
