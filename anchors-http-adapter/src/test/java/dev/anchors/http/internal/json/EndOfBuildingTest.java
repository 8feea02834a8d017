package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An anchor is built of what was read in short steps; between them the body is asked for no bytes, which may end the call. */
class EndOfBuildingTest {

    private static final int ELEMENTS = 10_000;
    private static final int MOST_WITHOUT_CHECK = 8;

    @ParameterizedTest
    @ValueSource(strings = {"assets", "annotations", "conversations", "workstream_events", "points"})
    void the_call_can_end_at_every_few_elements_of_a_large_collection(String field) throws IOException {
        Body body = new Body(anchor(field, ELEMENTS, ""));

        AnchorReader.read(body);

        assertThat(body.checks).isGreaterThanOrEqualTo(ELEMENTS / MOST_WITHOUT_CHECK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "points"})
    void the_call_can_end_while_elements_that_are_not_linked_are_left_out(String field) throws IOException {
        Body body = new Body(anchor(field, ELEMENTS, ids(ELEMENTS, "'?':-1")));

        AnchorReader.read(body);

        assertThat(body.checks).isGreaterThanOrEqualTo(ELEMENTS / MOST_WITHOUT_CHECK);
    }

    @ParameterizedTest
    @CsvSource({"assets,''", "points,''", "tags,'''1'':-1'"})
    void what_the_body_throws_ends_the_reading_of_an_anchor_and_of_a_snapshot(String field, String indices) {
        String anchor = anchor(field, ELEMENTS, indices);

        assertThatThrownBy(() -> AnchorReader.read(Body.ofEndedCall(anchor)))
                .isInstanceOf(InterruptedIOException.class);
        assertThatThrownBy(() -> AnchorsReader.read(Body.ofEndedCall("{'iterable':[" + anchor + "]}")))
                .isInstanceOf(InterruptedIOException.class);
        assertThatThrownBy(() -> AnchorsReader.begin(Body.ofEndedCall("{'iterable':[" + anchor + "]}"))
                        .next())
                .isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void a_usual_anchor_is_built_without_a_check() throws IOException {
        Body body = new Body(anchor("assets", MOST_WITHOUT_CHECK - 1, "'1':-1"));

        AnchorReader.read(body);

        assertThat(body.checks).isZero();
    }

    private static String anchor(String field, int elements, String indices) {
        return "{'id':'a','created':{'value':'2026-03-01T10:00:00Z'},'" + field + "':{'iterable':["
                + ids(elements, "{'id':'?'}") + "],'indices':{" + indices + "}}}";
    }

    private static String ids(int count, String element) {
        return IntStream.range(0, count)
                .mapToObj(number -> element.replace("?", String.valueOf(number)))
                .collect(Collectors.joining(","));
    }

    /** A body that counts how often it was asked for no bytes. */
    private static final class Body extends InputStream {

        private final InputStream document;
        private boolean callIsToEnd;
        private int checks;

        Body(String document) {
            this.document = new ByteArrayInputStream(document.replace('\'', '"').getBytes(UTF_8));
        }

        /** Returns a body that has arrived already when the call is to end. */
        static Body ofEndedCall(String document) {
            Body body = new Body(document);
            body.callIsToEnd = true;
            return body;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in blocks");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length > 0) {
                return document.read(buffer, offset, length);
            }
            checks++;
            if (callIsToEnd) {
                throw new InterruptedIOException("the call is to end");
            }
            return 0;
        }
    }
}
