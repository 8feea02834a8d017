package dev.anchors.recipes;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.http.json.AnchorsJson;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.testkit.FailingAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import dev.anchors.testkit.fake.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TestingTest {

    private static final Path ENGINE = Path.of("/home/ada/engine");

    @Test
    void an_application_is_tested_offline() {
        try (AnchorRepository anchors = InMemoryAnchorRepository.create()) {
            Anchor anchor = new Finding(anchors).findOrCreate(ENGINE);
            assertThat(anchors.snapshot()).containsExactly(anchor);
        }
    }

    @Test
    void an_application_is_tested_with_a_captured_response() throws IOException {
        Anchors captured = AnchorsJson.read(Path.of("src/test/resources/anchors.json"));
        try (AnchorRepository anchors =
                InMemoryAnchorRepository.builder().initialAnchors(captured).build()) {
            Anchor anchor = new Finding(anchors).findOrCreate(ENGINE);
            assertThat(captured).containsExactly(anchor);
        }
    }

    @Test
    void an_application_is_tested_with_a_repository_that_fails() {
        FailingAnchorRepository anchors = FailingAnchorRepository.over(InMemoryAnchorRepository.create());
        anchors.on(Operation.SNAPSHOT)
                .failBefore(
                        new ServiceFailedException(Operation.SNAPSHOT, Effect.NONE, OptionalInt.of(503), "busy", null));

        assertThatThrownBy(() -> new Finding(anchors).findOrCreate(ENGINE)).isInstanceOf(ServiceFailedException.class);
    }

    @Test
    void an_application_is_tested_over_http_with_the_fake() {
        try (AnchorRepository store = InMemoryAnchorRepository.create();
                FakePiecesOs service = FakePiecesOs.serving(store);
                AnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .build()) {
            Anchor anchor = new Finding(anchors).findOrCreate(ENGINE);
            assertThat(store.snapshot()).containsExactly(anchor);

            service.on(Route.SNAPSHOT).reply(Reply.text(503, "busy"));
            assertThatThrownBy(anchors::snapshot).isInstanceOf(ServiceFailedException.class);
        }
    }

    @Test
    void an_application_is_tested_over_http_with_wire_mock() {
        WireMockServer service = new WireMockServer(wireMockConfig().dynamicPort());
        service.start();
        try (AnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build()) {
            service.stubFor(get(urlPathEqualTo("/anchors")).willReturn(okJson("{\"iterable\":[]}")));
            service.stubFor(post(urlPathEqualTo("/anchors/create")).willReturn(okJson("""
                    {"id": "a-1", "type": "DIRECTORY",
                     "created": {"value": "2026-01-01T00:00:00Z"}, "updated": {"value": "2026-01-01T00:00:00Z"},
                     "points": {"iterable": [{"id": "p-1", "reference": {"id": "p-1", "type": "DIRECTORY",
                       "fullpath": "/home/ada/engine", "anchor": {"id": "a-1"}, "verified": true,
                       "created": {"value": "2026-01-01T00:00:00Z"}, "updated": {"value": "2026-01-01T00:00:00Z"}}}]}}
                    """)));
            Anchor anchor = new Finding(anchors).findOrCreate(ENGINE);
            assertThat(anchor.id().value()).isEqualTo("a-1"); // the next snapshot is still empty

            service.stubFor(get(urlPathEqualTo("/anchors")).willReturn(serviceUnavailable()));
            assertThatThrownBy(anchors::snapshot).isInstanceOf(ServiceFailedException.class);
        } finally {
            service.stop();
        }
    }
}
