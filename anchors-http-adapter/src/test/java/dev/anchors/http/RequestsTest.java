package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.RecordedRequest;
import dev.anchors.testkit.fake.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests of each operation. */
class RequestsTest {

    private static final AnchorId ANCHOR = new AnchorId("a");
    private static final AssetId ASSET = new AssetId("x");

    private final FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
    private final HttpAnchorRepository anchors =
            HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();

    @AfterEach
    void close() {
        anchors.close();
        service.close();
    }

    @Test
    void create_posts_the_seed() {
        anchors.create(SeededAnchor.file("/home/zoë"));

        RecordedRequest request = taken();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/anchors/create?transferables=true");
        assertThat(request.header("Content-Type")).contains("application/json; charset=UTF-8");
        assertThat(request.header("Content-Length")).contains("39");
        assertThat(request.body()).isEqualTo("{\"type\":\"FILE\",\"fullpath\":\"/home/zoë\"}");
    }

    @Test
    void snapshot_gets_all_anchors() {
        anchors.snapshot();

        RecordedRequest request = taken();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target()).isEqualTo("/anchors?transferables=true");
        assertThat(request.body()).isEmpty();
        assertThat(request.headers()).doesNotContainKeys("Content-Type", "Content-Length", "Transfer-Encoding");
    }

    @Test
    void find_gets_one_anchor_with_transferables() {
        anchors.find(ANCHOR);

        RecordedRequest request = taken();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target()).isEqualTo("/anchor/a?transferables=true");
    }

    @Test
    void delete_posts_without_a_body() {
        service.reply(Reply.empty(204));

        anchors.delete(ANCHOR);

        assertPostWithoutBody(taken(), "/anchors/a/delete");
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void disassociate_posts_without_a_body() {
        service.reply(Reply.empty(204));

        anchors.disassociate(ANCHOR, ASSET);

        assertPostWithoutBody(taken(), "/anchors/a/assets/delete/x");
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void associate_posts_without_a_body() {
        service.reply(Reply.empty(204));

        anchors.links().associate(ANCHOR, ASSET);

        assertPostWithoutBody(taken(), "/anchor/a/assets/associate/x");
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void a_request_without_transferables_says_so() {
        anchors.create(SeededAnchor.file("/a"), Transferables.OMITTED);
        anchors.snapshot(Transferables.OMITTED);
        anchors.stream(Transferables.OMITTED).close();

        assertThat(service.requests())
                .extracting(RecordedRequest::query)
                .containsExactly("transferables=false", "transferables=false", "transferables=false");
    }

    @Test
    void a_failed_removal_is_followed_by_one_look_up_of_the_anchor() {
        Invocation.DELETE.attemptOn(anchors);

        assertThat(service.requests())
                .extracting(request -> request.method() + " " + request.target())
                .containsExactly("POST /anchors/a/delete", "GET /anchor/a?transferables=false");
    }

    @ParameterizedTest
    @EnumSource(Invocation.class)
    void every_request_accepts_json_and_text_without_compression(Invocation invocation) {
        invocation.attemptOn(anchors);

        assertThat(service.requests()).allSatisfy(request -> {
            assertThat(request.header("Accept")).contains("application/json, text/plain");
            assertThat(request.header("Host")).contains("127.0.0.1:" + service.port());
            assertThat(request.headers()).doesNotContainKeys("Accept-Encoding", "Cookie", "Authorization", "Expect");
        });
    }

    @ParameterizedTest
    @EnumSource(Invocation.class)
    void every_request_has_the_configured_headers(Invocation invocation) {
        try (HttpAnchorRepository configured = HttpAnchorRepository.builder()
                .baseUrl(service.baseUrl())
                .header("X-Application-ID", "first")
                .header("x-application-id", "app-1")
                .header("Accept", "*/*")
                .build()) {
            invocation.attemptOn(configured);
        }

        assertThat(service.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.headers().get("X-Application-ID")).containsExactly("app-1");
            assertThat(request.headers().get("Accept")).containsExactly("*/*");
        });
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', textBlock = """
                    1f2e3d4c-5b6a  , 1f2e3d4c-5b6a
                    A_b~c.d-9      , A_b~c.d-9
                    .              , %2E
                    ..             , %2E%2E
                    ...            , ...
                    a/b            , a%2Fb
                    ../../anchors  , ..%2F..%2Fanchors
                    a b            , a%20b
                    a+b&c=d;e      , a%2Bb%26c%3Dd%3Be
                    50%            , 50%25
                    %2F            , %252F
                    a?b#c          , a%3Fb%23c
                    C:\\a          , C%3A%5Ca
                    it's "x"       , it%27s%20%22x%22
                    zoë            , zo%C3%AB
                    設計           , %E8%A8%AD%E8%A8%88
                    🚀             , %F0%9F%9A%80
                    """)
    void an_id_is_one_segment_of_a_path_whatever_characters_it_has(String id, String segment) {
        service.reply(Reply.text(410, ""), Reply.empty(204), Reply.empty(204));

        anchors.find(new AnchorId(id));
        anchors.delete(new AnchorId(id));
        anchors.disassociate(new AnchorId(id), new AssetId(id));

        assertThat(service.requests())
                .extracting(RecordedRequest::target)
                .containsExactly(
                        "/anchor/" + segment + "?transferables=true",
                        "/anchors/" + segment + "/delete",
                        "/anchors/" + segment + "/assets/delete/" + segment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\ud83d", "\ude00x", "\ude00\ud83d"})
    void an_id_that_cannot_be_written_as_utf_8_is_refused_before_anything_is_sent(String id) {
        AnchorId half = new AnchorId(id);
        List<Runnable> calls = List.of(
                () -> anchors.find(half),
                () -> anchors.delete(half),
                () -> anchors.disassociate(half, ASSET),
                () -> anchors.disassociate(ANCHOR, new AssetId(id)),
                () -> anchors.links().associate(ANCHOR, new TagId(id)));

        for (Runnable call : calls) {
            assertThatIllegalArgumentException()
                    .isThrownBy(call::run)
                    .withMessageContaining("half of a surrogate pair");
        }
        assertThat(service.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',              /anchors",
        "/,               /anchors",
        "/pieces,         /pieces/anchors",
        "/pieces/,        /pieces/anchors",
        "/a/b//,          /a/b/anchors",
        "/a%20b/%C3%AB,   /a%20b/%C3%AB/anchors",
        "/zoë,            /zo%C3%AB/anchors"
    })
    void the_paths_of_operations_are_below_the_base_url(String path, String expected) {
        service.reply(Reply.json("{\"iterable\":[]}"));
        try (HttpAnchorRepository below =
                HttpAnchorRepository.builder().baseUrl(service.baseUrl() + path).build()) {
            below.snapshot();
        }

        assertThat(taken().path()).isEqualTo(expected);
    }

    private RecordedRequest taken() {
        return service.takeRequest(Duration.ofSeconds(5));
    }

    private static void assertPostWithoutBody(RecordedRequest request, String target) {
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo(target);
        assertThat(request.body()).isEmpty();
        assertThat(request.header("Content-Length")).contains("0");
        assertThat(request.headers()).doesNotContainKeys("Content-Type", "Transfer-Encoding");
    }
}
