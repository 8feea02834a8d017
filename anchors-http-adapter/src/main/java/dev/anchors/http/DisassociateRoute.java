package dev.anchors.http;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import org.apache.hc.core5.http.HttpStatus;

/** The route by which a service takes links to assets away; it finds out once where it is not told. */
final class DisassociateRoute {

    /** Calls that find out at the same time find the same, so none has to wait for another. */
    private volatile ServiceGeneration generation;

    DisassociateRoute(ServiceGeneration generation) {
        this.generation = generation;
    }

    void post(Call call, AnchorId anchor, AssetId asset) {
        ServiceGeneration known = generation;
        if (known == ServiceGeneration.AUTO_DETECT) {
            findOut(call, anchor, asset);
        } else {
            call.post(route(known, anchor, asset));
        }
    }

    private void findOut(Call call, AnchorId anchor, AssetId asset) {
        try {
            attempt(ServiceGeneration.DOCUMENTED, call, anchor, asset);
        } catch (RequestRefusedException refused) {
            if (refused.status() != HttpStatus.SC_NOT_FOUND) {
                throw refused;
            }
            attempt(ServiceGeneration.CURRENT, call, anchor, asset); // a 404 changed nothing
        }
    }

    /** Remembers the route if the service knows it, as any answer but 404 tells. */
    private void attempt(ServiceGeneration candidate, Call call, AnchorId anchor, AssetId asset) {
        try {
            call.post(route(candidate, anchor, asset));
            generation = candidate;
        } catch (ServiceFailedException failed) {
            generation = candidate;
            throw failed;
        } catch (RequestRefusedException refused) {
            if (refused.status() != HttpStatus.SC_NOT_FOUND) {
                generation = candidate;
            }
            throw refused;
        }
    }

    private static String route(ServiceGeneration known, AnchorId anchor, AssetId asset) {
        return known == ServiceGeneration.CURRENT
                ? Routes.currentDisassociate(anchor, asset)
                : Routes.documentedDisassociate(anchor, asset);
    }
}
