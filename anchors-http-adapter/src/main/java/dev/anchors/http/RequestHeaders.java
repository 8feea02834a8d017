package dev.anchors.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/** The headers that every request carries. Names are compared in any letter case, as HTTP does. */
final class RequestHeaders {

    /** Headers that the adapter sets itself. */
    private static final Set<String> OWN = Set.of(
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    RequestHeaders() {
        values.put("Accept", "application/json, text/plain");
    }

    void set(String name, String value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        if (name.isEmpty() || !name.chars().allMatch(RequestHeaders::isTokenMark)) {
            throw new IllegalArgumentException("a header cannot be named \"" + name + "\"");
        }
        if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the header " + name + " follows from the request and cannot be set");
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isPrintable(value.charAt(i))) { // the value may be a secret, so only this character is shown
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "the value of the header %s must be printable ASCII, but has U+%04X at index %d",
                        name,
                        (int) value.charAt(i),
                        i));
            }
        }
        values.put(name, value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<Header> all() {
        return values.entrySet().stream()
                .<Header>map(header -> new BasicHeader(header.getKey(), header.getValue()))
                .toList();
    }

    private static boolean isTokenMark(int character) {
        return character < 128 && (Character.isLetterOrDigit(character) || TOKEN_MARKS.indexOf(character) >= 0);
    }

    private static boolean isPrintable(int character) {
        return character >= ' ' && character <= '~';
    }
}
