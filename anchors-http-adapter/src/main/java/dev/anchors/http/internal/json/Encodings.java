package dev.anchors.http.internal.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Detects the encoding of a JSON document: UTF-8, or UTF-16 and UTF-32 in either byte order. A byte order mark decides;
 * without a mark the document begins with two ASCII characters (RFC 4627), so that zeros show the others.
 */
final class Encodings {

    /** As many bytes of a document are enough; a shorter document is detected from all its bytes. */
    static final int BYTES_TO_DETECT = 4;

    private static final byte BLANK = ' ';

    private Encodings() {}

    /** Returns a decoder of the document that begins with these bytes, having passed over a byte order mark. */
    static CharsetDecoder detect(ByteBuffer start) {
        int first = firstFour(start);
        if (first == 0x0000FEFF) {
            return behindMark(4, start, new Utf32Decoder(ByteOrder.BIG_ENDIAN));
        } else if (first == 0xFFFE0000) {
            return behindMark(4, start, new Utf32Decoder(ByteOrder.LITTLE_ENDIAN));
        } else if (first >>> 16 == 0xFEFF) {
            return behindMark(2, start, StandardCharsets.UTF_16BE.newDecoder());
        } else if (first >>> 16 == 0xFFFE) {
            return behindMark(2, start, StandardCharsets.UTF_16LE.newDecoder());
        } else if (first >>> 8 == 0xEFBBBF) {
            return behindMark(3, start, StandardCharsets.UTF_8.newDecoder());
        }
        return withoutMark(first);
    }

    private static CharsetDecoder behindMark(int length, ByteBuffer start, CharsetDecoder decoder) {
        start.position(start.position() + length);
        return decoder;
    }

    private static CharsetDecoder withoutMark(int first) {
        if ((first & 0xFFFF0000) == 0) {
            return new Utf32Decoder(ByteOrder.BIG_ENDIAN);
        } else if ((first & 0x00FFFFFF) == 0) {
            return new Utf32Decoder(ByteOrder.LITTLE_ENDIAN);
        } else if ((first & 0xFF000000) == 0) {
            return StandardCharsets.UTF_16BE.newDecoder();
        } else if ((first & 0x00FF0000) == 0) {
            return StandardCharsets.UTF_16LE.newDecoder();
        }
        return StandardCharsets.UTF_8.newDecoder();
    }

    /** Returns the first four bytes as a number; blanks, which change nothing, stand for bytes that are not there. */
    private static int firstFour(ByteBuffer start) {
        int first = 0;
        for (int i = 0; i < BYTES_TO_DETECT; i++) {
            byte next = i < start.remaining() ? start.get(start.position() + i) : BLANK;
            first = (first << Byte.SIZE) | (next & 0xFF);
        }
        return first;
    }
}
