package dev.anchors.http;

import dev.anchors.http.internal.json.MalformedBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Makes a value of the body of an answer. */
@FunctionalInterface
interface Decoder<T extends @Nullable Object> {

    /** Takes no notice of a body, but reads it to its end, so that the connection serves again. */
    Decoder<Boolean> NONE = body -> {
        body.transferTo(OutputStream.nullOutputStream());
        return true;
    };

    /**
     * Returns the value, having read the body to its end, or as far as the call asks for.
     *
     * @throws IOException if the connection broke
     * @throws MalformedBodyException if the body is not what it should be
     */
    T decode(InputStream body) throws IOException;
}
