package dev.anchors.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a {@link FakePiecesOs} is told to answer by {@link FakePiecesOs#reply}: a whole answer, or one of the ways in
 * which answers go wrong. Immutable, and may be given any number of times.
 */
public final class Reply {

    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");
    private static final byte[] NOTHING = {};

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Delivery delivery;

    private Reply(int status, Map<String, String> headers, byte[] body, Delivery delivery) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.delivery = delivery;
    }

    /** Returns an answer with this body in UTF-8. What {@link #of(int, String, byte[])} says holds here too. */
    public static Reply of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(UTF_8));
    }

    /**
     * Returns an answer with this body.
     *
     * @param status 200 to 599
     * @param contentType the value of the header, whether it fits the body or not
     * @throws IllegalArgumentException if the status is none of these, or one that never has a body (204 and 304) and
     *     the body is not empty
     */
    public static Reply of(int status, String contentType, byte[] body) {
        return whole(status, body.clone()).withHeader("Content-Type", contentType);
    }

    /** Returns an answer of status 200 and type {@code application/json}. The body may be anything. */
    public static Reply json(String body) {
        return of(200, "application/json", body);
    }

    /** Returns an answer in plain text, as the service gives when it fails. */
    public static Reply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text);
    }

    /** Returns an answer without a body. */
    public static Reply empty(int status) {
        return whole(status, NOTHING);
    }

    /** Returns no answer at all: the request is read and the connection closed. */
    public static Reply hangUp() {
        return new Reply(0, Map.of(), NOTHING, Delivery.HANG_UP);
    }

    /**
     * Returns an answer that ends too soon: {@code Content-Length} speaks of the whole body, and the connection is
     * closed after its first {@code bytes} bytes.
     *
     * @throws IllegalArgumentException if {@code bytes} is negative or not less than the body has in UTF-8
     */
    public static Reply cutShort(String jsonBody, int bytes) {
        Reply whole = json(jsonBody);
        if (bytes < 0 || bytes >= whole.body.length) {
            throw new IllegalArgumentException(
                    "a body of " + whole.body.length + " bytes cannot be cut after " + bytes);
        }
        return new Reply(whole.status, whole.headers, whole.body, Delivery.cutAfter(bytes));
    }

    /** Returns nothing, for as long as the client waits and the fake is open. */
    public static Reply silence() {
        return new Reply(0, Map.of(), NOTHING, Delivery.SILENCE);
    }

    /**
     * Returns an answer of status 200 and type {@code application/json} whose body comes byte by byte, twenty a second,
     * until it is whole or the client leaves. The connection is closed after it.
     */
    public static Reply drip(String body) {
        Reply whole = json(body).withHeader("Connection", "close");
        return new Reply(whole.status, whole.headers, whole.body, Delivery.DRIP);
    }

    /**
     * Returns this reply with a header in the place of any of the same name. It goes out with the head of the answer,
     * where there is one.
     *
     * @throws IllegalArgumentException if name or value has a control character, the name is blank, or the header is
     *     {@code Content-Length} or {@code Transfer-Encoding}, which follow from the body
     */
    public Reply withHeader(String name, String value) {
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(name + " follows from the body and cannot be set");
        }
        if (name.isBlank() || (name + value).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no header can be \"" + name + ": " + value + "\"");
        }
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.remove(name);
        more.put(name, value);
        return new Reply(status, Collections.unmodifiableMap(more), body, delivery);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The body itself, for the package to read only. */
    byte[] body() {
        return body;
    }

    Delivery delivery() {
        return delivery;
    }

    private static Reply whole(int status, byte[] body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("the status of an answer is 200 to 599, not " + status);
        }
        if ((status == 204 || status == 304) && body.length > 0) {
            throw new IllegalArgumentException("an answer of status " + status + " has no body");
        }
        return new Reply(status, Map.of(), body, Delivery.WHOLE);
    }

    /** Shows the status and the size of the body, or the fault. */
    @Override
    public String toString() {
        return "Reply[" + (status == 0 ? "no answer" : status + " with " + body.length + " bytes") + "]";
    }
}
