package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.json.CancellationToken;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Makes a value of the body of a response. */
@FunctionalInterface
public interface Decoder<T extends @Nullable Object> {

    /**
     * Returns the value, having read the body to its end or as far as the call asks for.
     *
     * @param token is asked before each read whether the call is over
     * @throws IOException if the connection broke, or the call is over
     * @throws dev.anchors.http.internal.json.MalformedBodyException if the body is not what it should be
     */
    T decode(InputStream body, CancellationToken token) throws IOException;
}
