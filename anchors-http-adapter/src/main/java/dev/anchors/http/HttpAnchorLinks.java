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
import java.util.function.Function;

/** The links of an {@link HttpAnchorRepository}: a view that shares its calls. */
final class HttpAnchorLinks implements AnchorLinks {

    private final AnchorCalls calls;
    private final AssetRoute assetRoute;

    HttpAnchorLinks(AnchorCalls calls, AssetRoute assetRoute) {
        this.calls = calls;
        this.assetRoute = assetRoute;
    }

    @Override
    public void associate(AnchorId anchor, MaterialId material) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(material, "material");
        Request<Change> request =
                LinkEndpoints.of(material.kind()).associate().request(anchor.value(), material.value());
        calls.call(Operation.ASSOCIATE, anchor, call -> call.send(request));
    }

    @Override
    public void disassociate(AnchorId anchor, MaterialId material) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(material, "material");
        calls.call(
                Operation.DISASSOCIATE,
                anchor,
                material.kind() == MaterialKind.ASSET
                        ? assetRoute.disassociate(anchor, material)
                        : currentRoute(anchor, material));
    }

    private static Function<Call, Response<Change>> currentRoute(AnchorId anchor, MaterialId material) {
        Request<Change> request =
                LinkEndpoints.of(material.kind()).disassociate().request(anchor.value(), material.value());
        return call -> call.send(request);
    }
}
