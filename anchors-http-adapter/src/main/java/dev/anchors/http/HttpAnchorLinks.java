package dev.anchors.http;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.http.Endpoints.Change;
import dev.anchors.http.internal.calls.Call;
import dev.anchors.http.internal.calls.Request;
import dev.anchors.http.internal.calls.Response;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.Operation;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.HttpStatus;

/** The links of an {@link HttpAnchorRepository}: a view that shares its calls. */
final class HttpAnchorLinks implements AnchorLinks {

    private final Changes changes;

    /** Which of two routes removes a link to an asset; calls that detect the route at the same time detect the same. */
    private final AtomicReference<ServiceGeneration> generation;

    HttpAnchorLinks(Changes changes, AtomicReference<ServiceGeneration> generation) {
        this.changes = changes;
        this.generation = generation;
    }

    @Override
    public void associate(AnchorId anchor, MaterialId material) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(material, "material");
        Request<Change> request =
                LinkEndpoints.of(material.kind()).associate().request(anchor.value(), material.value());
        changes.change(Operation.ASSOCIATE, anchor, call -> call.send(request));
    }

    @Override
    public void disassociate(AnchorId anchor, MaterialId material) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(material, "material");
        switch (material.kind() == MaterialKind.ASSET ? generation.get() : ServiceGeneration.CURRENT) {
            case DOCUMENTED -> disassociate(anchor, documented(anchor, material));
            case CURRENT -> disassociate(anchor, current(anchor, material));
            case AUTO_DETECT -> {
                Request<Change> documented = documented(anchor, material);
                Request<Change> current = current(anchor, material);
                changes.change(Operation.DISASSOCIATE, anchor, call -> detect(call, documented, current));
            }
        }
    }

    private void disassociate(AnchorId anchor, Request<Change> request) {
        changes.change(Operation.DISASSOCIATE, anchor, call -> call.send(request));
    }

    private static Request<Change> documented(AnchorId anchor, MaterialId material) {
        return Endpoints.DOCUMENTED_DISASSOCIATE.request(anchor.value(), material.value());
    }

    private static Request<Change> current(AnchorId anchor, MaterialId material) {
        return LinkEndpoints.of(material.kind()).disassociate().request(anchor.value(), material.value());
    }

    /** Tries the documented route, and where there is none, which changes nothing, the current one. */
    private Response<Change> detect(Call call, Request<Change> documented, Request<Change> current) {
        Response<Change> first = call.send(documented);
        if (first.status() != HttpStatus.SC_NOT_FOUND) {
            generation.set(ServiceGeneration.DOCUMENTED);
            return first;
        }
        Response<Change> second = call.send(current);
        if (second.status() != HttpStatus.SC_NOT_FOUND) {
            generation.set(ServiceGeneration.CURRENT);
            return second;
        }
        return first; // every release has one of the routes, so that no release is the advice
    }
}
