package dev.anchors.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.testkit.fake.RawHttpClient.Response;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links by every path, below the anchor and below the material, of current and old releases. */
class FakePiecesOsLinksTest {

    private static final String PATHS = """
            ASSET            | /anchor/{anchor}/assets/associate/{asset}              | /anchor/{anchor}/assets/disassociate/{asset}
            ASSET            | /asset/{asset}/anchors/associate/{anchor}              | /asset/{asset}/anchors/disassociate/{anchor}
            ASSET            | /anchor/{anchor}/assets/associate/{asset}              | /anchors/{anchor}/assets/delete/{asset}
            ANNOTATION       | /anchor/{anchor}/annotations/associate/{annotation}    | /anchor/{anchor}/annotations/disassociate/{annotation}
            ANNOTATION       | /annotation/{annotation}/anchors/associate/{anchor}    | /annotation/{annotation}/anchors/disassociate/{anchor}
            CONVERSATION     | /anchor/{anchor}/conversations/associate/{conversation} | /anchor/{anchor}/conversations/disassociate/{conversation}
            CONVERSATION     | /conversation/{conversation}/anchors/associate/{anchor} | /conversation/{conversation}/anchors/disassociate/{anchor}
            CONVERSATION     | /conversation/{conversation}/anchors/associate/{anchor} | /conversation/{conversation}/anchors/delete/{anchor}
            SUMMARY          | /anchor/{anchor}/workstream_summaries/associate/{workstream_summary} | /anchor/{anchor}/workstream_summaries/disassociate/{workstream_summary}
            SUMMARY          | /workstream_summary/{workstream_summary}/anchors/associate/{anchor} | /workstream_summary/{workstream_summary}/anchors/disassociate/{anchor}
            PERSON           | /anchor/{anchor}/persons/associate/{person}            | /anchor/{anchor}/persons/disassociate/{person}
            PERSON           | /person/{person}/anchors/associate/{anchor}            | /person/{person}/anchors/disassociate/{anchor}
            PERSON           | /persons/{person}/anchors/associate/{anchor}           | /persons/{person}/anchors/disassociate/{anchor}
            PERSON           | /anchor/{anchor}/persons/associate/{person}            | /anchors/{anchor}/persons/disassociate/{person}
            MESSAGE          | /anchor/{anchor}/messages/associate/{message}          | /anchor/{anchor}/messages/disassociate/{message}
            MESSAGE          | /message/{message}/anchors/associate/{anchor}          | /message/{message}/anchors/disassociate/{anchor}
            TAG              | /anchor/{anchor}/tags/associate/{tag}                  | /anchor/{anchor}/tags/disassociate/{tag}
            TAG              | /tag/{tag}/anchors/associate/{anchor}                  | /tag/{tag}/anchors/disassociate/{anchor}
            SOURCE           | /anchor/{anchor}/workstream_pattern_engine/sources/associate/{source} | /anchor/{anchor}/workstream_pattern_engine/sources/disassociate/{source}
            SOURCE           | /workstream_pattern_engine/source/{source}/anchors/associate/{anchor} | /workstream_pattern_engine/source/{source}/anchors/disassociate/{anchor}
            WORKSTREAM_EVENT | /anchor/{anchor}/workstream_events/associate/{workstream_event} | /anchor/{anchor}/workstream_events/disassociate/{workstream_event}
            WORKSTREAM_EVENT | /workstream_event/{workstream_event}/anchors/associate/{anchor} | /workstream_event/{workstream_event}/anchors/disassociate/{anchor}
            """;

    private static final AnchorId ANCHOR = new AnchorId("anchor-1");

    private final RepositoryStub repository = new RepositoryStub();
    private final FakePiecesOs fake =
            FakePiecesOs.builder(repository).links(repository).start();

