package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.RandomAnchors;
import dev.anchors.testkit.Samples;
import dev.anchors.testkit.fake.RawHttpClient.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Responses of the fake are as the OpenAPI document describes them, and the validation would reject others. */
class OpenApiDocumentTest {

    /** Creates a random anchor for each seed. */
    private static final class RandomRepository extends RepositoryStub {

        private final RandomAnchors random = RandomAnchors.seeded(7);

        @Override
        public synchronized Anchor create(SeededAnchor seed, Transferables transferables) {
            Anchor made = complete(random.anchor());
            put(made);
            return shown(made, transferables);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SEED = "{\"type\":\"FILE\",\"fullpath\":\"/a\"}";

    private final RandomRepository repository = new RandomRepository();
    private final FakePiecesOs fake =
            FakePiecesOs.builder(repository).links(repository).start();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void the_openapi_document_describes_the_routes_of_the_fake_and_no_others() {
        assertThat(OpenApiDocument.operations())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Route.values())
                        .flatMap(route -> Stream.concat(route.methods().stream(), Stream.of("OPTIONS"))
                                .flatMap(method -> route.paths().stream().map(path -> method + " " + path)))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?transferables=true", "?transferables=True", "?transferables=false"})
    void created_anchors_are_as_the_openapi_document_describes_them(String query) throws IOException {
        for (int number = 0; number < 100; number++) {
            assertValid(Route.CREATE, 200, RawHttpClient.post(fake, "/anchors/create" + query, SEED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?transferables=true", "?transferables=True", "?transferables=false"})
    void snapshots_and_found_anchors_are_as_the_openapi_document_describes_them(String query) throws IOException {
        List<Anchor> anchors = new ArrayList<>(List.of(Samples.minimalAnchor(), Samples.fullAnchor()));
        RandomAnchors.seeded(11).anchors(100).forEach(anchors::add);
        assertValid(Route.SNAPSHOT, 200, RawHttpClient.get(fake, "/anchors" + query));
        anchors.forEach(anchor -> repository.put(complete(anchor)));

        assertValid(Route.SNAPSHOT, 200, RawHttpClient.get(fake, "/anchors" + query));
        for (Anchor anchor : anchors) {
            String target = "/anchor/" + encoded(anchor.id().value()) + query;
            assertValid(Route.FIND, 200, RawHttpClient.get(fake, target));
        }
    }

    @Test
    void the_response_to_a_delete_is_as_the_openapi_document_describes_it() throws IOException {
        repository.put(Samples.fullAnchor());
        String id = encoded(Samples.fullAnchor().id().value());

        assertValid(Route.DELETE, 204, RawHttpClient.post(fake, "/anchors/" + id + "/delete", ""));
    }

    @Test
    void the_health_response_is_as_the_openapi_document_describes_it() throws IOException {
        assertValid(Route.HEALTH, 200, RawHttpClient.get(fake, "/.well-known/health"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void responses_to_options_requests_are_as_the_openapi_document_describes_them(Route route, String path)
            throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            Response allowed = client.exchange("OPTIONS " + target(path) + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Origin: http://localhost:3000\r\nAccess-Control-Request-Method: POST\r\n\r\n");

            assertThat(allowed.status()).isEqualTo(204);
            assertThat(allowed.headers().get("allow")).isEqualTo(String.join(", ", route.methods()) + ", OPTIONS");
            assertThat(OpenApiDocument.violations("OPTIONS", path, allowed)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void refusals_of_hosts_are_as_the_openapi_document_describes_them(Route route, String path) throws IOException {
        for (String method : List.of(route.method(), "OPTIONS")) {
            try (RawHttpClient client = new RawHttpClient(fake)) {
                Response refused =
                        client.exchange(method + " " + target(path) + " HTTP/1.1\r\nHost: example.org\r\n\r\n");

                assertThat(refused.status()).isEqualTo(403);
                assertThat(OpenApiDocument.violations(method, path, refused)).isEmpty();
            }
        }
    }

    static Stream<Arguments> paths() {
        return Arrays.stream(Route.values())
                .flatMap(route -> route.paths().stream().map(path -> Arguments.of(route, path)));
    }

    private static String target(String path) {
        return path.replaceAll("[{}]", "");
    }

    @ParameterizedTest
    @CsvSource({
        "HEALTH, /.well-known/health, 200",
        "SNAPSHOT, /anchors, 200",
        "SNAPSHOT, /anchors?transferables=maybe, 500",
        "FIND, /anchor/nobody, 410",
        "FIND, /anchor/%, 500"
    })
    void responses_to_head_requests_are_as_the_openapi_document_describes_them(Route route, String target, int status)
            throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send("HEAD " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Response head = client.receiveHead();

            assertThat(head.status()).isEqualTo(status);
            assertThat(OpenApiDocument.violations("HEAD", route.paths().get(0), head))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FIND, /anchor/nobody, 410",
        "FIND, /anchor/nobody?transferables=false, 410",
        "FIND, /anchor/nobody?transferables=maybe, 500",
        "FIND, /anchor/%, 500",
        "SNAPSHOT, /anchors?transferables=maybe, 500",
        "CREATE, /anchors/create?transferables=maybe, 500",
        "DELETE, /anchors/nobody/delete, 500"
    })
    void failures_are_as_the_openapi_document_describes_them(Route route, String target, int status)
            throws IOException {
        Response response = route.method().equals("GET")
                ? RawHttpClient.get(fake, target)
                : RawHttpClient.post(fake, target, "no seed");

        assertValid(route, status, response);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"iterable\":{}}",
                "{\"iterable\":[{}]}",
                "{\"iterable\":[],\"indices\":{\"a\":\"0\"}}",
                "{\"iterable\":[],\"score\":{\"manual\":1}}",
                "{\"iterable\":[],\"schema\":{\"migration\":1.5,\"semantic\":\"\"}}"
            })
    void the_validation_rejects_an_invalid_body(String body) throws IOException {
        fake.reply(Reply.json(body));

        assertThat(OpenApiDocument.violations(Route.SNAPSHOT, RawHttpClient.get(fake, "/anchors")))
                .isNotEmpty();
    }

    @Test
    void the_validation_rejects_an_invalid_time_and_an_invalid_type() {
        String anchor = new String(ResponseJson.write(Samples.minimalAnchor()), UTF_8);
        String time = Samples.minimalAnchor().created().value().toString();

        assertThat(OpenApiDocument.violations(Route.FIND, json(anchor))).isEmpty();
        assertThat(OpenApiDocument.violations(Route.FIND, json(anchor.replace(time, "yesterday"))))
                .isNotEmpty();
        assertThat(OpenApiDocument.violations(Route.FIND, json(anchor.replace("\"FILE\"", "\"\""))))
                .isNotEmpty();
        assertThat(OpenApiDocument.violations(Route.FIND, json(anchor.replace("\"FILE\"", "\"SYMLINK\""))))
                .isEmpty();
    }

    /** Proves that the document describes every field that the fake writes. */
    @Test
    void the_validation_rejects_any_field_with_a_value_of_another_type() {
        JsonNode anchor = JSON.readTree(ResponseJson.write(complete(Samples.fullAnchor())));
        List<String> pointers = pointersOf("", anchor);

        assertThat(pointers).hasSizeGreaterThan(50).allSatisfy(pointer -> {
            JsonNode wrong = anchor.deepCopy();
            replace(wrong, pointer);
            assertThat(OpenApiDocument.violations(Route.FIND, json(wrong.toString())))
                    .as(pointer)
                    .isNotEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HEALTH")
    void the_validation_rejects_a_status_that_is_not_described(Route route) {
        assertThat(OpenApiDocument.violations(route, new Response(404, json("").headers(), "")))
                .containsExactly("no status 404");
    }

    @Test
    void the_validation_rejects_another_content_type_and_an_unexpected_body() {
        assertThat(OpenApiDocument.violations(Route.HEALTH, json("{}")))
                .containsExactly("no content of type application/json");
        assertThat(OpenApiDocument.violations(Route.DELETE, new Response(204, json("").headers(), "")))
                .containsExactly("no body");
    }

    private static void assertValid(Route route, int status, Response response) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(OpenApiDocument.violations(route, response))
                .as(response.body())
                .isEmpty();
    }

    /** Adds the fields that the service requires of every point, but the domain does not. */
    private static Anchor complete(Anchor anchor) {
        List<AnchorPoint> points = anchor.points().stream()
                .map(point -> point.toBuilder()
                        .fullpath(point.fullpath().orElse(new FullPath("/a")))
                        .created(point.created().orElse(anchor.created()))
                        .updated(point.updated().orElse(anchor.updated()))
                        .anchor(anchor.id())
                        .build())
                .toList();
        return anchor.toBuilder().points(points).build();
    }

    private static Response json(String body) {
        return new Response(200, Map.of("content-type", "application/json"), body);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20").replace(".", "%2E");
    }

    private static List<String> pointersOf(String pointer, JsonNode node) {
        List<String> pointers = new ArrayList<>();
        node.forEachEntry((name, member) -> pointers.addAll(pointersOf(pointer + "/" + name, member)));
        for (int item = 0; node.isArray() && item < node.size(); item++) {
            pointers.addAll(pointersOf(pointer + "/" + item, node.get(item)));
        }
        if (!pointer.isEmpty()) {
            pointers.add(pointer);
        }
        return pointers;
    }

    /** Puts an empty array in the pointer of anything else, and an empty object in the pointer of an array. */
    private static void replace(JsonNode document, String pointer) {
        JsonNode parent = document.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        JsonNode wrong = document.at(pointer).isArray() ? JSON.createObjectNode() : JSON.createArrayNode();
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), wrong);
        } else {
            ((ObjectNode) parent).set(name, wrong);
        }
    }
}
