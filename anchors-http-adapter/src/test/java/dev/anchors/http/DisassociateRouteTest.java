package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.testkit.fake.DisassociateRoutes;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisassociateRouteTest {

    private static final AnchorId A = new AnchorId("a");
    private static final AssetId X = new AssetId("x");
    private static final String DOCUMENTED = "/anchors/a/assets/delete/x";
    private static final String CURRENT = "/anchor/a/assets/disassociate/x";
    private static final String LOOK_UP = "/anchor/a?transferables=false";

    private final AnchorRepository store =
            InMemoryAnchorRepository.builder().anchorIds(() -> A).build();

    @ParameterizedTest
    @CsvSource({"DOCUMENTED, DOCUMENTED", "DOCUMENTED, BOTH", "CURRENT, CURRENT", "CURRENT, BOTH"})
    void the_route_of_the_configured_generation_is_used(ServiceGeneration configured, DisassociateRoutes known) {
        try (FakePiecesOs service = serving(known);
                AnchorRepository anchors = repository(service, configured)) {
            createLinked();

            anchors.disassociate(A, X);

            assertThat(store.snapshot().linkedTo(X)).isEmpty();
            assertThat(targets(service))
                    .containsExactly(configured == ServiceGeneration.CURRENT ? CURRENT : DOCUMENTED);
        }
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENTED, CURRENT", "CURRENT, DOCUMENTED"})
    void a_service_of_another_generation_than_the_configured_one_refuses(
            ServiceGeneration configured, DisassociateRoutes known) {
        try (FakePiecesOs service = serving(known);
                AnchorRepository anchors = repository(service, configured)) {
            createLinked();

            RequestRefusedException failure =
                    catchThrowableOfType(RequestRefusedException.class, () -> anchors.disassociate(A, X));

            assertThat(failure.status()).hasValue(404);
            assertThat(store.snapshot().linkedTo(X)).hasSize(1);
        }
    }

    @Test
    void the_documented_route_is_detected_without_an_additional_request() {
        try (FakePiecesOs service = serving(DisassociateRoutes.DOCUMENTED);
                AnchorRepository anchors = repository(service, ServiceGeneration.AUTO_DETECT)) {
            createLinked();

            anchors.disassociate(A, X);
            anchors.disassociate(A, X);

            assertThat(targets(service)).containsExactly(DOCUMENTED, DOCUMENTED);
        }
    }

    @Test
    void the_current_route_is_detected_by_one_additional_request_and_remembered() {
        try (FakePiecesOs service = serving(DisassociateRoutes.CURRENT);
                AnchorRepository anchors = repository(service, ServiceGeneration.AUTO_DETECT)) {
            createLinked();

            anchors.disassociate(A, X);
            anchors.disassociate(A, X);

            assertThat(store.snapshot().linkedTo(X)).isEmpty();
            assertThat(targets(service)).containsExactly(DOCUMENTED, CURRENT, CURRENT);
        }
    }

    @Test
    void the_current_route_is_detected_although_the_anchor_is_unknown() {
        try (FakePiecesOs service = serving(DisassociateRoutes.CURRENT);
                AnchorRepository anchors = repository(service, ServiceGeneration.AUTO_DETECT)) {
            assertThatThrownBy(() -> anchors.disassociate(A, X)).isInstanceOf(AnchorNotFoundException.class);
            assertThatThrownBy(() -> anchors.disassociate(A, X)).isInstanceOf(AnchorNotFoundException.class);

            assertThat(targets(service)).containsExactly(DOCUMENTED, CURRENT, LOOK_UP, CURRENT, LOOK_UP);
        }
    }

    @Test
    void a_route_that_responds_with_5xx_is_remembered() {
        try (FakePiecesOs service = serving(DisassociateRoutes.CURRENT);
                AnchorRepository anchors = repository(service, ServiceGeneration.AUTO_DETECT)) {
            service.reply(Reply.text(503, "busy"));

            assertThatThrownBy(() -> anchors.disassociate(A, X)).isInstanceOf(ServiceFailedException.class);
            assertThatThrownBy(() -> anchors.disassociate(A, X)).isInstanceOf(AnchorNotFoundException.class);

            assertThat(targets(service)).containsExactly(DOCUMENTED, DOCUMENTED, LOOK_UP);
        }
    }

    @Test
    void a_route_whose_response_is_lost_is_not_remembered() {
        try (FakePiecesOs service = serving(DisassociateRoutes.CURRENT);
                AnchorRepository anchors = repository(service, ServiceGeneration.AUTO_DETECT)) {
            createLinked();
            service.reply(Reply.disconnect());

            assertThatThrownBy(() -> anchors.disassociate(A, X)).hasMessageContaining("the connection was lost");
            anchors.disassociate(A, X);

            assertThat(targets(service)).containsExactly(DOCUMENTED, DOCUMENTED, CURRENT);
        }
    }

    @Test
    void a_service_that_knows_neither_route_is_asked_for_both_by_the_next_call() {
        try (FakePiecesOs service = serving(DisassociateRoutes.BOTH);
                AnchorRepository anchors = repository(service, ServiceGeneration.AUTO_DETECT)) {
            createLinked();
            service.reply(Reply.text(404, "route not found"), Reply.text(404, "route not found"));

            RequestRefusedException failure =
                    catchThrowableOfType(RequestRefusedException.class, () -> anchors.disassociate(A, X));
            anchors.disassociate(A, X);

            assertThat(failure.status()).hasValue(404);
            assertThat(failure).message().endsWith("whether the service supports this operation");
            assertThat(targets(service)).containsExactly(DOCUMENTED, CURRENT, LOOK_UP, DOCUMENTED);
        }
    }

    @Test
    void the_repository_and_its_links_share_the_route_that_either_detects() {
        try (FakePiecesOs service = serving(DisassociateRoutes.CURRENT);
                HttpAnchorRepository anchors = repository(service, ServiceGeneration.AUTO_DETECT)) {
            createLinked();

            anchors.links().disassociate(A, X);
            anchors.disassociate(A, X);

            assertThat(store.snapshot().linkedTo(X)).isEmpty();
            assertThat(targets(service)).containsExactly(DOCUMENTED, CURRENT, CURRENT);
        }
    }

    private Anchor createLinked() {
        return store.create(SeededAnchor.file("/notes").toBuilder().asset(X).build());
    }

    private FakePiecesOs serving(DisassociateRoutes known) {
        return FakePiecesOs.builder(store).routes(known).start();
    }

    private static HttpAnchorRepository repository(FakePiecesOs service, ServiceGeneration generation) {
        return HttpAnchorRepository.builder()
                .baseUrl(service.baseUrl())
                .generation(generation)
                .build();
    }

    private static List<String> targets(FakePiecesOs service) {
        return service.requests().stream().map(request -> request.target()).toList();
    }
}
