package dev.anchors.http;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AssetId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed over in UTF-8 is read by Jackson's own parser in UTF-16, which knows nothing of it: both must agree. */
class IndexSkippingParserTest {

    private static final int BUFFER = 8_000; // bytes that the parser reads at a time

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'one':0}",
                "{'one':0,'two':1,'three':123456789012345678}",
                "{'one':-1}",
                "{'one':0,'two':-1,'three':2}",
                "{'one':-1,'two':-2,'three':0}",
                "{'one':0,'two':-9223372036854775808}",
                "{'one':null,'two':-1}",
                "{'one':0,'two':null,'three':-1}",
                "{'one':0, 'two':-1}",
                "{ 'one' : 0 , 'two' : -1 }",
                "{'one':0,'t\\u0077o':-1}",
                "{'one\\'':0,'two':-1}",
                "{'onë':0,'two':-1}",
                "{'':0,'two':-1}",
                "{'one':1.0,'two':-1.0}",
                "{'one':1e2,'two':-1e2}",
                "{'one':9223372036854775807}"
            })
    void leaves_what_means_something(String indices) throws IOException {
        assertThat(read(indices, UTF_8)).startsWith("assets").isEqualTo(read(indices, UTF_16BE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'one':0,}",
                "{'one':0,,'two':1}",
                "{,'one':0}",
                "{'one':0 'two':1}",
                "{'one':0'two':1}",
                "{'one':00}",
                "{'one':0,'two':01}",
                "{'one':}",
                "{'one'}",
                "{'one':0,'two'}",
                "{'one':0]",
                "{'one':0,'two':1",
                "{'one':0,'tw\no':1}",
                "{'one':0,'two':true}",
                "{'one':0,'two':'1'}",
                "{'one':0,'two':1.5}",
                "{'one':0,'two':9223372036854775808}",
                "{'one':0,two:1}",
                "[0]",
                "0"
            })
    void does_not_pass_over_what_is_wrong(String indices) throws IOException {
        assertThat(read(indices, UTF_8)).startsWith("refused").isEqualTo(read(indices, UTF_16BE));
    }

    @Test
    void agrees_with_the_other_parser_wherever_a_buffer_ends() throws IOException {
        String indices = "{'one':0,'another':10,'two':-1,'three':2}";
        for (int blanks = BUFFER - 250; blanks < BUFFER; blanks++) {
            String padded = " ".repeat(blanks) + document(indices);

            assertThat(outcome(padded, UTF_8)).as("%s blanks", blanks).isEqualTo("assets [one, three]");
        }
    }

    @Test
    void agrees_with_the_other_parser_on_many_elements() throws IOException {
        String indices = IntStream.range(0, 2_000)
                .mapToObj(place -> "'some-asset-" + place + "':" + place)
                .collect(Collectors.joining(",", "{", ",'two':-1}"));

        assertThat(read(indices, UTF_8)).isEqualTo("assets [one, three]").isEqualTo(read(indices, UTF_16BE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agrees_with_the_other_parser_on_any_change_of_a_few_characters(long seed) throws IOException {
        Random random = new Random(seed);
        String characters = "{}[]',:-0019.e\\ \n\tntwo";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder indices = new StringBuilder("{'one':0,'two':-1,'three':12}");
            for (int change = random.nextInt(3); change >= 0; change--) {
                indices.setCharAt(
                        random.nextInt(indices.length()), characters.charAt(random.nextInt(characters.length())));
            }

            assertThat(read(indices.toString(), UTF_8)).as("%s", indices).isEqualTo(read(indices.toString(), UTF_16BE));
        }
    }

    private static String read(String indices, Charset charset) throws IOException {
        return outcome(document(indices), charset);
    }

    private static String document(String indices) {
        return ("{'id':'a','type':'FILE','created':{'value':'2024-05-01T08:00:00Z'},'points':{'iterable':[]},"
                        + "'assets':{'indices':" + indices
                        + ",'iterable':[{'id':'one'},{'id':'two'},{'id':'three'}]}}")
                .replace('\'', '"');
    }

    private static String outcome(String document, Charset charset) throws IOException {
        try {
            return "assets "
                    + AnchorReader.read(new ByteArrayInputStream(document.getBytes(charset))).assets().stream()
                            .map(AssetId::value)
                            .toList();
        } catch (UnreadableAnswerException refused) {
            return "refused";
        }
    }
}
