package dev.anchors.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.fake.WireClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakePiecesOsTest {

    private static final String PLAIN_TEXT = "text/plain; charset=utf-8";
    private static final AssetId ASSET = new AssetId("asset-1");

    private final RepositoryStub repository = new RepositoryStub();
    private final FakePiecesOs fake = FakePiecesOs.serving(repository);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void answers_the_health_probe() throws IOException {
        Answer answer = WireClient.get(fake, "/.well-known/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo(PLAIN_TEXT);
        assertThat(answer.body()).startsWith("ok:");
    }

    @Test
    void answers_a_snapshot_with_all_anchors() throws IOException {
        seed();
        seed();

        Answer answer = WireClient.get(fake, "/anchors");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/json");
        assertThat(answer.json().at("/iterable/1/id").stringValue()).isEqualTo("anchor-2");
        assertThat(answer.json()
                        .at("/iterable/1/points/iterable/0/reference/fullpath")
                        .stringValue())
                .isEqualTo("/home/rosa/a.kt");
    }

    @Test
    void leaves_the_details_of_points_out_when_transferables_are_not_wanted() throws IOException {
        seed();

        Answer snapshot = WireClient.get(fake, "/anchors?transferables=false");
        Answer one = WireClient.get(fake, "/anchor/anchor-1?transferables=false");
        Answer created =
                WireClient.post(fake, "/anchors/create?transferables=false", "{\"type\":\"FILE\",\"fullpath\":\"/a\"}");

        assertThat(snapshot.json().at("/iterable/0/points/iterable/0").toString())
                .isEqualTo("{\"id\":\"point-1\"}");
        assertThat(one.json().at("/points/iterable/0").toString()).isEqualTo("{\"id\":\"point-1\"}");
        assertThat(created.json().at("/points/iterable/0").toString()).isEqualTo("{\"id\":\"point-2\"}");
    }

    @Test
    void creates_an_anchor_from_a_seed() throws IOException {
        Answer answer = WireClient.post(
                fake,
                "/anchors/create?transferables=true",
                "{\"type\":\"DIRECTORY\",\"fullpath\":\"/home/renée/設計 🚀\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/json");
        assertThat(answer.json().at("/id").stringValue()).isEqualTo("anchor-1");
        assertThat(answer.json().at("/points/iterable/0/reference/fullpath").stringValue())
                .isEqualTo("/home/renée/設計 🚀");
        assertThat(repository.find(new AnchorId("anchor-1"))).isPresent();
    }

    @Test
    void answers_one_anchor() throws IOException {
        seed();

        Answer answer = WireClient.get(fake, "/anchor/anchor-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/json");
        assertThat(answer.json().at("/points/iterable/0/reference/fullpath").stringValue())
                .isEqualTo("/home/rosa/a.kt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?transferables=false"})
    void says_410_for_an_unknown_anchor_that_is_asked_for(String query) throws IOException {
        Answer answer = WireClient.get(fake, "/anchor/nobody" + query);

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.type()).isEqualTo(PLAIN_TEXT);
        assertThat(answer.body()).isEqualTo("no anchor with the id nobody");
    }

    @Test
    void deletes_an_anchor_without_a_body_in_the_answer() throws IOException {
        seed();

        Answer answer = WireClient.post(fake, "/anchors/anchor-1/delete", "");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers()).doesNotContainKeys("content-length", "content-type");
        assertThat(repository.snapshot()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BOTH, /anchors/anchor-1/assets/delete/asset-1, 204",
        "BOTH, /anchor/anchor-1/assets/disassociate/asset-1, 204",
        "DOCUMENTED, /anchors/anchor-1/assets/delete/asset-1, 204",
        "DOCUMENTED, /anchor/anchor-1/assets/disassociate/asset-1, 404",
        "CURRENT, /anchors/anchor-1/assets/delete/asset-1, 404",
        "CURRENT, /anchor/anchor-1/assets/disassociate/asset-1, 204"
    })
    void disassociates_by_the_routes_of_its_generation(DisassociateRoutes routes, String target, int status)
            throws IOException {
        seed();
        try (FakePiecesOs generation =
                FakePiecesOs.builder(repository).routes(routes).start()) {
            Answer answer = WireClient.post(generation, target, "");

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo(status == 204 ? "" : "route not found");
        }
        assertThat(repository.snapshot().linkedTo(ASSET)).hasSize(status == 204 ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/anchors/nobody/delete",
                "/anchors/nobody/assets/delete/asset-1",
                "/anchor/nobody/assets/disassociate/asset-1"
            })
    void says_500_for_an_unknown_anchor_that_is_to_change(String target) throws IOException {
        Answer answer = WireClient.post(fake, target, "");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.type()).isEqualTo(PLAIN_TEXT);
        assertThat(answer.body()).isEqualTo("no anchor with the id nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /anchors/",
        "GET, /anchor",
        "GET, /nowhere",
        "POST, /anchors",
        "GET, /anchors/create",
        "GET, /anchors/anchor-1/delete",
        "DELETE, /anchor/anchor-1",
        "POST, /anchor/anchor-1",
        "POST, /anchor/anchor-1/delete",
        "OPTIONS, *"
    })
    void says_404_for_what_is_no_route(String method, String target) throws IOException {
        seed();
        try (WireClient client = new WireClient(fake)) {
            Answer answer = client.exchange(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.type()).isEqualTo(PLAIN_TEXT);
            assertThat(answer.body()).isEqualTo("route not found");
        }
        assertThat(repository.snapshot()).hasSize(1);
    }

    @Test
    void says_500_in_one_line_for_what_the_repository_throws() throws IOException {
        RuntimeException failure =
                new ConnectionFailedException(Operation.SNAPSHOT, Effect.NONE, "the disk\nis gone", null);

        Answer failed = snapshotOf(failing(failure));
        Answer closed = snapshotOf(failing(new IllegalStateException("the repository is closed")));
        Answer silent = snapshotOf(failing(new UnsupportedOperationException()));

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.type()).isEqualTo(PLAIN_TEXT);
        assertThat(failed.body())
                .startsWith("snapshot: the disk\\u000ais gone;")
                .doesNotContain("\n");
        assertThat(closed.body()).isEqualTo("the repository is closed");
        assertThat(silent.body()).isEqualTo("java.lang.UnsupportedOperationException");
    }

    private void seed() {
        repository.create(SeededAnchor.builder(AnchorType.FILE, new FullPath("/home/rosa/a.kt"))
                .asset(ASSET)
                .build());
    }

    private static Answer snapshotOf(AnchorRepository repository) throws IOException {
        try (FakePiecesOs fake = FakePiecesOs.serving(repository)) {
            return WireClient.get(fake, "/anchors");
        }
    }

    private static AnchorRepository failing(RuntimeException failure) {
        return new RepositoryStub() {
            @Override
            public synchronized Anchors snapshot(Transferables transferables) {
                throw failure;
            }
        };
    }
}
