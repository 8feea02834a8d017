package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the heads of responses on one connection. It refuses what is not HTTP, where HttpClient's own parser skips it and
 * goes on looking for a response. It refuses a head that the end of the stream cut short, which HttpCore takes for
 * complete. It refuses interim responses without end. And it knows whether bytes were read from the connection that nobody
 * has asked for.
 */
final class StrictResponseParser implements HttpMessageParser<ClassicHttpResponse> {

    private static final int MAX_INTERIM_RESPONSES = 100;
    private static final int MAX_INTERIM_BYTES = 256 * 1024;

    private final HttpMessageParser<ClassicHttpResponse> parser;
    private @Nullable SessionInputBuffer buffer; // from the first response on
    private @Nullable ClassicHttpResponse unread; // a final response that arrived while its request was sent
    private int interimResponses; // since the last final response
    private long interimBytes;

    StrictResponseParser(Http1Config limits) {
        parser = new DefaultHttpResponseParser(limits);
    }

    @Override
    public @Nullable ClassicHttpResponse parse(SessionInputBuffer input, InputStream source)
            throws IOException, HttpException {
        ClassicHttpResponse early = unread;
        unread = null;
        return early == null ? parseHead(input, source) : early;
    }

    private @Nullable ClassicHttpResponse parseHead(SessionInputBuffer input, InputStream source)
            throws IOException, HttpException {
        buffer = input;
        EndNotingInputStream noting = new EndNotingInputStream(source);
        int buffered = input.length();
        ClassicHttpResponse response = parser.parse(input, noting);
        if (response == null) { // the stream ended before a response
            return null;
        }
        if (noting.isAtEnd()) {
            throw new ConnectionClosedException("the stream ended within the head of a response");
        }
        if (response.getCode() >= HttpStatus.SC_SUCCESS) {
            interimResponses = 0;
            interimBytes = 0;
        } else {
            countInterim(response, buffered + noting.bytesRead() - input.length());
        }
        return response;
    }

    /** Refuses a response behind which no other will come, or as many interim responses as no service needs. */
    private void countInterim(ClassicHttpResponse response, long bytes) throws UnexpectedStatusException {
        interimResponses++;
        interimBytes += bytes;
        if (response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS
                || interimResponses > MAX_INTERIM_RESPONSES
                || interimBytes > MAX_INTERIM_BYTES) {
            throw new UnexpectedStatusException(response.getCode());
        }
    }

    /** Makes {@link #parse} return the response once more. */
    void unread(ClassicHttpResponse response) {
        unread = response;
    }

    /** Returns whether HttpCore's buffer holds bytes that belong to no response that was asked for. */
    boolean hasUnreadBytes() {
        return buffer != null && buffer.length() > 0;
    }
}
