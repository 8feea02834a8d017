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
import dev.anchors.testkit.fake.WireClient.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers of the fake are those that the project's own OpenAPI document describes, and it would notice others. */
class WireDescriptionTest {

    /** Seeds the wire would allow become anchors of every kind. */
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
    private final FakePiecesOs fake = FakePiecesOs.serving(repository);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void describes_the_routes_of_the_fake_and_no_others() {
        assertThat(WireDescription.operations())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Route.values())
                        .map(route -> route.method() + " " + route.path())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?transferables=true", "?transferables=True", "?transferables=false"})
    void describes_new_anchors_of_every_kind(String query) throws IOException {
        for (int number = 0; number < 100; number++) {
            assertDescribed(Route.CREATE, 200, WireClient.post(fake, "/anchors/create" + query, SEED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?transferables=true", "?transferables=True", "?transferables=false"})
    void describes_snapshots_and_single_anchors_of_every_kind(String query) throws IOException {
        List<Anchor> anchors = new ArrayList<>(List.of(Samples.minimalAnchor(), Samples.fullAnchor()));
        RandomAnchors.seeded(11).anchors(100).forEach(anchors::add);
        assertDescribed(Route.SNAPSHOT, 200, WireClient.get(fake, "/anchors" + query));
        anchors.forEach(anchor -> repository.put(complete(anchor)));

        assertDescribed(Route.SNAPSHOT, 200, WireClient.get(fake, "/anchors" + query));
        for (Anchor anchor : anchors) {
            String target = "/anchor/" + encoded(anchor.id().value()) + query;
            assertDescribed(Route.FIND, 200, WireClient.get(fake, target));
        }
    }

    @Test
    void describes_answers_without_a_body() throws IOException {
        repository.put(Samples.fullAnchor());
        String id = encoded(Samples.fullAnchor().id().value());

        assertDescribed(
                Route.DISASSOCIATE_CURRENT,
                204,
                WireClient.post(fake, "/anchor/" + id + "/assets/disassociate/nothing", ""));
        assertDescribed(
                Route.DISASSOCIATE_DOCUMENTED,
                204,
                WireClient.post(fake, "/anchors/" + id + "/assets/delete/nothing", ""));
        assertDescribed(Route.DELETE, 204, WireClient.post(fake, "/anchors/" + id + "/delete", ""));
    }

    @Test
    void describes_the_health_probe() throws IOException {
        assertDescribed(Route.HEALTH, 200, WireClient.get(fake, "/.well-known/health"));
    }

    @ParameterizedTest
    @CsvSource({
        "FIND, /anchor/nobody, 410",
        "FIND, /anchor/nobody?transferables=false, 410",
        "FIND, /anchor/nobody?transferables=maybe, 500",
        "FIND, /anchor/%, 500",
        "SNAPSHOT, /anchors?transferables=maybe, 500",
        "CREATE, /anchors/create?transferables=maybe, 500",
        "DELETE, /anchors/nobody/delete, 500",
        "DISASSOCIATE_DOCUMENTED, /anchors/nobody/assets/delete/x, 500",
        "DISASSOCIATE_CURRENT, /anchor/nobody/assets/disassociate/x, 500"
    })
    void describes_failures(Route route, String target, int status) throws IOException {
        Answer answer =
                route.method().equals("GET") ? WireClient.get(fake, target) : WireClient.post(fake, target, "no seed");

        assertDescribed(route, status, answer);
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
    void notices_a_wrong_body(String body) throws IOException {
        fake.reply(Reply.json(body));

        assertThat(WireDescription.faults(Route.SNAPSHOT, WireClient.get(fake, "/anchors")))
                .isNotEmpty();
    }

    @Test
    void notices_a_wrong_time_and_a_wrong_word() {
        String anchor = new String(AnchorJson.write(Samples.minimalAnchor()), UTF_8);
        String time = Samples.minimalAnchor().created().value().toString();

        assertThat(WireDescription.faults(Route.FIND, json(anchor))).isEmpty();
        assertThat(WireDescription.faults(Route.FIND, json(anchor.replace(time, "yesterday"))))
                .isNotEmpty();
        assertThat(WireDescription.faults(Route.FIND, json(anchor.replace("\"FILE\"", "\"\""))))
                .isNotEmpty();
        assertThat(WireDescription.faults(Route.FIND, json(anchor.replace("\"FILE\"", "\"SYMLINK\""))))
                .isEmpty();
    }

    /** So every field that the fake writes is one that the document describes. */
    @Test
    void notices_any_value_of_another_type() {
        JsonNode anchor = JSON.readTree(AnchorJson.write(complete(Samples.fullAnchor())));
        List<String> places = valuesOf("", anchor);

        assertThat(places).hasSizeGreaterThan(50).allSatisfy(place -> {
            JsonNode wrong = anchor.deepCopy();
            replace(wrong, place);
            assertThat(WireDescription.faults(Route.FIND, json(wrong.toString())))
                    .as(place)
                    .isNotEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HEALTH")
    void notices_a_status_that_is_not_described(Route route) {
        assertThat(WireDescription.faults(route, new Answer(404, json("").headers(), "")))
                .containsExactly("no status 404");
    }

    @Test
    void notices_another_type_of_content_and_a_body_where_there_is_none() {
        assertThat(WireDescription.faults(Route.HEALTH, json("{}")))
                .containsExactly("no content of type application/json");
        assertThat(WireDescription.faults(Route.DELETE, new Answer(204, json("").headers(), "")))
                .containsExactly("no body");
    }

    private static void assertDescribed(Route route, int status, Answer answer) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(WireDescription.faults(route, answer)).as(answer.body()).isEmpty();
    }

    /** Fills in what the service knows of every point and a domain object may lack. */
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

    private static Answer json(String body) {
        return new Answer(200, Map.of("content-type", "application/json"), body);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20").replace(".", "%2E");
    }

    private static List<String> valuesOf(String pointer, JsonNode node) {
        List<String> places = new ArrayList<>();
        node.forEachEntry((name, member) -> places.addAll(valuesOf(pointer + "/" + name, member)));
        for (int item = 0; node.isArray() && item < node.size(); item++) {
            places.addAll(valuesOf(pointer + "/" + item, node.get(item)));
        }
        if (!pointer.isEmpty()) {
            places.add(pointer);
        }
        return places;
    }

    /** Puts an empty array in the place of anything else, and an empty object in the place of an array. */
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
