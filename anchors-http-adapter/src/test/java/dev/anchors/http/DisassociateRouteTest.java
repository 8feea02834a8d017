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
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.testkit.fake.DisassociateRoutes;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisassociateRouteTest {

    private static final AnchorId A = new AnchorId("a");
    private static final AssetId X = new AssetId("x");
    private static final String LEGACY = "/anchors/a/assets/delete/x";
    private static final String CURRENT = "/anchor/a/assets/disassociate/x";
    private static final String LOOK_UP = "/anchor/a?transferables=false";

    private final InMemoryAnchorRepository store =
            InMemoryAnchorRepository.builder().anchorIds(() -> A).build();

    @ParameterizedTest
    @CsvSource({"LEGACY, DOCUMENTED", "LEGACY, BOTH", "CURRENT, CURRENT", "CURRENT, BOTH"})
    void the_route_of_the_configured_generation_is_used(ServiceGeneration configured, DisassociateRoutes known) {
        try (FakePiecesOs service = serving(known);
                AnchorRepository anchors = repository(service, configured)) {
            createLinked();

            anchors.disassociate(A, X);

            assertThat(store.snapshot().linkedTo(X)).isEmpty();
            assertThat(targets(service)).containsExactly(configured == ServiceGeneration.CURRENT ? CURRENT : LEGACY);
        }
    }

    @ParameterizedTest
    @CsvSource({"LEGACY, CURRENT", "CURRENT, DOCUMENTED"})
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
    void the_legacy_route_is_detected_without_an_additional_request() {
        try (FakePiecesOs service = serving(DisassociateRoutes.DOCUMENTED);
                AnchorRepository anchors = repository(service, ServiceGeneration.AUTO_DETECT)) {
            createLinked();

            anchors.disassociate(A, X);
            anchors.disassociate(A, X);

            assertThat(targets(service)).containsExactly(LEGACY, LEGACY);
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
            assertThat(targets(service)).containsExactly(LEGACY, CURRENT, CURRENT);
        }
    }

    @Test
    void a_route_that_removed_no_link_is_not_remembered_when_the_anchor_is_unknown() {
        try (FakePiecesOs service = serving(DisassociateRoutes.CURRENT);
                AnchorRepository anchors = repository(service, ServiceGeneration.AUTO_DETECT)) {
            assertThatThrownBy(() -> anchors.disassociate(A, X)).isInstanceOf(AnchorNotFoundException.class);
            assertThatThrownBy(() -> anchors.disassociate(A, X)).isInstanceOf(AnchorNotFoundException.class);

            assertThat(targets(service)).containsExactly(LEGACY, CURRENT, LOOK_UP, LEGACY, CURRENT, LOOK_UP);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 405, 408, 410, 429, 500, 501, 502, 503, 504})
    void a_service_whose_first_response_is_no_success_is_asked_by_the_route_that_it_has(int status) {
        try (FakePiecesOs service = serving(DisassociateRoutes.CURRENT);
                AnchorRepository anchors = repository(service, ServiceGeneration.AUTO_DETECT)) {
            createLinked();
            service.reply(Reply.text(status, "busy"));
            assertThatThrownBy(() -> anchors.disassociate(A, X)).isInstanceOf(AnchorRepositoryException.class);

            anchors.disassociate(A, X);

            assertThat(store.snapshot().linkedTo(X)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 410, 500, 503})
    void a_service_whose_second_response_is_no_success_is_asked_by_the_route_that_it_has(int status) {
        try (FakePiecesOs service = serving(DisassociateRoutes.DOCUMENTED);
                AnchorRepository anchors = repository(service, ServiceGeneration.AUTO_DETECT)) {
            createLinked();
            service.reply(Reply.text(404, "restarting"), Reply.text(status, "busy"));
            assertThatThrownBy(() -> anchors.disassociate(A, X)).isInstanceOf(AnchorRepositoryException.class);

            anchors.disassociate(A, X);

            assertThat(store.snapshot().linkedTo(X)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"CURRENT, DOCUMENTED", "DOCUMENTED, CURRENT"})
    void a_service_that_is_replaced_by_one_of_the_other_generation_is_asked_by_its_route(
            DisassociateRoutes before, DisassociateRoutes after) {
        AtomicReference<URI> baseUrl = new AtomicReference<>();
        try (FakePiecesOs replacement = serving(after);
                AnchorRepository anchors =
                        HttpAnchorRepository.builder().baseUrl(baseUrl::get).build()) {
            createLinked();
            try (FakePiecesOs old = serving(before)) {
                baseUrl.set(old.baseUrl());
                anchors.disassociate(A, X);
            }
            store.links().associate(A, X);
            baseUrl.set(replacement.baseUrl());

            anchors.disassociate(A, X);

            assertThat(store.snapshot().linkedTo(X)).isEmpty();
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

            assertThat(targets(service)).containsExactly(LEGACY, LEGACY, CURRENT);
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
            assertThat(targets(service)).containsExactly(LEGACY, CURRENT, LOOK_UP, LEGACY);
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
            assertThat(targets(service)).containsExactly(LEGACY, CURRENT, CURRENT);
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
