package dev.anchors.http.internal.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Makes a value of the body of a response. */
@FunctionalInterface
public interface Decoder<T extends @Nullable Object> {

    /**
     * Returns the value, having read the body to its end or as far as the call asks for.
     *
     * @throws IOException if the connection broke
     * @throws dev.anchors.http.internal.json.MalformedBodyException if the body is not what it should be
     */
    T decode(InputStream body) throws IOException;

    /** Returns a decoder that discards the body, so that the connection can be reused, and returns {@code value}. */
    static <T> Decoder<T> discarding(T value) {
        return body -> {
            body.transferTo(OutputStream.nullOutputStream());
            return value;
        };
    }
}
