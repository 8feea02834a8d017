package dev.anchors.http.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a JSON document, which is in UTF-8 (RFC 8259), passes over a byte order mark at its begin, and throws
 * {@link MalformedTextException} at the first bytes that are not UTF-8. Jackson's own decoder accepts overlong forms.
 *
 * <p>A read waits for no more bytes than the next character has, and needs room for the two halves of a surrogate pair.
 * Closing the reader leaves the source open, and releases it.
 */
final class StrictReader extends Reader {

    /** Most documents are small, and to allocate much would take a good part of the time in which they are decoded. */
    static final int FIRST_BYTES = 2 * 1024;

    /** A document that fills the first buffer is read in larger pieces, since each read calls the operating system. */
    static final int FURTHER_BYTES = 32 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private InputStream source;
    private CancellationToken token;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES).limit(0);
    private boolean begun;
    private boolean endOfSource;

    /** Thrown at bytes that are not UTF-8. */
    static final class MalformedTextException extends IOException {

        private static final long serialVersionUID = 1L;

        private MalformedTextException(String message) {
            super(message);
        }
    }

    StrictReader(InputStream source, CancellationToken token) {
        this.source = source;
        this.token = token;
    }

    /** Reads another document from its begin. */
    void restart(InputStream nextSource, CancellationToken nextToken) {
        source = nextSource;
        token = nextToken;
        decoder.reset();
        bytes.limit(0);
        begun = false;
        endOfSource = false;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (!begun) {
            begin();
        }
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, endOfSource);
            int read = chars.position() - offset;
            if (read > 0) {
                return read; // characters in front of malformed bytes are delivered before the exception is thrown
            }
            if (result.isError()) {
                throw new MalformedTextException("the body is not valid UTF-8");
            }
            if (endOfSource) {
                return -1;
            }
            fill();
        }
    }

    @Override
    public void close() {
        source = InputStream.nullInputStream(); // the caller closes the source
        token = CancellationToken.NONE;
        if (bytes.capacity() > FIRST_BYTES) {
            bytes = ByteBuffer.allocate(FIRST_BYTES).limit(0);
        }
    }

    /** Reads the first bytes, refuses those of another encoding, and passes over a byte order mark. */
    private void begin() throws IOException {
        while (bytes.remaining() < BYTE_ORDER_MARK.length && !endOfSource) {
            fill();
        }
        if (isInAnotherEncoding(bytes)) {
            throw new MalformedTextException("the body is not in UTF-8");
        }
        if (bytes.remaining() >= BYTE_ORDER_MARK.length
                && bytes.slice(0, BYTE_ORDER_MARK.length).equals(ByteBuffer.wrap(BYTE_ORDER_MARK))) {
            bytes.position(BYTE_ORDER_MARK.length);
        }
        begun = true;
    }

    /** Returns whether the first two bytes are those of UTF-16 or UTF-32: a byte order mark, or half a character. */
    private static boolean isInAnotherEncoding(ByteBuffer start) {
        for (int i = 0; i < Math.min(2, start.remaining()); i++) {
            if (start.get(i) == 0 || (start.get(i) & 0xFE) == 0xFE) {
                return true;
            }
        }
        return false;
    }

    /** Reads on, unless the call is over: bytes that have arrived already could be decoded for a long time. */
    private void fill() throws IOException {
        token.check();
        boolean isFirstFull = bytes.limit() == FIRST_BYTES && bytes.capacity() == FIRST_BYTES;
        bytes = isFirstFull ? ByteBuffer.allocate(FURTHER_BYTES).put(bytes) : bytes.compact();
        int read = source.read(bytes.array(), bytes.position(), bytes.remaining());
        endOfSource = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }
}
