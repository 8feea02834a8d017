package dev.anchors.http;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.http.Endpoints.Change;
import dev.anchors.http.internal.calls.Call;
import dev.anchors.http.internal.calls.Request;
import dev.anchors.http.internal.calls.Response;
import java.util.function.Function;
import org.apache.hc.core5.http.HttpStatus;

/** Which of two routes of the service removes a link to an asset. Thread-safe. */
final class AssetRoute {

    private final ServiceGeneration generation;

    /** Whether the current route is tried first. Only a success proves a route: any service may fail in any way. */
    private volatile boolean isCurrentFirst;

    AssetRoute(ServiceGeneration generation) {
        this.generation = generation;
    }

    /**
     * Returns what sends the requests that remove a link to an asset, and returns the response that counts.
     *
     * @throws IllegalArgumentException if an id cannot be written as UTF-8
     */
    Function<Call, Response<Change>> disassociate(AnchorId anchor, MaterialId asset) {
        Request<Change> legacy = Endpoints.LEGACY_DISASSOCIATE.request(anchor.value(), asset.value());
        Request<Change> current =
                LinkEndpoints.of(MaterialKind.ASSET).disassociate().request(anchor.value(), asset.value());
        return switch (generation) {
            case LEGACY -> call -> call.send(legacy);
            case CURRENT -> call -> call.send(current);
            case AUTO_DETECT -> call -> detect(call, legacy, current);
        };
    }

    /** Tries the route that worked last, and where there is none, which changes nothing, the other one. */
    private Response<Change> detect(Call call, Request<Change> legacy, Request<Change> current) {
        boolean wasCurrentFirst = isCurrentFirst;
        Response<Change> first = call.send(wasCurrentFirst ? current : legacy);
        if (first.status() != HttpStatus.SC_NOT_FOUND) {
            return first;
        }
        Response<Change> second = call.send(wasCurrentFirst ? legacy : current);
        if (second.status() == HttpStatus.SC_NO_CONTENT) {
            isCurrentFirst = !wasCurrentFirst;
        }
        boolean hasNeither = second.status() == HttpStatus.SC_NOT_FOUND;
        return hasNeither && !wasCurrentFirst
                ? first
                : second; // of the legacy route, which no other release would have
    }
}
