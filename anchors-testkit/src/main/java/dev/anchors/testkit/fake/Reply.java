package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scripted response of a {@link FakePiecesOs}: a status, headers, a body and scheduled faults.
 *
 * <pre>{@code
 * Reply.text(500, "out of order")
 * Reply.json(Samples.fullAnchor())
 * Reply.json("{}").withHeader("Content-Type", "text/html")
 * Reply.json("{}").paddedTo(1L << 30)                        // a body of 1 GiB
 * Reply.fromRepository().afterResponse(Fault.reset())
 * Reply.fromRepository().inBody(100, Fault.stallUntil(released)).inBody(200, Fault.closeConnection())
 * }</pre>
 *
 * <p>Immutable and reusable. Null arguments are rejected with {@link NullPointerException}.
 */
public final class Reply {

    private static final String JSON = "application/json";
    private static final Set<String> FRAMING_HEADERS = Set.of("content-length", "transfer-encoding");

    private final @Nullable ReplyBody body; // null: from the repository
    private final Map<String, String> headers;
    private final long minLength;
    private final List<ScheduledFault> faults;

    private Reply(@Nullable ReplyBody body, Map<String, String> headers, long minLength, List<ScheduledFault> faults) {
        this.body = body;
        this.headers = headers;
        this.minLength = minLength;
        this.faults = faults;
    }

    /**
     * Returns a reply with the response that the fake computes from its repository. The repository is called before any
     * fault is applied: {@code fromRepository().beforeResponse(closeConnection())} for a delete request deletes the
     * anchor without a response.
     */
    public static Reply fromRepository() {
        return new Reply(null, Map.of(), 0, List.of());
    }

