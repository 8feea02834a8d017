package dev.anchors.testkit.fake;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The operations that a {@link FakePiecesOs} serves, as {@link FakePiecesOs#openApi()} describes them. */
public enum Route {
    /** Reports that the service is running. */
    HEALTH("GET", "/.well-known/health"),
    /** Returns all anchors. */
    SNAPSHOT("GET", "/anchors"),
    /** Creates an anchor. */
    CREATE("POST", "/anchors/create"),
    /** Deletes an anchor. */
    DELETE("POST", "/anchors/{anchor}/delete"),
    /** Returns one anchor. */
    FIND("GET", "/anchor/{anchor}"),
    /** Links an anchor and a material of any kind, by the path of the anchor or of the material. */
    ASSOCIATE("POST", LinkPaths.associate(), AnchorLinks.class),
    /** Removes the link between an anchor and a material of any kind, by the path of the anchor or of the material. */
    DISASSOCIATE("POST", LinkPaths.disassociate(), AnchorLinks.class);

    private final String method;

    @SuppressWarnings("ImmutableEnumChecker") // templates are immutable
    private final List<PathTemplate> templates;

    private final Class<?> port;

    Route(String method, String path) {
        this(method, List.of(path), AnchorRepository.class);
    }

    Route(String method, List<String> paths, Class<?> port) {
        this.method = method;
        templates = paths.stream().map(PathTemplate::new).toList();
        this.port = port;
    }

    /** Returns the method, for example {@code GET}. The routes of GET serve HEAD, too. */
    public String method() {
        return method;
    }

    /**
     * Returns an immutable list of the path templates, several for an operation on links. A name in braces is a parameter
     * that matches one segment.
     */
    public List<String> paths() {
        return templates.stream().map(PathTemplate::toString).toList();
    }

    /** Returns the port that has the operation at a path of this route: the repository, or one of its roles. */
    Class<?> port(PathTemplate template) {
        return LinkPaths.isOfRepository(template.toString()) ? AnchorRepository.class : port;
    }

    /**
     * Returns the route of a request. A HEAD request belongs to the route of the GET request.
     *
     * @param path without a query, not decoded
     */
    static Optional<Route> of(String method, String path) {
        return Arrays.stream(values())
                .filter(route -> route.methods().contains(method))
                .filter(route -> route.template(path).isPresent())
                .findFirst();
    }

    /** Returns the methods of the requests for this route: HEAD is served wherever GET is. */
    List<String> methods() {
        return method.equals("GET") ? List.of("GET", "HEAD") : List.of(method);
    }

    /**
     * Returns the template that a path matches; empty if the path is not of this route.
     *
     * @param path without a query, not decoded
     */
    Optional<PathTemplate> template(String path) {
        return templates.stream()
                .filter(template -> template.parameters(path).isPresent())
                .findFirst();
    }
}
