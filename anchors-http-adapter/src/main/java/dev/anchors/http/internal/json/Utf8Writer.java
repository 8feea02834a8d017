package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.HexFormat;

/**
 * Writes JSON in UTF-8. Unpaired surrogates, which names of files may have and UTF-8 has not, are escaped. Jackson 3.0.0 would
 * pair them with the character that follows.
 *
 * <p>Closing the writer leaves the stream open.
 */
final class Utf8Writer extends Writer {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final OutputStream out;
    private String held = ""; // the first half of a pair whose second half may follow

    Utf8Writer(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        String json = held + new String(text, offset, length);
        int last = json.length() - 1;
        int end = last >= 0 && Character.isHighSurrogate(json.charAt(last)) ? last : json.length();
        held = json.substring(end);
        encode(json.substring(0, end));
    }

    /** Leaves the stream as it is, since a flush is costly and the stream belongs to somebody else. */
    @Override
    public void flush() {
        // nothing is held that could be written already
    }

    @Override
    public void close() throws IOException {
        encode(held);
        held = "";
    }

    private void encode(String json) throws IOException {
        int written = 0;
        for (int i = 0; i < json.length(); i++) {
            if (Character.isSurrogate(json.charAt(i))) {
                if (Character.charCount(json.codePointAt(i)) == 2) {
                    i++;
                } else {
                    out.write(json.substring(written, i).getBytes(UTF_8));
                    out.write(("\\u" + HEX.toHexDigits(json.charAt(i))).getBytes(UTF_8));
                    written = i + 1;
                }
            }
        }
        out.write(json.substring(written).getBytes(UTF_8));
    }
}
