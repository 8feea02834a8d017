package dev.anchors.testkit;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What PiecesOS answers to a request, by the wire description, when its anchors are those of a repository. */
final class PiecesOsService {

    private final AnchorRepository repository;
    private final List<Route> routes;

    PiecesOsService(AnchorRepository repository, DisassociateRoutes disassociate) {
        this.repository = repository;
        routes = routes(disassociate);
    }

    private List<Route> routes(DisassociateRoutes disassociate) {
        List<Route> known = new ArrayList<>();
        known.add(new Route("GET", "/.well-known/health", call -> Reply.text(200, "ok:fake-piecesos")));
        known.add(new Route("GET", "/anchors", this::snapshot));
        known.add(new Route("POST", "/anchors/create", this::create));
        known.add(new Route("POST", "/anchors/{anchor}/delete", this::delete));
        known.add(new Route("GET", "/anchor/{anchor}", this::find));
        if (disassociate != DisassociateRoutes.CURRENT) {
            known.add(new Route("POST", "/anchors/{anchor}/assets/delete/{asset}", this::disassociate));
        }
        if (disassociate != DisassociateRoutes.DOCUMENTED) {
            known.add(new Route("POST", "/anchor/{anchor}/assets/disassociate/{asset}", this::disassociate));
        }
        return List.copyOf(known);
    }

    /** Returns the answer; whatever goes wrong is an answer too. */
    Reply answer(RecordedRequest request, byte[] body) {
        try {
            for (Route route : routes) {
                Optional<Reply> answer = route.answer(request, body);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return Reply.text(404, "route not found");
        } catch (AnchorNotFoundException unknown) {
            return Reply.text(500, notFound(unknown.anchor()));
        } catch (RuntimeException failure) {
            return Reply.text(500, oneLine(failure.getMessage() == null ? failure.toString() : failure.getMessage()));
        }
    }

    private Reply snapshot(Call call) {
        return json(AnchorJson.write(repository.snapshot(call.transferables())));
    }

    private Reply create(Call call) {
        return json(AnchorJson.write(repository.create(call.seed(), call.transferables())));
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
