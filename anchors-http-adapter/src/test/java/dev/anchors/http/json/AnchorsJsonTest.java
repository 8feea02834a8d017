package dev.anchors.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.Score;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.testkit.RandomAnchors;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnchorsJsonTest {

    private static final String A = "{\"id\":\"a\",\"created\":{\"value\":\"2024-05-01T08:00:00Z\"}}";

    private final Anchors anchors = Anchors.of(
                    Stream.generate(RandomAnchors.seeded(7)::anchor).limit(300).toList())
            .withSchema(new EmbeddedModelSchema(3, "MAJOR_0_MINOR_0_PATCH_1"))
            .withScore(Score.of(1, 2));

    @Test
    void anchors_that_were_written_are_read_as_they_were() throws IOException {
        Anchors read = AnchorsJson.read(input(written(out -> AnchorsJson.write(anchors, out))));

        assertThat(read).isEqualTo(anchors);
        assertThat(read.schema()).isEqualTo(anchors.schema());
        assertThat(read.score()).isEqualTo(anchors.score());
        assertThat(read).extracting(Anchor::toDetailedString).isEqualTo(detailed(anchors.asList()));
    }

    @Test
    void one_anchor_that_was_written_is_read_as_it_was() throws IOException {
        for (Anchor anchor : anchors) {
            Anchor read = AnchorsJson.readAnchor(input(written(out -> AnchorsJson.write(anchor, out))));

            assertThat(read.toDetailedString()).isEqualTo(anchor.toDetailedString());
        }
    }

    @Test
    void anchors_are_written_and_read_one_by_one() throws IOException {
        byte[] json = written(out -> AnchorsJson.write(anchors.stream(), out));

        try (Stream<Anchor> read = AnchorsJson.stream(input(json))) {
            assertThat(detailed(read.toList())).isEqualTo(detailed(anchors.asList()));
        }
    }

    @Test
    void the_form_is_that_of_a_service() throws IOException {
        try (InMemoryAnchorRepository store = InMemoryAnchorRepository.builder()
                        .initialAnchors(anchors)
                        .build();
                FakePiecesOs service = FakePiecesOs.serving(store);
                InputStream response =
                        service.baseUrl().resolve("/anchors").toURL().openStream()) {
            JsonNode captured = JsonMapper.shared().readTree(response);

            assertThat(JsonMapper.shared().readTree(written(out -> AnchorsJson.write(store.snapshot(), out))))
                    .isEqualTo(captured);
        }
    }

    @Test
    void a_captured_response_fills_a_store_in_memory(@TempDir Path folder) throws IOException {
        Path captured = Files.writeString(folder.resolve("response.json"), "{\"iterable\":[" + A + "],\"later\":7}");

        try (InMemoryAnchorRepository store = InMemoryAnchorRepository.builder()
                .initialAnchors(AnchorsJson.read(captured))
                .build()) {
            assertThat(store.find(new AnchorId("a"))).isPresent();
        }
    }

    @Test
    void halves_of_surrogate_pairs_survive_wherever_they_stand() throws IOException {
        Anchor anchor = Anchor.builder(new AnchorId("a"), AnchorType.FILE)
                .name("\udc00 \ud83d\ude80 \ud83d")
                .created(GroupedTimestamp.of(Instant.EPOCH))
                .build();

        Anchor read = AnchorsJson.readAnchor(input(written(out -> AnchorsJson.write(anchor, out))));

        assertThat(read.name()).isEqualTo(anchor.name());
    }

    @Test
    void a_malformed_document_says_where_it_is_malformed() {
        byte[] json = ("{\"iterable\":[" + A + ",{\"id\":\"b\"}]}").getBytes(UTF_8);

        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> AnchorsJson.read(input(json)))
                .withMessage(
                        "the document has no anchors in the form of the service: a required field is missing, null or"
                                + " blank; the anchor has the id b, at /iterable/1/created; compare it with a response of the service")
                .satisfies(malformed -> assertThat(malformed.pointer()).isEqualTo("/iterable/1/created"));
        assertThatThrownBy(() -> AnchorsJson.stream(input(json)).toList())
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void a_document_of_another_kind_is_malformed() {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> AnchorsJson.stream(input("[]".getBytes(UTF_8))));
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> AnchorsJson.readAnchor(input("<html>".getBytes(UTF_8))));
    }

    @Test
    void a_stream_closes_what_it_reads() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream json = new ByteArrayInputStream(("{\"iterable\":[" + A + "]}").getBytes(UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        try (Stream<Anchor> read = AnchorsJson.stream(json)) {
            assertThat(read.toList()).hasSize(1);
            assertThat(closed).isFalse();
        }

        assertThat(closed).isTrue();
    }

    @Test
    void an_output_that_fails_is_reported_as_it_failed() {
        IOException full = new IOException("no space left");
        OutputStream disk = new OutputStream() {
            @Override
            public void write(int next) throws IOException {
                throw full;
            }
        };

        assertThatThrownBy(() -> AnchorsJson.write(anchors, disk)).isSameAs(full);
    }

    @Test
    void an_error_in_an_output_is_passed_on_as_it_is() {
        OutOfMemoryError full = new OutOfMemoryError("one for all, as the JVM has when the heap is full");
        OutputStream buffer = new OutputStream() {
            @Override
            public void write(int next) {
                throw full;
            }
        };

        assertThatThrownBy(() -> AnchorsJson.write(anchors, buffer)).isSameAs(full);
    }

    @Test
    void a_document_whose_anchors_could_not_all_be_read_does_not_look_complete() {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        Anchor first = anchors.asList().get(0);
        Stream<Anchor> lost = Stream.of(true, false).map(isFirst -> {
            if (isFirst) {
                return first;
            }
            throw new IllegalStateException("the connection was lost");
        });

        assertThatThrownBy(() -> AnchorsJson.write(lost, json)).hasMessage("the connection was lost");

        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> AnchorsJson.read(input(json.toByteArray())));
    }

    private static List<String> detailed(List<Anchor> anchors) {
        return anchors.stream().map(Anchor::toDetailedString).toList();
    }

    private interface Writing {

        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        writing.to(json);
        return json.toByteArray();
    }

    private static InputStream input(byte[] json) {
        return new ByteArrayInputStream(json);
    }
}
