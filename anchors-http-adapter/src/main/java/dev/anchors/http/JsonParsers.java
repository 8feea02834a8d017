package dev.anchors.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes parsers that remember no names: every index of the wire is an id, so the names of a document have no end, and a
 * table of them would only grow.
 *
 * <p>Jackson's own factory reads UTF-8 without such a table by way of characters, and makes a string of every name. This
 * one leaves that to other encodings.
 */
final class JsonParsers extends JsonFactory {

    private static final long serialVersionUID = 1L;

    private static final int PEEKED = 2;

    JsonParsers() {
        super(JsonFactory.builder()
                // the connection is worth more than the stream: whoever opened it knows when to close it
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .errorReportConfiguration(ErrorReportConfiguration.builder()
                        .maxErrorTokenLength(0)
                        .maxRawContentLength(0)
                        .build()));
    }

    @Override
    protected JsonParser _createParser(ObjectReadContext readContext, IOContext context, InputStream body) {
        byte[] buffer = context.allocReadIOBuffer();
        int peeked = peek(body, buffer);
        if (mayBeUtf8(buffer, peeked)) {
            return new IndexSkippingParser(
                    readContext,
                    context,
                    readContext.getStreamReadFeatures(_streamReadFeatures),
                    readContext.getFormatReadFeatures(_formatReadFeatures),
                    body,
                    _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures),
                    buffer,
                    peeked);
        }
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(buffer.clone(), 0, peeked), body);
        context.releaseReadIOBuffer(buffer);
        return super._createParser(readContext, context, whole);
    }

    private static int peek(InputStream body, byte[] buffer) {
        try {
            return body.readNBytes(buffer, 0, PEEKED);
        } catch (IOException broken) {
            throw JacksonIOException.construct(broken);
        }
    }

    /** JSON begins with ASCII: a zero tells UTF-16 and UTF-32, and a byte beyond ASCII a mark or no JSON at all. */
    private static boolean mayBeUtf8(byte[] begin, int length) {
        for (int i = 0; i < length; i++) {
            if (begin[i] == 0) {
                return false;
            }
        }
        return length == 0 || begin[0] > 0;
    }
}
