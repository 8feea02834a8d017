package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.AnchorId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedTextTest {

    /** Anchors in which {@code ?} stands where the text of the document is malformed. */
    private static final List<String> DOCUMENTS = List.of(
            document("'id':'a?b','type':'FILE'"),
            document("'id':'a','type':'FI?LE'"),
            document("'id':'a','type':'FILE','name':'?'"),
            document("'id':'a','type':'FILE','na?me':'x'"),
            document("'id':'a','type':'FILE','created':{'value':'2026-03-01T10:00:00?Z'}"),
            document("'id':'a','type':'FILE','unknown':'?'"),
            document("'id':'a','type':'FILE','unknown':['" + "x".repeat(10_000) + "?']"),
            document("'id':'a','type':'FILE','?':1"),
            document("'id':'a','type':'FILE','unknown':{'x':{'?':1}}"),
            document("'id':'a','type':'FILE','assets':{'iterable':[{'id':'?'}]}"),
            document("'id':'a','type':'FILE','assets':{'indices':{'?':0}}"),
            document("'id':'a','type':'FILE','points':{'iterable':[{'id':'p','reference':{'fullpath':'/caf?.md'}}]}"),
            document("'id':'a','type':'FILE','unknown':?"),
            document("'id':'a','type':'FILE'") + "?");

    private static final List<String> MALFORMED =
            List.of("\u00C0\u00AF", "\u00E0\u0080\u00AF", "\u00ED\u00A0\u00BD", "\u00E9", "\u00F4\u0090\u0080\u0080");

    static Stream<String> documents() {
        return DOCUMENTS.stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void malformed_utf_8_is_refused_in_every_part_of_a_document(String document) {
        for (String malformed : MALFORMED) {
            for (String mark : List.of("", "\u00EF\u00BB\u00BF")) {
                byte[] body = (mark + document.replace("?", malformed)).getBytes(ISO_8859_1);

                assertRefused(body, "the body is not valid UTF-8");
            }
        }
    }

    @Test
    void a_document_in_utf_16_is_refused() {
        assertRefused(document("'id':'a','type':'FILE'").getBytes(UTF_16LE), "the body is not in UTF-8");
    }

    @Test
    void a_body_that_ends_within_a_character_is_refused() {
        String document = document("'id':'a','type':'FILE'");

        assertRefused((document + "\u00C3").getBytes(ISO_8859_1), "the body is not valid UTF-8");
    }

    @Test
    void a_surrogate_that_is_written_as_an_escape_is_read_as_it_is() throws IOException {
        String document = document("'id':'x\\ud83d','type':'FILE','name':'\\ude80 and \\ud83d\\ude80'");

        var anchor = AnchorReader.read(stream(document.getBytes(UTF_8)), CancellationToken.NONE);

        assertThat(anchor.id()).isEqualTo(new AnchorId("x\ud83d"));
        assertThat(anchor.name()).contains("\ude80 and 🚀");
    }

    @Test
    void an_exception_of_the_source_passes_through_unchanged() {
        IOException broken = new IOException("connection reset");
        MalformedBodyException limit = new MalformedBodyException("the body has more than 9 bytes", "", null);
        String begin = "{\"iterable\":[";

        for (int length = 0; length <= begin.length(); length++) {
            byte[] bytes = begin.substring(0, length).getBytes(UTF_8);
            assertThatThrownBy(() -> AnchorsReader.read(failing(bytes, broken), CancellationToken.NONE))
                    .isSameAs(broken);
            assertThatThrownBy(() -> AnchorsReader.read(failing(bytes, limit), CancellationToken.NONE))
                    .isSameAs(limit);
        }
    }

    @Test
    void an_anchor_is_delivered_as_soon_as_its_last_byte_has_arrived() throws IOException {
        String first = document("'id':'a','type':'FILE','name':'zoë 🚀'");
        byte[] bytes = ("{\"iterable\":[" + first).getBytes(UTF_8);
        IOException tooEarly = new IOException("read behind the anchor");

        for (int most : new int[] {1, 2, 3, 100, 10_000}) {
            AnchorsReader reader =
                    AnchorsReader.begin(failing(new SmallReads(bytes, most), tooEarly), CancellationToken.NONE);

            assertThat(reader.next().name()).contains("zoë 🚀");
            assertThatThrownBy(reader::next).isSameAs(tooEarly);
        }
    }

    private static void assertRefused(byte[] body, String message) {
        MalformedBodyException failure = catchThrowableOfType(
                MalformedBodyException.class, () -> AnchorReader.read(stream(body), CancellationToken.NONE));

        assertThat(failure).hasMessage(message);
    }

    private static String document(String fields) {
        return ("{'created':{'value':'2026-03-01T10:00:00.000Z'}," + fields + "}").replace('\'', '"');
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static InputStream failing(byte[] bytes, Exception failure) {
        return failing(stream(bytes), failure);
    }

    /** Returns a stream that fails where {@code source} ends. */
    private static InputStream failing(InputStream source, Exception failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = source.read(buffer, offset, length);
                if (read >= 0) {
                    return read;
                }
                if (failure instanceof IOException broken) {
                    throw broken;
                }
                throw (RuntimeException) failure;
            }
        };
    }
}