    @BeforeEach
    void create_an_anchor() {
        repository.create(SeededAnchor.file("/a"));
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = PATHS)
    void a_link_is_made_and_removed(MaterialKind kind, String associate, String disassociate) throws IOException {
        for (MaterialKind each : MaterialKind.values()) {
            repository.associate(ANCHOR, each.id("of every kind"));
        }
        Set<MaterialId> before = links();

        assertChanged(associate, post(associate, "anchor-1", "x%2Fy"));
        assertThat(links()).hasSize(before.size() + 1).contains(kind.id("x/y")).containsAll(before);

        assertChanged(disassociate, post(disassociate, "anchor-1", "x%2Fy"));
        assertThat(links()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = PATHS)
    void a_link_that_is_made_or_removed_again_is_a_success(MaterialKind kind, String associate, String disassociate)
            throws IOException {
        for (int time = 0; time < 2; time++) {
            assertChanged(associate, post(associate, "anchor-1", "x"));
        }
        assertThat(links()).containsExactly(kind.id("x"));
        for (int time = 0; time < 2; time++) {
            assertChanged(disassociate, post(disassociate, "anchor-1", "x"));
        }
        assertThat(links()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = PATHS)
    void an_unknown_anchor_and_an_invalid_id_return_status_500(MaterialKind kind, String associate, String disassociate)
            throws IOException {
        for (String path : List.of(associate, disassociate)) {
            Response unknown = post(path, "nobody", "x");
            assertFailed(path, unknown);
            assertThat(unknown.body()).isEqualTo("no anchor with the id nobody");
            assertFailed(path, post(path, "%20", "x"));
            Response blank = post(path, "anchor-1", "%20");
            assertFailed(path, blank);
            assertThat(blank.body()).contains(" id must not be blank");
        }
        assertThat(links()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = PATHS)
    void a_fake_without_links_has_only_the_routes_that_remove_links_to_assets(
            MaterialKind kind, String associate, String disassociate) throws IOException {
        repository.associate(ANCHOR, kind.id("x"));
        boolean ofRepository = disassociate.equals("/anchor/{anchor}/assets/disassociate/{asset}")
                || disassociate.equals("/anchors/{anchor}/assets/delete/{asset}");
        try (FakePiecesOs old = FakePiecesOs.serving(repository);
                FakeLog log = new FakeLog()) {
            assertThat(RawHttpClient.post(old, target(associate, "anchor-1", "old"), "")
                            .status())
                    .isEqualTo(404);
            assertThat(RawHttpClient.post(old, target(disassociate, "anchor-1", "x"), "")
                            .status())
                    .isEqualTo(ofRepository ? 204 : 404);
            assertThat(options(old, target(associate, "anchor-1", "old")).status())
                    .isEqualTo(404);
            assertThat(log.about(target(associate, "anchor-1", "old"))).hasSize(1);
        }
        assertThat(links()).hasSize(ofRepository ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = PATHS)
    void web_pages_may_link_by_every_path(MaterialKind kind, String associate, String disassociate) throws IOException {
        for (String path : List.of(associate, disassociate)) {
            Response preflight = options(fake, target(path, "anchor-1", "x"));

            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.headers())
                    .containsEntry("access-control-allow-origin", "http://localhost:3000")
                    .containsEntry("access-control-allow-methods", "POST, OPTIONS")
                    .containsEntry("access-control-allow-headers", "X-Application-ID");
        }
    }

    /** Requests with the headers that the official clients send. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-Agent: OpenAPI-Generator/4.3.0/python\r\nAccept: text/plain\r\nContent-Type: application/json\r\n",
                "accept: */*\r\nuser-agent: node\r\nsec-fetch-mode: cors\r\nX-Application-ID: app-1\r\ncontent-length: 0\r\n"
            })
    void the_official_clients_link_a_conversation_from_both_sides(String headers) throws IOException {
        MaterialId conversation = MaterialKind.CONVERSATION.id("c-1");
        try (RawHttpClient client = new RawHttpClient(fake)) {
            assertThat(post(client, "/conversation/c-1/anchors/associate/anchor-1", headers))
                    .isEqualTo(204);
            assertThat(links()).containsExactly(conversation);
            assertThat(post(client, "/anchor/anchor-1/conversations/disassociate/c-1", headers))
                    .isEqualTo(204);
            assertThat(links()).isEmpty();
            assertThat(post(client, "/anchor/anchor-1/conversations/associate/c-1", headers))
                    .isEqualTo(204);
            assertThat(links()).containsExactly(conversation);
            assertThat(post(client, "/conversation/c-1/anchors/disassociate/anchor-1", headers))
                    .isEqualTo(204);
            assertThat(links()).isEmpty();
        }
    }

    @Test
    void the_paths_of_this_test_are_those_of_the_routes() {
        Set<String> paths = new TreeSet<>();
        PATHS.lines().map(row -> row.split("\\|", -1)).forEach(columns -> {
            paths.add(columns[1].strip());
            paths.add(columns[2].strip());
        });
        Set<String> routes = new TreeSet<>(Route.ASSOCIATE.paths());
        routes.addAll(Route.DISASSOCIATE.paths());

        assertThat(paths).isEqualTo(routes);
    }

    @Test
    void replies_can_be_scripted_for_links_by_any_path() throws IOException {
        fake.on(Route.ASSOCIATE).times(2).reply(Reply.text(503, "busy"));

        assertThat(post("/anchor/{anchor}/tags/associate/{tag}", "anchor-1", "x")
                        .status())
                .isEqualTo(503);
        assertThat(post("/tag/{tag}/anchors/disassociate/{anchor}", "anchor-1", "x")
                        .status())
                .isEqualTo(204);
        assertThat(post("/tag/{tag}/anchors/associate/{anchor}", "anchor-1", "x")
                        .status())
                .isEqualTo(503);
        assertThat(links()).isEmpty();
    }

    private Set<MaterialId> links() {
        return repository.find(ANCHOR).orElseThrow().links();
    }

    private Response post(String path, String anchor, String material) throws IOException {
        return RawHttpClient.post(fake, target(path, anchor, material), "");
    }

    private static int post(RawHttpClient client, String target, String headers) throws IOException {
        return client.exchange("POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .status();
    }

    private static Response options(FakePiecesOs fake, String target) throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            return client.exchange("OPTIONS " + target + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Origin: http://localhost:3000\r\nAccess-Control-Request-Method: POST\r\n"
                    + "Access-Control-Request-Headers: X-Application-ID\r\n\r\n");
        }
    }

    private static String target(String path, String anchor, String material) {
        return path.replace("{anchor}", anchor).replaceAll("\\{\\w+}", material);
    }

    private static void assertChanged(String path, Response response) {
        assertThat(response.status()).isEqualTo(204);
        assertThat(OpenApiDocument.violations("POST", path, response)).isEmpty();
    }

    private static void assertFailed(String path, Response response) {
        assertThat(response.status()).isEqualTo(500);
        assertThat(OpenApiDocument.violations("POST", path, response)).isEmpty();
    }
}
