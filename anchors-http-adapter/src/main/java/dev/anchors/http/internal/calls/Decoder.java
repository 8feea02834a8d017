package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.json.CancellationToken;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Makes a value of the body of a response. */
@FunctionalInterface
public interface Decoder<T extends @Nullable Object> {

    /** How many bytes are discarded before the token is asked again. */
    int DISCARDED_AT_ONCE = 8 * 1024;

    /**
     * Returns the value, having read the body to its end or as far as the call asks for.
     *
     * @param token is asked before each read whether the call is over
     * @throws IOException if the connection broke, or the call is over
     * @throws dev.anchors.http.internal.json.MalformedBodyException if the body is not what it should be
     */
    T decode(InputStream body, CancellationToken token) throws IOException;

    /** Returns a decoder that discards the body, so that the connection can be reused, and returns {@code value}. */
    static <T> Decoder<T> discarding(T value) {
        return (body, token) -> {
            byte[] discarded = new byte[DISCARDED_AT_ONCE];
            do {
                token.check();
            } while (body.read(discarded) >= 0);
            return value;
        };
    }
}
