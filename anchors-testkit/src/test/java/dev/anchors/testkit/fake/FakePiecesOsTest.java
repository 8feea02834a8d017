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
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.fake.RawHttpClient.Response;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
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
    void the_health_route_reports_that_the_fake_is_running() throws IOException {
        Response response = RawHttpClient.get(fake, "/.well-known/health");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.type()).isEqualTo(PLAIN_TEXT);
        assertThat(response.body()).startsWith("ok:");
    }

    @Test
    void a_fake_that_is_cleared_deletes_all_anchors_also_those_that_a_client_deletes_meanwhile() {
        RepositoryStub slow = new RepositoryStub() {
            @Override
            public synchronized Anchors snapshot(Transferables transferables) {
                Anchors anchors = super.snapshot(transferables);
                delete(anchors.asList().get(0).id()); // another client, after this snapshot
                return anchors;
            }
        };
        try (FakePiecesOs service = FakePiecesOs.serving(slow)) {
            AnchorId first = slow.create(SeededAnchor.file("/a")).id();
            AnchorId second = slow.create(SeededAnchor.file("/b")).id();

            service.clear();

            assertThat(slow.find(first)).isEmpty();
            assertThat(slow.find(second)).isEmpty();
        }
    }

    @Test
    void the_snapshot_route_returns_all_anchors() throws IOException {
        seed();
        seed();

        Response response = RawHttpClient.get(fake, "/anchors");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.type()).isEqualTo("application/json");
        assertThat(response.json().at("/iterable/1/id").stringValue()).isEqualTo("anchor-2");
        assertThat(response.json()
                        .at("/iterable/1/points/iterable/0/reference/fullpath")
                        .stringValue())
                .isEqualTo("/home/rosa/a.kt");
    }

    @Test
    void the_details_of_points_are_left_out_if_transferables_are_omitted() throws IOException {
        seed();

        Response snapshot = RawHttpClient.get(fake, "/anchors?transferables=false");
        Response one = RawHttpClient.get(fake, "/anchor/anchor-1?transferables=false");
        Response created = RawHttpClient.post(
                fake, "/anchors/create?transferables=false", "{\"type\":\"FILE\",\"fullpath\":\"/a\"}");

        assertThat(snapshot.json().at("/iterable/0/points/iterable/0").toString())
                .isEqualTo("{\"id\":\"point-1\"}");
        assertThat(one.json().at("/points/iterable/0").toString()).isEqualTo("{\"id\":\"point-1\"}");
        assertThat(created.json().at("/points/iterable/0").toString()).isEqualTo("{\"id\":\"point-2\"}");
    }

    @Test
    void the_create_route_creates_an_anchor_from_a_seed() throws IOException {
        Response response = RawHttpClient.post(
                fake,
                "/anchors/create?transferables=true",
                "{\"type\":\"DIRECTORY\",\"fullpath\":\"/home/renée/設計 🚀\"}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.type()).isEqualTo("application/json");
        assertThat(response.json().at("/id").stringValue()).isEqualTo("anchor-1");
        assertThat(response.json().at("/points/iterable/0/reference/fullpath").stringValue())
                .isEqualTo("/home/renée/設計 🚀");
        assertThat(repository.find(new AnchorId("anchor-1"))).isPresent();
    }

    @Test
    void the_find_route_returns_one_anchor() throws IOException {
        seed();

        Response response = RawHttpClient.get(fake, "/anchor/anchor-1");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.type()).isEqualTo("application/json");
        assertThat(response.json().at("/points/iterable/0/reference/fullpath").stringValue())
                .isEqualTo("/home/rosa/a.kt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?transferables=false"})
    void the_find_route_returns_status_410_for_an_unknown_anchor(String query) throws IOException {
        Response response = RawHttpClient.get(fake, "/anchor/nobody" + query);

        assertThat(response.status()).isEqualTo(410);
        assertThat(response.type()).isEqualTo(PLAIN_TEXT);
        assertThat(response.body()).isEqualTo("no anchor with the id nobody");
    }

    @Test
    void the_delete_route_deletes_an_anchor_and_returns_no_body() throws IOException {
        seed();

        Response response = RawHttpClient.post(fake, "/anchors/anchor-1/delete", "");

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers()).doesNotContainKeys("content-length", "content-type");
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
    void only_the_configured_disassociate_routes_remove_a_link(DisassociateRoutes routes, String target, int status)
            throws IOException {
        seed();
        try (FakePiecesOs generation =
                FakePiecesOs.builder(repository).routes(routes).start()) {
            Response response = RawHttpClient.post(generation, target, "");

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.body()).isEqualTo(status == 204 ? "" : "route not found");
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
    void a_change_of_an_unknown_anchor_returns_status_500(String target) throws IOException {
        Response response = RawHttpClient.post(fake, target, "");

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.type()).isEqualTo(PLAIN_TEXT);
        assertThat(response.body()).isEqualTo("no anchor with the id nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /anchors/",
        "GET, /anchor",
        "GET, /nowhere",
        "POST, /anchor/anchor-1/delete",
        "PUT, /nowhere",
        "OPTIONS, *"
    })
    void an_unknown_route_returns_status_404(String method, String target) throws IOException {
        seed();
        try (RawHttpClient client = new RawHttpClient(fake)) {
            Response response = client.exchange(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.type()).isEqualTo(PLAIN_TEXT);
            assertThat(response.body()).isEqualTo("route not found");
        }
        assertThat(repository.snapshot()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /anchors                          | GET, HEAD, OPTIONS",
                "PUT    | /anchors?transferables=false      | GET, HEAD, OPTIONS",
                "GET    | /anchors/create                   | POST, OPTIONS",
                "GET    | /anchors/anchor-1/delete          | POST, OPTIONS",
                "PATCH  | /anchor/anchor-1/assets/disassociate/asset-1 | POST, OPTIONS",
                "DELETE | /anchor/anchor-1                  | GET, HEAD, OPTIONS",
                "POST   | /anchor/anchor-1                  | GET, HEAD, OPTIONS",
                "POST   | /.well-known/health               | GET, HEAD, OPTIONS",
                "get    | /anchors                          | GET, HEAD, OPTIONS"
            })
    void a_method_that_a_path_does_not_have_returns_status_405_with_the_allowed_methods(
            String method, String target, String allowed) throws IOException {
        seed();
        try (RawHttpClient client = new RawHttpClient(fake)) {
            Response response = client.exchange(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(response.status()).isEqualTo(405);
            assertThat(response.headers()).containsEntry("allow", allowed);
            assertThat(response.type()).isEqualTo(PLAIN_TEXT);
            assertThat(response.body()).isEqualTo("this path allows only the methods " + allowed);
        }
        assertThat(repository.snapshot()).hasSize(1);
    }

    @Test
    void the_health_check_decides_the_response_to_a_health_request() throws IOException {
        AtomicReference<String> problem = new AtomicReference<>("the database\nis gone");
        Runnable check = () -> {
            if (problem.get() != null) {
                throw new IllegalStateException(problem.get());
            }
        };
        try (FakePiecesOs checked =
                FakePiecesOs.builder(repository).healthCheck(check).start()) {
            Response failed = RawHttpClient.get(checked, "/.well-known/health");
            problem.set(null);
            Response recovered = RawHttpClient.get(checked, "/.well-known/health");

            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.body()).isEqualTo("the database is gone");
            assertThat(recovered.status()).isEqualTo(200);
        }
    }

    @Test
    void a_failure_with_the_text_of_a_service_returns_this_text() throws IOException {
        RuntimeException failure = new ServiceFailedException(
                Operation.SNAPSHOT, Effect.NONE, OptionalInt.empty(), "the database failed:\nno space", null);
        RuntimeException withoutText =
                new ServiceFailedException(Operation.SNAPSHOT, Effect.NONE, OptionalInt.empty(), "", null);

        assertThat(snapshotOf(failing(failure)).body()).isEqualTo("the database failed: no space");
        assertThat(snapshotOf(failing(withoutText)).body()).startsWith("snapshot: the service failed; ");
    }

    @Test
    void a_failure_of_the_repository_returns_status_500_with_one_line_of_text() throws IOException {
        RuntimeException failure =
                new ConnectionFailedException(Operation.SNAPSHOT, Effect.NONE, "the disk\nis gone", null);

        Response failed = snapshotOf(failing(failure));
        Response closed = snapshotOf(failing(new IllegalStateException("the repository is closed")));
        Response silent = snapshotOf(failing(new UnsupportedOperationException()));

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

    private static Response snapshotOf(AnchorRepository repository) throws IOException {
        try (FakePiecesOs fake = FakePiecesOs.serving(repository)) {
            return RawHttpClient.get(fake, "/anchors");
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
