package dev.anchors.http.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Decodes a JSON document in the encoding that its first bytes show and throws {@link MalformedTextException} at the first
 * malformed bytes. Jackson's own decoder of UTF-8 accepts overlong forms.
 *
 * <p>A read waits for no more bytes than the next character has, and needs room for the two halves of a surrogate pair.
 * Closing the reader leaves the source open.
 */
final class StrictReader extends Reader {

    /** Most documents are small, and to allocate much would take a good part of the time in which they are decoded. */
    static final int FIRST_BYTES = 2 * 1024;

    /** A document that fills the first buffer is read in larger pieces, since each read calls the operating system. */
    static final int FURTHER_BYTES = 32 * 1024;

    private final InputStream source;
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES).limit(0);
    private final CharsetDecoder decoder;
    private boolean endOfSource;

    /** Thrown at bytes that are malformed in the encoding of the document. */
    static final class MalformedTextException extends IOException {

        private static final long serialVersionUID = 1L;

        private MalformedTextException(String message) {
            super(message);
        }
    }

    /** Reads the first bytes of the source. */
    StrictReader(InputStream source) throws IOException {
        this.source = source;
        while (bytes.remaining() < Encodings.BYTES_TO_DETECT && !endOfSource) {
            fill();
        }
        decoder = Encodings.detect(bytes);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, endOfSource);
            int read = chars.position() - offset;
            if (read > 0) {
                return read; // characters in front of malformed bytes are delivered before the exception is thrown
            }
            if (result.isError()) {
                throw new MalformedTextException("the body is not valid " + decoder.charset());
            }
            if (endOfSource) {
                return -1;
            }
            fill();
        }
    }

    @Override
    public void close() {
        // whoever opened the source closes it
    }

    private void fill() throws IOException {
        boolean isFirstFull = bytes.limit() == FIRST_BYTES && bytes.capacity() == FIRST_BYTES;
        bytes = isFirstFull ? ByteBuffer.allocate(FURTHER_BYTES).put(bytes) : bytes.compact();
        int read = source.read(bytes.array(), bytes.position(), bytes.remaining());
        endOfSource = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }
}