    /**
     * Returns a reply with this body in UTF-8. The repository is not called.
     *
     * @param status 200 to 599
     * @param contentType the value of the {@code Content-Type} header, which need not fit the body
     * @throws IllegalArgumentException if {@code status} is out of range, or is 204 or 304 and the body is not empty
     */
    public static Reply of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(UTF_8));
    }

    /**
     * Returns a reply with this body. The repository is not called.
     *
     * @param status 200 to 599
     * @param contentType the value of the {@code Content-Type} header, which need not fit the body
     * @throws IllegalArgumentException if {@code status} is out of range, or is 204 or 304 and the body is not empty
     */
    public static Reply of(int status, String contentType, byte[] body) {
        return with(new ReplyBody(status, body.clone())).withHeader("Content-Type", contentType);
    }

    /** Returns a reply with status 200, type {@code application/json} and this body, which need not be JSON. */
    public static Reply json(String body) {
        return of(200, JSON, body);
    }

    /** Returns a reply with status 200 and this anchor, in the form in which the service returns an anchor. */
    public static Reply json(Anchor anchor) {
        return of(200, JSON, ResponseJson.write(anchor));
    }

    /** Returns a reply with status 200 and these anchors, in the form in which the service returns a snapshot. */
    public static Reply json(Anchors anchors) {
        return of(200, JSON, ResponseJson.write(anchors));
    }

    /**
     * Returns a reply in plain text, which is the form in which the service reports its failures.
     *
     * @param status 200 to 599
     * @throws IllegalArgumentException if {@code status} is out of range, or is 204 or 304 and the text is not empty
     */
    public static Reply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text);
    }

    /**
     * Returns a reply without a body.
     *
     * @param status 200 to 599
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    public static Reply empty(int status) {
        return with(new ReplyBody(status, new byte[0]));
    }

    /** Returns a reply that closes the connection without a response. The repository is not called. */
    public static Reply disconnect() {
        return empty(500).beforeResponse(Fault.closeConnection());
    }

    /** Returns a reply that never sends anything and keeps the connection open. The repository is not called. */
    public static Reply stall() {
        return empty(500).beforeResponse(Fault.stallUntil(new CountDownLatch(1)));
    }

    /**
     * Returns a reply that is incomplete: {@code Content-Length} is the length of the whole body, but the connection is
     * closed after the first {@code bytes} bytes of the body.
     *
     * @throws IllegalArgumentException if {@code bytes} is negative or not less than the length of the body in UTF-8
     */
    public static Reply truncated(String jsonBody, int bytes) {
        Reply whole = json(jsonBody);
        if (bytes < 0 || bytes >= whole.bodyLength()) {
            throw new IllegalArgumentException(
                    "a body of " + whole.bodyLength() + " bytes cannot be truncated after " + bytes);
        }
        return whole.inBody(bytes, Fault.closeConnection());
    }

    /** Returns a reply like {@link #json(String)} whose body is sent byte by byte, 20 bytes a second. */
    public static Reply dribble(String body) {
        return json(body).inBody(0, Fault.dribble(Duration.ofMillis(50)));
    }

    /**
     * Returns a copy of this reply with a header, which replaces any header of the same name.
     *
     * @throws IllegalArgumentException if the name is blank, the name or the value contains a control character, or the
     *     header is {@code Content-Length} or {@code Transfer-Encoding}, which follow from the body
     */
    public Reply withHeader(String name, String value) {
        if (FRAMING_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(name + " follows from the body and cannot be set");
        }
        if (name.isBlank() || (name + value).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a valid header: \"" + name + ": " + value + "\"");
        }
        return new Reply(body, merged(headers, Map.of(name, value)), minLength, faults);
    }

    /**
     * Returns a copy of this reply whose body is padded with spaces, which JSON allows, to at least {@code bytes} bytes.
     * The padding takes no memory. A status that does not allow a body has no padding.
     */
    public Reply paddedTo(long bytes) {
        return new Reply(body, headers, bytes, faults);
    }

    /** Returns a copy of this reply with a fault before the first byte of the response. */
    public Reply beforeResponse(Fault fault) {
        return with(ScheduledFault.beforeResponse(fault));
    }

    /** Returns a copy of this reply with a fault between the status line and the first header. */
    public Reply inHeader(Fault fault) {
        return with(ScheduledFault.inHeader(fault));
    }

    /**
     * Returns a copy of this reply with a fault after the headers and {@code bytes} bytes of the body, or after the body
     * if it is shorter.
     *
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public Reply inBody(long bytes, Fault fault) {
        if (bytes < 0) {
            throw new IllegalArgumentException(
                    "the number of bytes before a fault must not be negative, but was " + bytes);
        }
        return with(ScheduledFault.inBody(bytes, fault));
    }

    /** Returns a copy of this reply with a fault after the last byte of the response was sent. */
    public Reply afterResponse(Fault fault) {
        return with(ScheduledFault.afterResponse(fault));
    }

    /** Returns a copy of this reply with those of the headers that it does not have. */
    Reply withDefaultHeaders(Map<String, String> defaults) {
        return new Reply(body, merged(defaults, headers), minLength, faults);
    }

    /** Returns this reply, completed with the status and the body of {@code fromRepository} if it has none. */
    Reply resolved(Supplier<Reply> fromRepository) {
        if (body != null) {
            return this;
        }
        Reply computed = fromRepository.get();
        return new Reply(computed.body, merged(computed.headers, headers), minLength, faults);
    }

    int status() {
        return body().status();
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Returns the faults in the order of their moments. */
    List<ScheduledFault> faults() {
        return faults;
    }

    long bodyLength() {
        return body().length(minLength);
    }

    void writeBody(OutputStream out) throws IOException {
        body().write(out, bodyLength());
    }

    private ReplyBody body() {
        return Objects.requireNonNull(body, "not resolved");
    }

    private static Reply with(ReplyBody body) {
        return new Reply(body, Map.of(), 0, List.of());
    }

    private Reply with(ScheduledFault fault) {
        List<ScheduledFault> more = Stream.concat(faults.stream(), Stream.of(fault))
                .sorted(ScheduledFault.BY_TIME)
                .toList();
        return new Reply(body, headers, minLength, more);
    }

    private static Map<String, String> merged(Map<String, String> headers, Map<String, String> replacements) {
        Map<String, String> merged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        merged.putAll(headers);
        merged.keySet().removeAll(replacements.keySet());
        merged.putAll(replacements);
        return Collections.unmodifiableMap(merged);
    }

    /** Returns the status, the length of the body and the faults. */
    @Override
    public String toString() {
        String shown = body == null ? "from the repository" : status() + " with " + bodyLength() + " bytes";
        return "Reply[" + shown + faults.stream().map(fault -> ", " + fault).collect(joining()) + "]";
    }
}
