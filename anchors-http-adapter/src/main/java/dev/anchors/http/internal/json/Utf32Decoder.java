package dev.anchors.http.internal.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Decodes UTF-32 and reports surrogates as malformed, which the decoder of the JDK lets pass. */
final class Utf32Decoder extends CharsetDecoder {

    private static final float AVERAGE_CHARS_PER_BYTE = 0.25F;
    private static final float MAX_CHARS_PER_BYTE = 1; // the least that a decoder may say, though it is half as many

    private final ByteOrder order;

    Utf32Decoder(ByteOrder order) {
        super(Charset.forName("UTF-32"), AVERAGE_CHARS_PER_BYTE, MAX_CHARS_PER_BYTE);
        this.order = order;
    }

    @Override
    protected CoderResult decodeLoop(ByteBuffer bytes, CharBuffer chars) {
        bytes.order(order);
        while (bytes.remaining() >= Integer.BYTES) {
            int codePoint = bytes.getInt(bytes.position());
            if (!Character.isValidCodePoint(codePoint) || Character.getType(codePoint) == Character.SURROGATE) {
                return CoderResult.malformedForLength(Integer.BYTES);
            }
            if (chars.remaining() < Character.charCount(codePoint)) {
                return CoderResult.OVERFLOW;
            }
            bytes.position(bytes.position() + Integer.BYTES);
            chars.put(Character.toChars(codePoint));
        }
        return CoderResult.UNDERFLOW;
    }
}
