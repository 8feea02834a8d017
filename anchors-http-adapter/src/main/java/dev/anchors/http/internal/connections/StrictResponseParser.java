package dev.anchors.http.internal.connections;

import java.io.FilterInputStream;
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
 * complete. And it knows whether bytes were read from the connection that nobody has asked for.
 */
final class StrictResponseParser implements HttpMessageParser<ClassicHttpResponse> {

    private final HttpMessageParser<ClassicHttpResponse> parser;
    private @Nullable SessionInputBuffer buffer; // from the first response on

    StrictResponseParser(Http1Config limits) {
        parser = new DefaultHttpResponseParser(limits);
    }

    @Override
    public @Nullable ClassicHttpResponse parse(SessionInputBuffer input, InputStream source)
            throws IOException, HttpException {
        buffer = input;
        EndNotingInputStream noting = new EndNotingInputStream(source);
        ClassicHttpResponse response = parser.parse(input, noting);
        if (response == null) { // the stream ended before a response
            return null;
        }
        if (noting.isAtEnd) {
            throw new ConnectionClosedException("the stream ended within the head of a response");
        }
        if (response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
            throw new UnexpectedStatusException(response.getCode());
        }
        return response;
    }

    /** Returns whether HttpCore's buffer holds bytes that belong to no response that was asked for. */
    boolean hasUnreadBytes() {
        return buffer != null && buffer.length() > 0;
    }

    /** Notes that the end of the stream was met, as it is only by a head that has no end of its own. */
    private static final class EndNotingInputStream extends FilterInputStream {

        private boolean isAtEnd;

        EndNotingInputStream(InputStream source) {
            super(source);
        }

        @Override
        public int read() throws IOException {
            return noted(super.read());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return noted(super.read(buffer, offset, length));
        }

        private int noted(int read) {
            isAtEnd |= read < 0;
            return read;
        }
    }
}
