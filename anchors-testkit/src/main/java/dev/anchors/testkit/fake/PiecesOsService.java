package dev.anchors.testkit.fake;

import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
            if (request.method().equals("OPTIONS")) {
                return options(request);
            }
            return request.route()
                    .filter(routes::contains)
                    .map(route -> respond(route, RoutedRequest.of(route, request)))
                    .orElseGet(PiecesOsService::routeNotFound);
        } catch (AnchorNotFoundException unknown) {
            return Reply.text(500, notFound(unknown.anchor()));
        } catch (RuntimeException failure) {
            return Reply.text(500, oneLine(failure.getMessage() == null ? failure.toString() : failure.getMessage()));
        }
    }

    private Reply options(RecordedRequest request) {
        List<String> methods = Stream.concat(
                        routes.stream()
                                .filter(route ->
                                        route.parameters(request.path()).isPresent())
                                .flatMap(route -> route.methods().stream()),
                        Stream.of("OPTIONS"))
                .toList();
        return methods.size() == 1 ? routeNotFound() : Cors.options(request, methods);
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

    private static Reply routeNotFound() {
        return Reply.text(404, "route not found");
    }

    private static String notFound(AnchorId id) {
        return oneLine("no anchor with the id " + id.value());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
