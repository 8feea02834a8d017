package dev.anchors.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that may change something: it leaves once at most, whichever client sends it, and it knows
 * whether it may have left.
 *
 * <p>The last byte of a request, be it the line that ends a head without a body, leaves only after the client has asked
 * for the body. So a request whose body nobody asked for has certainly changed nothing.
 */
final class RequestBody extends AbstractHttpEntity {

    private final byte[] content;
    private final AtomicBoolean left = new AtomicBoolean();

    private RequestBody(byte[] content, @Nullable ContentType type) {
        super(type, null);
        this.content = content;
    }

    static RequestBody json(byte[] content) {
        return new RequestBody(content, ContentType.APPLICATION_JSON);
    }

    /** Returns the body of a request that has none, as it reads on the wire. */
    static RequestBody empty() {
        return new RequestBody(new byte[0], null);
    }

    boolean mayHaveLeft() {
        return left.get();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (left.getAndSet(true)) {
            throw new IOException("a request that may change something is sent once at most");
        }
        out.write(content);
    }

    /** Always false, which keeps HttpClient from sending a request again, whatever it is told to do elsewhere. */
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public long getContentLength() {
        return content.length;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("the body is written, not read");
    }

    @Override
    public void close() {
        // nothing is held
    }
}
