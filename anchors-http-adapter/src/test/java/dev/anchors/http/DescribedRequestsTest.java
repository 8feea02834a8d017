package dev.anchors.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.RandomAnchors;
import dev.anchors.testkit.Samples;
import dev.anchors.testkit.fake.DisassociateRoutes;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.RecordedRequest;
import dev.anchors.testkit.fake.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every request is one that the OpenAPI document of the project describes. */
class DescribedRequestsTest {

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
    @EnumSource
    void seeds_of_every_kind_are_sent_as_the_openapi_document_describes(Transferables transferables) {
        RandomAnchors random = RandomAnchors.seeded(5);
        List<SeededAnchor> seeds = new ArrayList<>(List.of(Samples.minimalSeed(), Samples.fullSeed()));
        for (int number = 0; number < 200; number++) {
            seeds.add(random.seed());
        }

        seeds.forEach(seed -> anchors.create(seed, transferables));

        assertDescribed(seeds.size(), Route.CREATE);
    }

    @ParameterizedTest
    @EnumSource
    void snapshots_are_requested_as_the_openapi_document_describes(Transferables transferables) {
        anchors.snapshot(transferables);
        try (Stream<Anchor> stream = anchors.stream(transferables)) {
            assertThat(stream).isEmpty();
        }

        assertDescribed(2, Route.SNAPSHOT);
    }

    @Test
    void ids_of_every_kind_are_sent_as_the_openapi_document_describes() {
        RandomAnchors random = RandomAnchors.seeded(5);
        for (int number = 0; number < 100; number++) {
            AnchorId unknown = random.anchor().id();
            anchors.find(unknown);
            missing(() -> anchors.delete(unknown));
        }

        assertDescribed(300, Route.FIND, Route.DELETE); // a failed delete looks the anchor up
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCUMENTED", "CURRENT"})
    void disassociate_is_sent_as_the_openapi_document_describes_in_either_generation(DisassociateRoutes routes) {
        try (FakePiecesOs generation =
                        FakePiecesOs.builder(store).routes(routes).start();
                AnchorRepository client = HttpAnchorRepository.builder()
                        .baseUrl(generation.baseUrl())
                        .build()) {
            AnchorId anchor = store.create(SeededAnchor.file("/a")).id();

            client.disassociate(anchor, new AssetId("a/b c?"));

            List<RecordedRequest> requests = generation.requests();
            assertThat(requests).allSatisfy(DescribedRequestsTest::assertDescribed);
            assertThat(requests).extracting(request -> request.route()).containsOnly(Optional.of(Route.DISASSOCIATE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void links_to_each_kind_are_sent_as_the_openapi_document_describes(MaterialKind kind) {
        AnchorId anchor = anchors.create(SeededAnchor.file("/a")).id();
        service.reset();

        anchors.links().associate(anchor, kind.id("a/b c?"));
        anchors.links().disassociate(anchor, kind.id("a/b c?"));

        assertDescribed(2, Route.ASSOCIATE, Route.DISASSOCIATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /nowhere                        |                  |                               ",
                "GET  | /anchors?other=true             |                  |                               ",
                "GET  | /anchors?transferables=maybe    |                  |                               ",
                "GET  | /anchors?transferables          |                  |                               ",
                "POST | /anchors/a/delete               | application/json | {}                            ",
                "POST | /anchor/a/tags/associate/x      | application/json | {}                            ",
                "POST | /anchors/a/delete?transferables=true |             |                               ",
                "POST | /anchors/create                 | text/plain       | {\"type\":\"FILE\",\"fullpath\":\"/a\"}",
                "POST | /anchors/create                 | application/json | {\"type\":\"FILE\"}           ",
                "POST | /anchors/create                 | application/json | {\"type\":\"SYMLINK\",\"fullpath\":\"/a\"}",
                "POST | /anchors/create                 | application/json | {\"type\":\"FILE\",\"fullpath\":\"/a\",\"watch\":1}",
                "POST | /anchors/create                 | application/json | [",
            })
    void a_request_that_the_openapi_document_does_not_describe_is_noticed(
            String method, String target, String type, String body) {
        Map<String, List<String>> headers = type == null ? Map.of() : Map.of("Content-Type", List.of(type));

        assertThat(DescribedRequests.faults(new RecordedRequest(
                        method, target, headers, body == null ? new byte[0] : body.getBytes(UTF_8))))
                .isNotEmpty();
    }

    private void assertDescribed(int requests, Route... routes) {
        assertThat(service.requests())
                .hasSize(requests)
                .allSatisfy(DescribedRequestsTest::assertDescribed)
                .extracting(request -> request.route().orElseThrow())
                .containsOnly(routes);
    }

    private static void assertDescribed(RecordedRequest request) {
        assertThat(DescribedRequests.faults(request)).as(request.toString()).isEmpty();
    }

    private static void missing(Runnable call) {
        try {
            call.run();
        } catch (AnchorNotFoundException expected) {
            return;
        }
        throw new AssertionError("an unknown anchor was found");
    }
}
