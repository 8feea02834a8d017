package dev.anchors.testkit.fake;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ServiceFailedException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Responds to requests as PiecesOS does according to the OpenAPI document, with the anchors of a repository. */
final class PiecesOsService {

    private static final System.Logger LOG = System.getLogger(FakePiecesOs.class.getName());

    private final ServedRoles roles;
    private final AnchorRepository repository;
    private final DisassociateRoutes disassociate;
    private final Runnable healthCheck;

    /**
     * Creates a service.
     *
     * @param roles without links, the only operations on links are those of {@code disassociate}
     * @param disassociate the operations that remove links from anchors to assets
     * @param healthCheck throws an exception if the service is not healthy
     */
    PiecesOsService(ServedRoles roles, DisassociateRoutes disassociate, Runnable healthCheck) {
        this.roles = roles;
        repository = roles.get(AnchorRepository.class);
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
        } catch (ServiceFailedException failure) { // its message names text(), a method that clients do not have
            return Reply.text(500, oneLine(failure.text().isBlank() ? message(failure) : failure.text()));
        } catch (RuntimeException failure) {
            return Reply.text(500, oneLine(message(failure)));
        }
    }

    private static String message(RuntimeException failure) {
        return Objects.requireNonNullElseGet(failure.getMessage(), failure::toString);
    }

    private Reply options(RecordedRequest request) {
        List<String> methods = methods(request);
        return methods.isEmpty() ? routeNotFound(request) : Cors.options(request, methods);
    }

    private Reply notServed(RecordedRequest request) {
        List<String> methods = methods(request);
        if (methods.isEmpty()) {
            return routeNotFound(request);
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
        return route.template(request.path())
                .filter(template -> isKnown(template.toString()) && roles.has(route.port(template)));
    }

    private boolean isKnown(String path) {
        return switch (path) {
            case LinkPaths.DISASSOCIATE_DOCUMENTED -> disassociate != DisassociateRoutes.CURRENT;
            case LinkPaths.DISASSOCIATE_CURRENT -> disassociate != DisassociateRoutes.DOCUMENTED;
            default -> true;
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
        roles.get(AnchorLinks.class).associate(request.anchor(), request.material());
        return Reply.empty(204);
    }

    private Reply disassociate(RoutedRequest request) {
        MaterialId material = request.material();
        if (material instanceof AssetId asset) {
            repository.disassociate(request.anchor(), asset);
        } else {
            roles.get(AnchorLinks.class).disassociate(request.anchor(), material);
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

    private Reply routeNotFound(RecordedRequest request) {
        request.route()
                .flatMap(route -> route.template(request.path()).map(route::port))
                .filter(port -> !roles.has(port))
                .ifPresent(port -> logMissing(port, request));
        return Reply.text(404, "route not found");
    }

    private void logMissing(Class<?> port, RecordedRequest request) {
        LOG.log(
                System.Logger.Level.INFO,
                "status 404 for {0} {1}, because {2}, which the fake serves, has no {3}: serve a FullAnchorRepository,"
                        + " or add this role in the builder of the fake",
                request.method(),
                request.target(),
                repository.getClass().getName(),
                port.getSimpleName());
    }

    private static String notFound(AnchorId id) {
        return oneLine("no anchor with the id " + id.value());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
