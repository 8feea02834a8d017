package dev.anchors.http;

import dev.anchors.http.internal.json.MalformedBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** The body of an answer, bounded, whatever the service sends. */
final class AnswerBody {

    private static final int TEXT_LIMIT = 4 * 1024;

    private final @Nullable HttpEntity entity;
    private @Nullable LimitedInputStream content; // from the first look at it on

    AnswerBody(ClassicHttpResponse answer) {
        entity = answer.getEntity();
    }

    /**
     * Returns the bytes.
     *
     * @throws MalformedBodyException if they are compressed, which nobody asked for, or more than {@code limit}; of
     *     the latter, reading the stream throws it, too
     */
    InputStream content(long limit) throws IOException {
        if (entity == null) {
            return InputStream.nullInputStream();
        }
        if (isEncoded(entity)) {
            throw new MalformedBodyException("the body is compressed, which was not asked for", "", null);
        }
        if (entity.getContentLength() > limit) {
            throw LimitedInputStream.tooLong(limit);
        }
        return contentOf(entity, limit);
    }

    /**
     * Returns the first 4 KiB of characters, as far as they can be read. The status says more than the text, so nothing
     * that is wrong with the text hides it.
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

    /** How many of the bytes were read. */
    long bytesRead() {
        return content == null ? 0 : content.bytesRead();
    }

    private LimitedInputStream contentOf(HttpEntity of, long limit) throws IOException {
        LimitedInputStream opened = new LimitedInputStream(of.getContent(), limit);
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

    /** What the service says the body is, to follow what is wrong with it; empty where it says nothing. */
    String declaration() {
        ContentType type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
        return type == null ? "" : " (declared as " + type.getMimeType() + ")";
    }

    private static boolean isEncoded(HttpEntity entity) {
        String encoding = entity.getContentEncoding();
        return encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity");
    }

    private static Charset charset(HttpEntity entity) {
        ContentType type = ContentType.parseLenient(entity.getContentType());
        return Objects.requireNonNullElse(type == null ? null : type.getCharset(), StandardCharsets.UTF_8);
    }
}
