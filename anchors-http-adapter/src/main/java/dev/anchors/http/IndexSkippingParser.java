package dev.anchors.http;

import java.io.InputStream;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.UTF8StreamJsonParser;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * Jackson's parser of UTF-8, which can also pass over the entries of an object without making a name of each.
 *
 * <p>Every collection on the wire has a map from the ids of its elements to their places, of which only the rare negative
 * ones mean something. To name them took about a seventh of the time of reading an anchor.
 */
final class IndexSkippingParser extends UTF8StreamJsonParser {

    private static final int MOST_DIGITS = 18; // whatever they are, 64 bits hold the number
    private static final int NONE = -1;

    IndexSkippingParser(
            ObjectReadContext readContext,
            IOContext context,
            int streamReadFeatures,
            int formatReadFeatures,
            InputStream body,
            ByteQuadsCanonicalizer names,
            byte[] buffer,
            int filled) {
        super(readContext, context, streamReadFeatures, formatReadFeatures, body, names, buffer, 0, filled, 0, true);
    }

    /**
     * Passes over entries of the object that was just entered, up to its end or to the first that is not as simple as
     * nearly all are: a name without escapes and a whole number that is not negative, both in the buffer, no blanks. The
     * next token is that of the entry, as if it were the first, or of the end.
     */
    void skipSimpleEntries() {
        int end = behindEntry(_inputPtr);
        while (isAt(end, ',') && isAt(end + 1, '"')) {
            _inputPtr = end + 1;
            end = behindEntry(_inputPtr);
        }
        if (isAt(end, '}')) {
            _inputPtr = end;
        }
    }

    private int behindEntry(int start) {
        int colon = isAt(start, '"') ? behindName(start + 1) : NONE;
        return isAt(colon, ':') ? behindNumber(colon + 1) : NONE;
    }

    private int behindName(int start) {
        for (int at = start; at < _inputEnd; at++) {
            byte octet = _inputBuffer[at];
            if (octet == '"') {
                return at + 1;
            }
            if (octet < ' ' || octet == '\\') { // those beyond ASCII are negative
                return NONE;
            }
        }
        return NONE;
    }

    private int behindNumber(int start) {
        int end = start;
        while (end < _inputEnd && _inputBuffer[end] >= '0' && _inputBuffer[end] <= '9') {
            end++;
        }
        int digits = end - start;
        boolean beginsInVain = digits > 1 && _inputBuffer[start] == '0';
        return digits > 0 && digits <= MOST_DIGITS && !beginsInVain ? end : NONE;
    }

    private boolean isAt(int place, char expected) {
        return place >= 0 && place < _inputEnd && _inputBuffer[place] == expected;
    }
}
