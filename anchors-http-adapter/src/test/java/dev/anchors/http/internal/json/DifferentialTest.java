package dev.anchors.http.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reads generated documents, many of them damaged, in two ways that must agree. */
class DifferentialTest {

    private static final int DOCUMENTS = Integer.getInteger("anchors.differential.documents", 2_000);
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final Pattern HUGE_EXPONENT = Pattern.compile("[eE][+-]?[0-9]{10}");
    private static final int[] BUFFERS = {8_192, 4_000}; // of bytes, and of the parser's characters
    private static final int[] CHUNKS = {1, 2, 3, 7, 100, 4_000, 8_191};
    private static final byte[] BYTES =
            HexFormat.of().parseHex("00202230392C2D2E3A5B5C5D5F65666E757B7D7F8089A0BDBFC0C1C3E0E2EDEFF0F4F5FBFEFF");

    @Test
    void anchors_are_read_as_an_independent_reader_reads_them() throws IOException {
        int accepted = 0;
        for (int number = 0; number < DOCUMENTS; number++) {
            Random random = new Random(SEED * number); // neighbouring seeds begin alike
            byte[] document = damaged(encoded(GeneratedDocument.text(random), random), random);
            if (hasHugeExponent(document)) {
                continue; // the tree cannot hold such a number, which the adapter passes over in unknown fields
            }
            int chunk = random.nextBoolean() ? document.length : CHUNKS[random.nextInt(CHUNKS.length)];

            Optional<Anchors> expected = readAsTree(document);
            Optional<Anchors> read = read(document, chunk);
            assertThat(read).as("document %s", number).isEqualTo(expected);
            if (expected.isPresent()) {
                List<Anchor> streamed = stream(document, chunk);
                assertThat(streamed).isEqualTo(expected.get().asList());
                assertThat(ReadableTimes.of(read.get()))
                        .as("readable times of document %s", number)
                        .isEqualTo(ReadableTimes.of(expected.get()))
                        .isEqualTo(ReadableTimes.of(streamed));
                accepted++;
            }
        }
        assertThat(accepted).isBetween(DOCUMENTS / 4, DOCUMENTS * 3 / 4);
    }

    private static boolean hasHugeExponent(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        return HUGE_EXPONENT.matcher(text).find();
    }

    private static Optional<Anchors> readAsTree(byte[] document) {
        try {
            return Optional.of(TreeReader.read(document));
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Anchors> read(byte[] document, int chunk) throws IOException {
        try {
            return Optional.of(AnchorsReader.read(new SmallReads(document, chunk), CancellationToken.NONE));
        } catch (MalformedBodyException refused) {
            return Optional.empty();
        }
    }

    private static List<Anchor> stream(byte[] document, int chunk) throws IOException {
        AnchorsReader reader = AnchorsReader.begin(new SmallReads(document, chunk), CancellationToken.NONE);
        List<Anchor> anchors = new ArrayList<>();
        for (Anchor anchor = reader.next(); anchor != null; anchor = reader.next()) {
            anchors.add(anchor);
        }
        return anchors;
    }

    /** Returns the text with or without a byte order mark, and sometimes across the end of a buffer. */
    private static byte[] encoded(String text, Random random) {
        String mark = random.nextInt(5) == 0 ? "\uFEFF" : "";
        int blanks = random.nextInt(8) > 0
                ? 0
                : Math.max(0, BUFFERS[random.nextInt(BUFFERS.length)] - random.nextInt(text.length() + 10));
        return (mark + " ".repeat(blanks) + text).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the document as it is, or with a few bytes replaced, inserted or cut. */
    private static byte[] damaged(byte[] document, Random random) {
        byte[] damaged = document;
        for (int damages = random.nextInt(4) - 1; damages > 0; damages--) {
            int at = random.nextInt(damaged.length);
            int behind = Math.min(damaged.length, at + random.nextInt(3));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(damaged, 0, at);
            for (int inserted = random.nextInt(3); inserted > 0; inserted--) {
                bytes.write(BYTES[random.nextInt(BYTES.length)]);
            }
            if (random.nextInt(20) > 0) {
                bytes.write(damaged, behind, damaged.length - behind);
            }
            damaged = bytes.size() == 0 ? damaged : bytes.toByteArray();
        }
        return damaged;
    }
}
