package dev.anchors.testkit.fake;

import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import java.util.EnumSet;
import java.util.Set;

/** Responds to requests as PiecesOS does according to the OpenAPI document, with the anchors of a repository. */
final class PiecesOsService {

    private final AnchorRepository repository;
    private final Set<Route> routes;

    PiecesOsService(AnchorRepository repository, DisassociateRoutes disassociate) {
        this.repository = repository;
        routes = EnumSet.allOf(Route.class);
        switch (disassociate) {
            case DOCUMENTED -> routes.remove(Route.DISASSOCIATE_CURRENT);
            case CURRENT -> routes.remove(Route.DISASSOCIATE_DOCUMENTED);
            case BOTH -> {}
        }
    }

    /** Returns the response. Failures of the repository become responses, too. */
    Reply respond(RecordedRequest request) {
        try {
            return request.route()
                    .filter(routes::contains)
                    .map(route -> respond(route, RoutedRequest.of(route, request)))
                    .orElseGet(() -> Reply.text(404, "route not found"));
        } catch (AnchorNotFoundException unknown) {
            return Reply.text(500, notFound(unknown.anchor()));
        } catch (RuntimeException failure) {
            return Reply.text(500, oneLine(failure.getMessage() == null ? failure.toString() : failure.getMessage()));
        }
    }

    private Reply respond(Route route, RoutedRequest request) {
        return switch (route) {
            case HEALTH -> Reply.text(200, "ok:fake-piecesos");
            case SNAPSHOT -> Reply.json(repository.snapshot(request.transferables()));
            case CREATE -> Reply.json(repository.create(request.seed(), request.transferables()));
            case DELETE -> delete(request);
            case FIND -> find(request);
            case DISASSOCIATE_DOCUMENTED, DISASSOCIATE_CURRENT -> disassociate(request);
        };
    }

    private Reply delete(RoutedRequest request) {
        repository.delete(request.anchor());
        return Reply.empty(204);
    }

    private Reply disassociate(RoutedRequest request) {
        repository.disassociate(request.anchor(), request.asset());
        return Reply.empty(204);
    }

    private Reply find(RoutedRequest request) {
        AnchorId id = request.anchor();
        return repository
                .find(id, request.transferables())
                .map(Reply::json)
                .orElseGet(() -> Reply.text(410, notFound(id)));
    }

    private static String notFound(AnchorId id) {
        return oneLine("no anchor with the id " + id.value());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
