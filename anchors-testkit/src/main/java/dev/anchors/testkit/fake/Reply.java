package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

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
 * What a {@link FakePiecesOs} is told to answer: a status, headers and a body, and the faults that strike on their way.
 *
 * <pre>{@code
 * Reply.text(500, "out of order")
 * Reply.json("{}").withHeader("Content-Type", "text/html")
 * Reply.json("{}").paddedTo(1L << 30)                        // a huge body
 * Reply.fromRepository().afterAnswer(Fault.reset())
 * Reply.fromRepository().inBody(100, Fault.stallUntil(released)).inBody(200, Fault.closeConnection())
 * }</pre>
 *
 * <p>Immutable, and may be given any number of times.
 */
public final class Reply {

    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private final @Nullable ReplyBody body; // null for the one from the repository
    private final Map<String, String> headers;
    private final long leastLength;
    private final List<ScheduledFault> faults;

    private Reply(
            @Nullable ReplyBody body, Map<String, String> headers, long leastLength, List<ScheduledFault> faults) {
        this.body = body;
        this.headers = headers;
        this.leastLength = leastLength;
        this.faults = faults;
    }

    /**
     * Returns what the service answers by itself. The repository is called before any fault strikes: with {@code
     * fromRepository().beforeAnswer(closeConnection())} a delete is done, and nobody tells the client.
     */
    public static Reply fromRepository() {
        return new Reply(null, Map.of(), 0, List.of());
    }

    /** Returns an answer with this body in UTF-8. What {@link #of(int, String, byte[])} says holds here too. */
    public static Reply of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(UTF_8));
    }

    /**
     * Returns an answer with this body. The repository is not called.
     *
     * @param status 200 to 599
     * @param contentType the value of the header, whether it fits the body or not
     * @throws IllegalArgumentException if the status is none of these, or one that never has a body (204 and 304) and
     *     the body is not empty
     */
    public static Reply of(int status, String contentType, byte[] body) {
        return with(new ReplyBody(status, body.clone())).withHeader("Content-Type", contentType);
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
        return with(new ReplyBody(status, new byte[0]));
    }

    /** Returns no answer at all: the request is read and the connection closed. The repository is not called. */
    public static Reply disconnect() {
        return empty(500).beforeAnswer(Fault.closeConnection());
    }

    /** Returns nothing, for as long as the client waits and the fake is open. The repository is not called. */
    public static Reply stall() {
        return empty(500).beforeAnswer(Fault.stallUntil(new CountDownLatch(1)));
    }

    /**
     * Returns an answer that ends too soon: {@code Content-Length} speaks of the whole body, and the connection is
     * closed after its first {@code bytes} bytes.
     *
     * @throws IllegalArgumentException if {@code bytes} is negative or not less than the body has in UTF-8
     */
    public static Reply truncated(String jsonBody, int bytes) {
        Reply whole = json(jsonBody);
        if (bytes < 0 || bytes >= whole.bodyLength()) {
            throw new IllegalArgumentException(
                    "a body of " + whole.bodyLength() + " bytes cannot be truncated after " + bytes);
        }
        return whole.inBody(bytes, Fault.closeConnection());
    }

    /** Returns an answer of status 200 and type {@code application/json} whose body comes at twenty bytes a second. */
    public static Reply dribble(String body) {
        return json(body).inBody(0, Fault.dribble(Duration.ofMillis(50)));
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
        return new Reply(body, merged(headers, Map.of(name, value)), leastLength, faults);
    }

    /**
     * Returns this reply with spaces after its body, until that many bytes are there. They take no memory, and JSON
     * allows them. A body that has as many stays as it is; so does an answer whose status never has one.
     */
    public Reply paddedTo(long bytes) {
        return new Reply(body, headers, bytes, faults);
    }

    /** Returns this reply with a fault before its first byte. */
    public Reply beforeAnswer(Fault fault) {
        return with(ScheduledFault.beforeAnswer(fault));
    }

    /** Returns this reply with a fault after its status line and before its first header. */
    public Reply inHeader(Fault fault) {
        return with(ScheduledFault.inHeader(fault));
    }

    /**
     * Returns this reply with a fault after its header and that many bytes of its body; a body that has no more of them
     * meets it at its end.
     *
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public Reply inBody(long bytes, Fault fault) {
        if (bytes < 0) {
            throw new IllegalArgumentException("no fault can strike after " + bytes + " bytes");
        }
        return with(ScheduledFault.inBody(bytes, fault));
    }

    /** Returns this reply with a fault after its last byte, which went out by then. */
    public Reply afterAnswer(Fault fault) {
        return with(ScheduledFault.afterAnswer(fault));
    }

    /** Returns this reply with a status and a body: its own, or else those of {@code fromRepository}. */
    Reply resolved(Supplier<Reply> fromRepository) {
        if (body != null) {
            return this;
        }
        Reply served = fromRepository.get();
        return new Reply(served.body, merged(served.headers, headers), leastLength, faults);
    }

    int status() {
        return body().status();
    }

    Map<String, String> headers() {
        return headers;
    }

    /** In the order in which they strike. */
    List<ScheduledFault> faults() {
        return faults;
    }

    long bodyLength() {
        return body().length(leastLength);
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
                .sorted(ScheduledFault.IN_TIME)
                .toList();
        return new Reply(body, headers, leastLength, more);
    }

    private static Map<String, String> merged(Map<String, String> headers, Map<String, String> stronger) {
        Map<String, String> merged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        merged.putAll(headers);
        merged.keySet().removeAll(stronger.keySet());
        merged.putAll(stronger);
        return Collections.unmodifiableMap(merged);
    }

    /** Shows the status and the size of the body, and the faults. */
    @Override
    public String toString() {
        String shown = body == null ? "from the repository" : status() + " with " + bodyLength() + " bytes";
        return "Reply[" + shown + faults.stream().map(fault -> ", " + fault).collect(joining()) + "]";
    }
}
