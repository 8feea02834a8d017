package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CancellationTokenTest {

    private static final String ANCHORS = IntStream.range(0, 10_000)
            .mapToObj(number -> "{'id':'" + number + "','created':{'value':'2026-03-01T10:00:00Z'}}")
            .collect(Collectors.joining(",", "{'iterable':[", "]}"))
            .replace('\'', '"');

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final CancellationToken token = isOver::get;

    @Test
    void nothing_is_read_for_a_call_that_is_over() {
        isOver.set(true);
        InputStream body = new SmallReads(ANCHORS.getBytes(UTF_8), 100);

        assertThatThrownBy(() -> AnchorReader.read(body, token)).isInstanceOf(InterruptedIOException.class);
        assertThatThrownBy(() -> AnchorsReader.read(body, token)).isInstanceOf(InterruptedIOException.class);
        assertThatThrownBy(() -> AnchorsReader.begin(body, token).next()).isInstanceOf(InterruptedIOException.class);
        assertThatThrownBy(() -> ApplicationJson.readId(body, token)).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void a_body_that_has_arrived_already_is_read_no_further_once_the_call_is_over() throws IOException {
        SmallReads body = new SmallReads(ANCHORS.getBytes(UTF_8), 1_000);
        AnchorsReader reader = AnchorsReader.begin(body, token);
        assertThat(reader.next()).isNotNull();
        int left = body.available();
        isOver.set(true);

        assertThatThrownBy(() -> {
                    while (reader.next() != null) {
                        // reads what was read ahead
                    }
                })
                .isInstanceOf(InterruptedIOException.class);
        assertThat(body.available()).isEqualTo(left);
    }
}
