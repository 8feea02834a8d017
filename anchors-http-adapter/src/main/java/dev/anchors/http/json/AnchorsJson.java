package dev.anchors.http.json;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.http.internal.json.AnchorReader;
import dev.anchors.http.internal.json.AnchorsReader;
import dev.anchors.http.internal.json.AnchorsWriter;
import dev.anchors.http.internal.json.CancellationToken;
import dev.anchors.http.internal.json.MalformedBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes anchors as JSON in the form of the service, in UTF-8. A test reads a captured response into memory, and a
 * program writes a document that others can read:
 *
 * <pre>{@code
 * InMemoryAnchorRepository.builder().initialAnchors(AnchorsJson.read(Path.of("response.json"))).build();
 * }</pre>
 *
 * <p>Reading is as lenient as it is for a response over HTTP: unknown fields are passed over, and unknown types and platforms
 * are kept as raw words. A document that was read and written again lacks the unknown fields, the positions in {@code indices}
 * and links without an id. What was written reads as it was.
 *
 * <p>The methods are thread-safe. Arguments are not null; streams of bytes stay open, unless a method says otherwise.
 */
public final class AnchorsJson {

    private AnchorsJson() {}

    /**
     * Returns the anchors of a file, which holds what the service responds to {@code GET /anchors}.
     *
     * @throws MalformedJsonException if the file holds something else
     * @throws IOException if the file cannot be read
     */
    public static Anchors read(Path file) throws IOException {
        try (InputStream json = Files.newInputStream(file)) {
            return read(json);
        }
    }

    /** Returns the anchors of a document, as {@link #read(Path)} does. */
    public static Anchors read(InputStream json) throws IOException {
        try {
            return AnchorsReader.read(json, CancellationToken.NONE);
        } catch (MalformedBodyException malformed) {
            throw checked(malformed);
        }
    }

    /**
     * Returns the one anchor of a document, which is what the service responds to {@code GET /anchor/{anchor}}.
     *
     * @throws MalformedJsonException if the document is something else
     * @throws IOException if the document cannot be read
     */
    public static Anchor readAnchor(InputStream json) throws IOException {
        try {
            return AnchorReader.read(json, CancellationToken.NONE);
        } catch (MalformedBodyException malformed) {
            throw checked(malformed);
        }
    }

    /**
     * Returns the anchors of a document one by one, of which only the current one is held in memory. The score and the
     * version of the whole are left out, and an id that occurs twice is not noticed. Closing the stream closes {@code json}.
     *
     * <p>The stream throws {@link UncheckedIOException}, whose cause is what {@link #read(InputStream)} throws.
     *
     * @throws MalformedJsonException if the document does not begin as one
     * @throws IOException if the document cannot be read
     */
    public static Stream<Anchor> stream(InputStream json) throws IOException {
        AnchorsReader reader;
        try {
            reader = AnchorsReader.begin(json, CancellationToken.NONE);
        } catch (MalformedBodyException malformed) {
            throw checked(malformed);
        }
        return StreamSupport.stream(new OneByOne(reader), false).onClose(() -> close(json));
    }

    /**
     * Writes anchors as the service responds to {@code GET /anchors}, transferables included.
     *
     * @throws IOException if {@code json} cannot be written
     */
    public static void write(Anchors anchors, OutputStream json) throws IOException {
        AnchorsWriter.write(anchors, json);
    }

    /**
     * Writes an anchor as the service responds to {@code GET /anchor/{anchor}}, transferables included.
     *
     * @throws IOException if {@code json} cannot be written
     */
    public static void write(Anchor anchor, OutputStream json) throws IOException {
        AnchorsWriter.write(anchor, json);
    }

    /**
     * Writes anchors as {@link #write(Anchors, OutputStream)} does, but one by one, without a score and a version of the whole
     * and without {@code indices}, which need the ids of all anchors. The anchors are read to their end and not closed.
     *
     * @throws IOException if {@code json} cannot be written
     */
    public static void write(Stream<Anchor> anchors, OutputStream json) throws IOException {
        AnchorsWriter.write(anchors, json);
    }

    private static MalformedJsonException checked(MalformedBodyException malformed) {
        return new MalformedJsonException(malformed.what(), malformed.pointer(), malformed.getCause());
    }

    private static void close(InputStream json) {
        try {
            json.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class OneByOne extends Spliterators.AbstractSpliterator<Anchor> {

        private final AnchorsReader reader;
        private boolean ended;

        OneByOne(AnchorsReader reader) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
            this.reader = reader;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Anchor> action) {
            Anchor next = ended ? null : next();
            if (next == null) {
                ended = true;
                return false;
            }
            action.accept(next);
            return true;
        }

        private @Nullable Anchor next() {
            try {
                return reader.next();
            } catch (MalformedBodyException malformed) {
                throw new UncheckedIOException(checked(malformed));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
