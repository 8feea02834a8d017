package dev.anchors.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How responses become results and failures. */
class ResponsesTest {

    private static final String ANCHOR = """
            {"id":"a","type":"FILE","created":{"value":"2024-05-01T08:00:00Z"}}""";

    private final InMemoryAnchorRepository store = InMemoryAnchorRepository.create();
    private final FakePiecesOs service = FakePiecesOs.serving(store);
    private final HttpAnchorRepository anchors =
            HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();

    @AfterEach
    void close() {
        anchors.close();
        service.close();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_response_with_4xx_is_a_refusal_without_effect(Invocation invocation, int status) {
        service.reply(Reply.text(status, "no, Rosa"), Reply.text(status, "again no"), Reply.text(status, "and again"));

        RequestRefusedException failure =
                catchThrowableOfType(RequestRefusedException.class, () -> invocation.on(anchors));

        assertThat(failure.operation()).isEqualTo(invocation.operation());
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure.status()).hasValue(status);
        assertThat(failure).message().contains(" " + status + ";").doesNotContain("Rosa", "\n");
    }

    static Stream<Arguments> refusals() {
        return forAll(402, 405, 409, 422, 499);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_response_with_5xx_is_a_failure_of_the_service(Invocation invocation, int status) {
        service.reply(Reply.text(status, "no, Rosa"), Reply.text(status, "again no"));

        ServiceFailedException failure =
                catchThrowableOfType(ServiceFailedException.class, () -> invocation.on(anchors));

        assertThat(failure.operation()).isEqualTo(invocation.operation());
        assertThat(failure.effect()).isEqualTo(invocation.effectOnceSent());
        assertThat(failure.status()).hasValue(status);
        assertThat(failure.text()).isEqualTo("no, Rosa");
        assertThat(failure).message().contains(" " + status + ";").doesNotContain("Rosa", "\n");
    }

    static Stream<Arguments> failures() {
        return forAll(501, 503, 504, 599);
    }

    @ParameterizedTest
    @MethodSource("surprises")
    void a_response_with_an_undocumented_status_is_malformed(Invocation invocation, int status) {
        service.reply(Reply.empty(status).withHeader("Location", service.baseUrl() + "/anchors/elsewhere"));

        MalformedResponseException failure =
                catchThrowableOfType(MalformedResponseException.class, () -> invocation.on(anchors));

        assertThat(failure.operation()).isEqualTo(invocation.operation());
        assertThat(failure.effect()).isEqualTo(invocation.effectOnceSent());
        assertThat(failure.pointer()).isEmpty();
        assertThat(failure).hasMessageContaining("status " + status + " and not " + invocation.statusOfSuccess());
        assertThat(service.requests()).hasSize(1);
    }

    static Stream<Arguments> surprises() {
        return forAll(200, 201, 202, 204, 205, 300, 303, 304, 308)
                .filter(it -> ((Invocation) it.get()[0]).statusOfSuccess() != (int) it.get()[1]);
    }

    @ParameterizedTest
    @EnumSource(names = {"DELETE", "DISASSOCIATE", "DISASSOCIATE_TAG", "ASSOCIATE"})
    void a_failed_change_whose_look_up_finds_no_anchor_says_that_the_anchor_was_not_found(Invocation invocation) {
        AnchorNotFoundException failure =
                catchThrowableOfType(AnchorNotFoundException.class, () -> invocation.on(anchors));

        assertThat(failure.operation()).isEqualTo(invocation.operation());
        assertThat(failure.anchor()).isEqualTo(new AnchorId("a"));
        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(failure).cause().isInstanceOfSatisfying(ServiceFailedException.class, first -> {
            assertThat(first.status()).hasValue(500);
            assertThat(first.text()).contains("no anchor");
        });
    }

    @Test
    void a_failed_removal_whose_look_up_finds_the_anchor_is_the_failure_of_the_service() {
        service.reply(Reply.text(500, "disk full"), Reply.json(ANCHOR));

        ServiceFailedException failure =
                catchThrowableOfType(ServiceFailedException.class, () -> anchors.delete(new AnchorId("a")));

        assertThat(failure.text()).isEqualTo("disk full");
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void a_failed_look_up_is_suppressed_by_the_failure_that_it_was_to_explain() {
        service.reply(Reply.text(500, "disk full"), Reply.text(503, "busy"));

        ServiceFailedException failure =
                catchThrowableOfType(ServiceFailedException.class, () -> anchors.delete(new AnchorId("a")));

        assertThat(failure.text()).isEqualTo("disk full");
        assertThat(failure.getSuppressed()).hasExactlyElementsOfTypes(ServiceFailedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,                        größe",
        "text/plain; charset=utf-8,         größe",
        "text/plain; charset=UTF-16,        größe",
        "text/plain; charset=iso-8859-1,    größe",
        "text/plain; charset=x-nobody-knows,größe",
        "text/plain; charset=\"?!\",        größe",
        "no type at all,                    größe",
        "text/html,                         <html>größe</html>"
    })
    void the_text_of_a_failure_is_read_in_the_declared_charset_or_else_in_utf_8(String type, String text) {
        byte[] body = type.contains("UTF-16")
                ? text.getBytes(UTF_16)
                : text.getBytes(type.contains("8859") ? ISO_8859_1 : UTF_8);
        service.reply(Reply.of(503, type, body));

        assertThat(textOfFailure()).isEqualTo(text);
    }

    @Test
    void the_text_of_a_failure_has_at_most_4096_characters() {
        service.reply(Reply.text(503, "x".repeat(4_095) + "🚀".repeat(100_000)));

        assertThat(textOfFailure()).isEqualTo("x".repeat(4_095));
    }

    @Test
    void an_unreadable_text_does_not_hide_the_status_of_a_failure() throws IOException {
        service.reply(Reply.of(503, "text/plain", gzip("out of order")).withHeader("Content-Encoding", "gzip"));
        assertThat(textOfFailure()).isEmpty();

        service.reply(Reply.of(503, "text/plain", new byte[] {'a', (byte) 0xFF, 'b'}));
        assertThat(textOfFailure()).isEqualTo("a\ufffdb");

        service.reply(Reply.empty(503));
        assertThat(textOfFailure()).isEmpty();

        try (RawServer truncated = RawServer.sending("HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\nout of");
                HttpAnchorRepository anchorsOfServer = at(truncated)) {
            ServiceFailedException failure =
                    catchThrowableOfType(ServiceFailedException.class, anchorsOfServer::snapshot);
            assertThat(failure.text()).isEqualTo("out of");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "nonsense"})
    void json_is_read_whatever_content_type_is_declared(String type) {
        service.reply(Reply.of(200, type, ANCHOR));

        assertThat(anchors.find(new AnchorId("a"))).map(Anchor::id).contains(new AnchorId("a"));
    }

    @Test
    void find_refuses_an_anchor_with_another_id() {
        service.reply(Reply.json(ChunkedAnchors.anchor("b")));

        assertThatThrownBy(() -> anchors.find(new AnchorId("a")))
                .isInstanceOfSatisfying(
                        MalformedResponseException.class,
                        failure -> assertThat(failure.effect()).isEqualTo(Effect.NONE));
        assertThat(anchors.find(new AnchorId("a"))).isEmpty();
    }

    @Test
    void find_refuses_a_stray_anchor_also_on_a_client_from_outside() throws IOException {
        String response = TestResponses.json(ChunkedAnchors.anchor("a"));
        String stray = TestResponses.json(ChunkedAnchors.anchor("stray"));
        try (CloseableHttpClient client = HttpClients.createMinimal();
                RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.send(response + stray);
                    connection.awaitClose();
                });
                HttpAnchorRepository anchorsOfServer = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .httpClient(client)
                        .build()) {
            assertThat(anchorsOfServer.find(new AnchorId("a"))).isPresent();

            assertThatThrownBy(() -> anchorsOfServer.find(new AnchorId("a")))
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void a_body_that_is_not_json_is_refused_with_its_content_type() {
        service.reply(Reply.of(200, "text/html; charset=utf-8", "<html>Rosa</html>"));

        MalformedResponseException failure = catchThrowableOfType(MalformedResponseException.class, anchors::snapshot);

        assertThat(failure)
                .hasMessage("snapshot: another program or a wrong path is at " + service.baseUrl()
                        + "/anchors?transferables=true: the body is no valid JSON (declared as text/html);"
                        + " check that the address belongs to the service and which version it runs");
    }

    @Test
    void a_json_body_of_the_wrong_shape_is_refused_with_a_pointer() {
        service.reply(Reply.json("{\"iterable\":[" + ANCHOR + ",{\"id\":\"b\",\"type\":\"FILE\"}]}"));

        MalformedResponseException failure = catchThrowableOfType(MalformedResponseException.class, anchors::snapshot);

        assertThat(failure.pointer()).isEqualTo("/iterable/1/created");
        assertThat(failure).hasMessageContaining(" at /iterable/1/created");
    }

    @Test
    void a_compressed_response_is_refused() throws IOException {
        service.reply(Reply.of(200, "application/json", gzip("{}")).withHeader("Content-Encoding", "gzip"));

        assertThat(catchThrowableOfType(MalformedResponseException.class, anchors::snapshot))
                .hasMessageContaining("compressed");
    }

    @Test
    void a_response_with_the_content_encoding_identity_is_read() {
        service.reply(Reply.json("{\"iterable\":[]}").withHeader("Content-Encoding", "identity"));

        assertThat(anchors.snapshot()).isEmpty();
    }

    @Test
    void a_response_of_the_greatest_length_is_read_and_a_longer_one_is_refused() {
        String body = "{\"iterable\":[]}";
        try (HttpAnchorRepository careful = HttpAnchorRepository.builder()
                .baseUrl(service.baseUrl())
                .maxResponseBytes(body.length())
                .build()) {
            service.reply(Reply.json(body), Reply.json(body + " "));

            assertThat(careful.snapshot()).isEmpty();
            assertThat(catchThrowableOfType(MalformedResponseException.class, careful::snapshot))
                    .hasMessageContaining("more than " + body.length() + " bytes");
        }
    }

    @Test
    void a_response_that_is_not_http_is_malformed() {
        try (RawServer server = RawServer.sending("SSH-2.0-OpenSSH_9.6\r\n");
                HttpAnchorRepository anchorsOfServer = at(server)) {
            MalformedResponseException failure =
                    catchThrowableOfType(MalformedResponseException.class, anchorsOfServer::snapshot);

            assertThat(failure).hasMessageContaining("the response is not HTTP");
            assertThat(failure).hasCauseInstanceOf(IOException.class);
        }
    }

    private String textOfFailure() {
        return catchThrowableOfType(ServiceFailedException.class, anchors::snapshot)
                .text();
    }

    private static HttpAnchorRepository at(RawServer server) {
        return HttpAnchorRepository.builder().baseUrl(server.baseUrl()).build();
    }

    private static Stream<Arguments> forAll(int... statuses) {
        return Stream.of(Invocation.values())
                .flatMap(invocation -> IntStream.of(statuses).mapToObj(status -> arguments(invocation, status)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
