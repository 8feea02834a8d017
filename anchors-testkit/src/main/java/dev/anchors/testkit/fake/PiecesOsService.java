package dev.anchors.testkit.fake;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Responds to requests as PiecesOS does according to the OpenAPI document, with the anchors of a repository. */
final class PiecesOsService {

    private final AnchorRepository repository;
    private final Optional<AnchorLinks> links;
    private final DisassociateRoutes disassociate;
    private final Runnable healthCheck;

    /**
     * Creates a service.
     *
     * @param links empty for a service whose only operations on links are those of {@code disassociate}
     * @param disassociate the operations that remove links from anchors to assets
     * @param healthCheck throws an exception if the service is not healthy
     */
    PiecesOsService(
            AnchorRepository repository,
            Optional<AnchorLinks> links,
            DisassociateRoutes disassociate,
            Runnable healthCheck) {
        this.repository = repository;
        this.links = links;
        this.disassociate = disassociate;
        this.healthCheck = healthCheck;
    }

    /** Returns the response. Failures of the repository become responses, too. */
    Reply respond(RecordedRequest request) {
        try {
            if (request.method().equals("OPTIONS")) {
                return options(request);
            }
            return request.route()
                    .flatMap(route -> served(route, request).map(template -> respond(route, template, request)))
                    .orElseGet(() -> notServed(request));
        } catch (AnchorNotFoundException unknown) {
            return Reply.text(500, notFound(unknown.anchor()));
        } catch (RuntimeException failure) {
            return Reply.text(500, oneLine(failure.getMessage() == null ? failure.toString() : failure.getMessage()));
        }
    }

    private Reply options(RecordedRequest request) {
        List<String> methods = methods(request);
        return methods.isEmpty() ? routeNotFound() : Cors.options(request, methods);
    }

    private Reply notServed(RecordedRequest request) {
        List<String> methods = methods(request);
        if (methods.isEmpty()) {
            return routeNotFound();
        }
        String allowed = String.join(", ", methods);
        return Reply.text(405, "this path allows only the methods " + allowed).withHeader("Allow", allowed);
    }

    /** Returns the methods that this service has at the path of a request, with OPTIONS; none for an unknown path. */
    private List<String> methods(RecordedRequest request) {
        List<String> methods = Arrays.stream(Route.values())
                .filter(route -> served(route, request).isPresent())
                .flatMap(route -> route.methods().stream())
                .toList();
        return methods.isEmpty()
                ? methods
                : Stream.concat(methods.stream(), Stream.of("OPTIONS")).toList();
    }

    /** Returns the template that the path of a request matches, if this service has the operation at that path. */
    private Optional<PathTemplate> served(Route route, RecordedRequest request) {
        return route.template(request.path()).filter(template -> isServed(route, template.toString()));
    }

    private boolean isServed(Route route, String path) {
        return switch (path) {
            case LinkPaths.DISASSOCIATE_DOCUMENTED -> disassociate != DisassociateRoutes.CURRENT;
            case LinkPaths.DISASSOCIATE_CURRENT -> disassociate != DisassociateRoutes.DOCUMENTED;
            default -> links.isPresent() || (route != Route.ASSOCIATE && route != Route.DISASSOCIATE);
        };
    }

    private Reply respond(Route route, PathTemplate template, RecordedRequest recorded) {
        RoutedRequest request = new RoutedRequest(template, recorded);
        return switch (route) {
            case HEALTH -> health();
            case SNAPSHOT -> Reply.json(repository.snapshot(request.transferables()));
            case CREATE -> Reply.json(repository.create(request.seed(), request.transferables()));
            case DELETE -> delete(request);
            case FIND -> find(request);
            case ASSOCIATE -> associate(request);
            case DISASSOCIATE -> disassociate(request);
        };
    }

    private Reply health() {
        healthCheck.run();
        return Reply.text(200, "ok:fake-piecesos");
    }

    private Reply delete(RoutedRequest request) {
        repository.delete(request.anchor());
        return Reply.empty(204);
    }

    private Reply associate(RoutedRequest request) {
        links.orElseThrow().associate(request.anchor(), request.material());
        return Reply.empty(204);
    }

    private Reply disassociate(RoutedRequest request) {
        MaterialId material = request.material();
        if (material instanceof AssetId asset) {
            repository.disassociate(request.anchor(), asset);
        } else {
            links.orElseThrow().disassociate(request.anchor(), material);
        }
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
