package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.http.internal.json.StrictReader.MalformedTextException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReaderTest {

    private static final int[] ENDS_OF_BUFFERS = {
        StrictReader.FIRST_BYTES, StrictReader.FIRST_BYTES + StrictReader.FURTHER_BYTES
    };

    @ParameterizedTest
    @ValueSource(strings = {"", "EFBBBF"})
    void utf_8_is_decoded_with_and_without_a_byte_order_mark(String mark) throws IOException {
        for (String text : new String[] {"{\"zoë\":\"🚀\"}", "[]", "7", "{\"\uFEFF\":1}"}) {
            assertThat(read(mark, text.getBytes(UTF_8))).isEqualTo(text);
        }
    }

    @Test
    void only_the_first_byte_order_mark_is_passed_over() throws IOException {
        assertThat(read("EFBBBFEFBBBF", "[]".getBytes(UTF_8))).isEqualTo("\uFEFF[]");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16BE, ''",
        "UTF-16BE, FEFF",
        "UTF-16LE, ''",
        "UTF-16LE, FFFE",
        "UTF-32BE, ''",
        "UTF-32BE, 0000FEFF",
        "UTF-32LE, ''",
        "UTF-32LE, FFFE0000"
    })
    void a_document_in_another_encoding_is_refused(Charset charset, String mark) {
        for (String text : new String[] {"{\"zoë\":\"🚀\"}", "[]", "7"}) {
            assertThatThrownBy(() -> read(mark, text.getBytes(charset)))
                    .isInstanceOf(MalformedTextException.class)
                    .hasMessage("the body is not in UTF-8");
        }
    }

    @Test
    void an_empty_source_has_no_characters() throws IOException {
        assertThat(read("", new byte[0])).isEmpty();
        assertThat(read("EFBBBF", new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80", // a byte of continuation alone
                "BF",
                "C3", // a sequence that is cut
                "E282",
                "F09F9A",
                "C328", // a sequence that is broken off
                "E22828",
                "F0289A80",
                "C0AF", // an overlong form
                "C1BF",
                "E080AF",
                "E09F BF",
                "F08080AF",
                "F08FBFBF",
                "C080",
                "EDA0BD", // a surrogate
                "EDB080",
                "EDA0BDEDBA80",
                "F4908080", // beyond U+10FFFF
                "F5808080",
                "F8 88 80 80 80", // a sequence of five or six bytes
                "FC 84 80 80 80 80",
                "FE",
                "FF"
            })
    void bytes_that_are_not_utf_8_are_refused_wherever_a_buffer_ends(String malformed) {
        for (String mark : new String[] {"", "EFBBBF"}) {
            for (int end : ENDS_OF_BUFFERS) {
                for (int length = end - 8; length < end + 2; length++) {
                    byte[] text = ("\"" + "x".repeat(length)).getBytes(UTF_8);

                    assertThatThrownBy(() -> read(mark, text, malformed, "22"))
                            .isInstanceOf(MalformedTextException.class);
                    assertThatThrownBy(() -> read(mark, text, malformed)).isInstanceOf(MalformedTextException.class);
                }
            }
        }
    }

    @Test
    void a_document_may_be_read_byte_by_byte() throws IOException {
        String text = "{\"€\":\"zoë 🚀\"}";
        StringWriter read = new StringWriter();

        new StrictReader(new SmallReads(text.getBytes(UTF_8), 1), CancellationToken.NONE).transferTo(read);

        assertThat(read).hasToString(text);
    }

    @Test
    void characters_in_front_of_malformed_bytes_are_delivered_first() throws IOException {
        StrictReader reader = new StrictReader(stream("{\"x\"".getBytes(UTF_8), "C0AF"), CancellationToken.NONE);
        char[] buffer = new char[10];

        assertThat(reader.read(buffer, 3, 5)).isEqualTo(4);
        assertThat(new String(buffer, 3, 4)).isEqualTo("{\"x\"");
        assertThatThrownBy(() -> reader.read(buffer, 0, 10)).isInstanceOf(MalformedTextException.class);
    }

    private static String read(String mark, byte[] text, String... more) throws IOException {
        StringWriter read = new StringWriter();
        InputStream marked = new SequenceInputStream(new ByteArrayInputStream(bytes(mark)), stream(text, more));
        new StrictReader(marked, CancellationToken.NONE).transferTo(read);
        return read.toString();
    }

    private static InputStream stream(byte[] text, String... more) {
        InputStream stream = new ByteArrayInputStream(text);
        return new SequenceInputStream(stream, new ByteArrayInputStream(bytes(String.join("", more))));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
