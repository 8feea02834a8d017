package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * Decodes percent-encoded text of a URL (RFC 3986, section 2.1). Unlike {@link java.net.URLDecoder}, it does not decode a
 * plus sign to a space.
 */
final class PercentEncoding {

    private static final int HEX = 16;

    private PercentEncoding() {}

    /**
     * Decodes a path segment or a query value.
     *
     * @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits, or if the
     *     decoded bytes are not UTF-8
     */
    static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        String[] parts = encoded.split("%", -1);
        bytes.writeBytes(parts[0].getBytes(UTF_8));
        for (int i = 1; i < parts.length; i++) {
            bytes.write(leadingByte(parts[i], encoded));
            bytes.writeBytes(parts[i].substring(2).getBytes(UTF_8));
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new IllegalArgumentException("not UTF-8 when decoded: \"" + encoded + "\"", notText);
        }
    }

    private static int leadingByte(String part, String encoded) {
        int high = part.length() < 2 ? -1 : Character.digit(part.charAt(0), HEX);
        int low = part.length() < 2 ? -1 : Character.digit(part.charAt(1), HEX);
        if (high < 0 || low < 0) {
            throw new IllegalArgumentException("malformed percent-encoding: \"" + encoded + "\"");
        }
        return high * HEX + low;
    }
}
