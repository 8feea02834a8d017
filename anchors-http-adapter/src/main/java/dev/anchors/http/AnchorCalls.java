package dev.anchors.http;

import dev.anchors.domain.AnchorId;
import dev.anchors.http.Endpoints.Change;
import dev.anchors.http.internal.calls.Call;
import dev.anchors.http.internal.calls.Calls;
import dev.anchors.http.internal.calls.Response;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Operation;
import java.util.function.Function;

/** Makes the calls that change an existing anchor, and finds out whether a failed one means that there is no such anchor. */
final class AnchorCalls {

    private final Calls calls;

    AnchorCalls(Calls calls) {
        this.calls = calls;
    }

    /**
     * Makes one call.
     *
     * @param send sends the request or requests, and returns the response that counts
     * @throws AnchorRepositoryException if the change was not made, or may not have been made
     * @throws IllegalStateException if the repository is closed
     */
    void call(Operation operation, AnchorId anchor, Function<Call, Response<Change>> send) {
        calls.call(operation, call -> {
            Response<Change> response = send.apply(call);
            return switch (response.value()) {
                case DONE -> Change.DONE;
                case NO_SUCH_ANCHOR -> throw notFound(anchor, response.failure());
                case NOT_FOUND, LEFT_OPEN -> throw explained(call, anchor, response.failure());
            };
        });
    }

    /** Returns the failure, or a plainer one if the service says that it has no such anchor. */
    private static AnchorRepositoryException explained(Call call, AnchorId anchor, AnchorRepositoryException failure) {
        try {
            Response<Boolean> exists = call.lookUp(Endpoints.EXISTS.request(anchor.value()));
            if (!exists.value()) {
                return notFound(anchor, failure);
            }
        } catch (AnchorRepositoryException unanswered) {
            failure.addSuppressed(unanswered);
        }
        return failure;
    }

    private static AnchorNotFoundException notFound(AnchorId anchor, AnchorRepositoryException failure) {
        return new AnchorNotFoundException(failure.operation(), failure.effect(), anchor, failure);
    }
}
