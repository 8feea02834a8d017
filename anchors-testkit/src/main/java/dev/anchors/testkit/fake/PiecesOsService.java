package dev.anchors.testkit.fake;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What PiecesOS answers to a request, by the wire description, when its anchors are those of a repository. */
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

    /** Returns the answer; whatever goes wrong is an answer too. */
    Reply answer(RecordedRequest request, byte[] body) {
        try {
            return request.route()
                    .filter(routes::contains)
                    .map(route -> answer(route, Call.of(route, request, body)))
                    .orElseGet(() -> Reply.text(404, "route not found"));
        } catch (AnchorNotFoundException unknown) {
            return Reply.text(500, notFound(unknown.anchor()));
        } catch (RuntimeException failure) {
            return Reply.text(500, oneLine(failure.getMessage() == null ? failure.toString() : failure.getMessage()));
        }
    }

    private Reply answer(Route route, Call call) {
        return switch (route) {
            case HEALTH -> Reply.text(200, "ok:fake-piecesos");
            case SNAPSHOT -> json(AnchorJson.write(repository.snapshot(call.transferables())));
            case CREATE -> json(AnchorJson.write(repository.create(call.seed(), call.transferables())));
            case DELETE -> delete(call);
            case FIND -> find(call);
            case DISASSOCIATE_DOCUMENTED, DISASSOCIATE_CURRENT -> disassociate(call);
        };
    }

    private Reply delete(Call call) {
        repository.delete(call.anchor());
        return Reply.empty(204);
    }

    private Reply disassociate(Call call) {
        repository.disassociate(call.anchor(), call.asset());
        return Reply.empty(204);
    }

    /** The port finds with transferables only; the wire has a choice. */
    private Reply find(Call call) {
        AnchorId id = call.anchor();
        Optional<Anchor> found = call.transferables() == Transferables.INCLUDED
                ? repository.find(id)
                : repository.snapshot(Transferables.OMITTED).find(id);
        return found.map(anchor -> json(AnchorJson.write(anchor))).orElseGet(() -> Reply.text(410, notFound(id)));
    }

    private static Reply json(byte[] body) {
        return Reply.of(200, "application/json", body);
    }

    private static String notFound(AnchorId id) {
        return oneLine("no anchor with the id " + id.value());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
