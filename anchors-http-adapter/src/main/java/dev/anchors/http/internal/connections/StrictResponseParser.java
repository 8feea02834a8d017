package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the heads of responses on one connection. It refuses what is not HTTP, where HttpClient's own parser skips it and
 * goes on looking for a response, and it knows whether bytes were read from the connection that nobody has asked for.
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
        ClassicHttpResponse response = parser.parse(input, source);
        if (response != null && response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
            throw new UnexpectedStatusException(response.getCode());
        }
        return response;
    }

    /** Returns whether HttpCore's buffer holds bytes that belong to no response that was asked for. */
    boolean hasUnreadBytes() {
        return buffer != null && buffer.length() > 0;
    }
}
