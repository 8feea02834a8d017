package dev.anchors.http.internal.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that may change something. It is sent at most once, whichever client sends it, and it knows
 * whether the service may have received the request.
 *
 * <p>The last byte of a request, even of a head without a body, leaves only after the client has asked for the body.
 * Therefore a request whose body nobody asked for has certainly changed nothing.
 */
final class RequestBody extends AbstractHttpEntity {

    /** Small enough that an early response is noticed, and that a socket channel needs little memory of its own. */
    private static final int WRITTEN_AT_ONCE = 64 * 1024;

    private final byte[] content;
    private final AtomicBoolean sent = new AtomicBoolean();

    private RequestBody(byte[] content, @Nullable ContentType type) {
        super(type, null);
        this.content = content;
    }

    /** Returns a body of JSON; one without bytes has no content type either. */
    static RequestBody of(byte[] json) {
        return new RequestBody(json, json.length == 0 ? null : ContentType.APPLICATION_JSON);
    }

    boolean mayHaveBeenSent() {
        return sent.get();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (sent.getAndSet(true)) {
            throw new IOException("a request that may change something is sent at most once");
        }
        for (int start = 0; start < content.length; start += WRITTEN_AT_ONCE) {
            out.write(content, start, Math.min(WRITTEN_AT_ONCE, content.length - start));
        }
    }

    /** Returns false, which keeps HttpClient from sending a request again, whatever its configuration. */
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
