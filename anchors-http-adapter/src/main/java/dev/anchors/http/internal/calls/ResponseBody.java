package dev.anchors.http.internal.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** The body of a response, bounded, whatever the service sends. */
final class ResponseBody {

    private static final int TEXT_LIMIT = 4 * 1024;

    private final @Nullable HttpEntity entity;
    private @Nullable BoundedInputStream content; // present once it was asked for

    ResponseBody(@Nullable HttpEntity entity) {
        this.entity = entity;
    }

    /**
     * Returns the bytes. To read more than {@code limit} of them is a {@link UnacceptableBodyException}, too.
     *
     * @throws UnacceptableBodyException if the body is compressed, which was not asked for, or declared to be longer than
     *     {@code limit}
     */
    InputStream content(long limit) throws IOException {
        if (entity == null) {
            return InputStream.nullInputStream();
        }
        if (isEncoded(entity)) {
            throw new UnacceptableBodyException("the body is compressed, which was not asked for", "");
        }
        if (entity.getContentLength() > limit) {
            throw BoundedInputStream.tooLong(limit);
        }
        return contentOf(entity, limit);
    }

    /**
     * Returns the first 4,096 characters, as far as they can be read. Nothing that is wrong with the text is a failure,
     * since the status says more than the text.
     */
    String text() {
        if (entity == null || isEncoded(entity)) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        try {
            Reader reader = new InputStreamReader(contentOf(entity, Long.MAX_VALUE), charset(entity));
            for (int next = reader.read(); next >= 0 && text.length() < TEXT_LIMIT; next = reader.read()) {
                text.append((char) next);
            }
        } catch (IOException unreadable) {
            // what came before is kept
        }
        return withoutHalfPair(text);
    }

    /** Returns whether nothing of the body is left on the connection. */
    boolean isReadToEnd() {
        return entity == null || (content != null && content.isReadToEnd());
    }

    /** Returns how many bytes were read. */
    long bytesRead() {
        return content == null ? 0 : content.bytesRead();
    }

    private BoundedInputStream contentOf(HttpEntity of, long limit) throws IOException {
        BoundedInputStream opened = new BoundedInputStream(of.getContent(), limit);
        content = opened;
        return opened;
    }

    private static String withoutHalfPair(StringBuilder text) {
        int last = text.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(text.charAt(last))) {
            text.setLength(last);
        }
        return text.toString();
    }

    /** Returns what the service says the body is, to follow what is wrong with it; empty where it says nothing. */
    String declaration() {
        ContentType type = entity == null ? null : contentType(entity);
        return type == null ? "" : " (declared as " + type.getMimeType() + ")";
    }

    private static boolean isEncoded(HttpEntity entity) {
        String encoding = entity.getContentEncoding();
        return encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity");
    }

    private static Charset charset(HttpEntity entity) {
        ContentType type = contentType(entity);
        return Objects.requireNonNullElse(type == null ? null : type.getCharset(), StandardCharsets.UTF_8);
    }

    /** Returns what the header says; null if it says nothing that can be read. HttpCore 5.4.0 throws for odd charsets. */
    private static @Nullable ContentType contentType(HttpEntity entity) {
        try {
            return ContentType.parseLenient(entity.getContentType());
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
