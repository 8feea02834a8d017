package dev.anchors.http;

import dev.anchors.http.ServiceAddress.NoAddressException;
import dev.anchors.http.internal.json.MalformedBodyException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Which failure of the port an answer is, or a connection that broke. */
final class Failures {

    private Failures() {}

    /** Returns what an answer is whose status is not the one that was wanted. */
    static AnchorRepositoryException status(Operation operation, Exchange exchange, int wanted) {
        int status = exchange.status();
        if (status >= 400 && status < 500) {
            return new RequestRefusedException(
                    operation, status, exchange.body().text(), null);
        }
        if (status >= 500 && status < 600) {
            return new ServiceFailedException(
                    operation, exchange.effect(), status, exchange.body().text(), null);
        }
        String what = "the answer has status " + status + " and not " + wanted;
        return new MalformedResponseException(operation, exchange.effect(), what, "", null);
    }

    /** Returns what an answer is whose body is not what it should be. */
    static AnchorRepositoryException body(Operation operation, Exchange exchange, MalformedBodyException why) {
        String what = why.what() + exchange.body().declaration();
        return new MalformedResponseException(operation, exchange.effect(), what, why.pointer(), why.getCause());
    }

    /** Returns what an answer is that is no HTTP. */
    static AnchorRepositoryException noHttp(Operation operation, Exchange exchange, @Nullable Exception cause) {
        return new MalformedResponseException(operation, exchange.effect(), "the answer is not HTTP", "", cause);
    }

    /** Returns what an exchange is that broke for no reason of the caller's. */
    static AnchorRepositoryException connection(
            Operation operation, Exchange exchange, Transport transport, @Nullable Exception cause) {
        if (transport.isClosed()) {
            return unavailable(operation, exchange, "the repository was closed during the call", cause);
        }
        if (cause instanceof NoAddressException) {
            return unavailable(operation, exchange, "no base URL was supplied", cause.getCause());
        }
        String problem = exchange.wasConnected() ? "the connection was lost to " : "there is no connection to ";
        return unavailable(operation, exchange, problem + transport, cause);
    }

    private static ConnectionFailedException unavailable(
            Operation operation, Exchange exchange, String what, @Nullable Throwable cause) {
        return new ConnectionFailedException(operation, exchange.effect(), what, cause);
    }

    /** Whether what broke an exchange is an answer that is no HTTP. */
    static boolean isNoHttp(@Nullable Exception cause) {
        boolean isBadChunk =
                cause instanceof MalformedChunkCodingException && !(cause instanceof TruncatedChunkException);
        return isBadChunk || cause instanceof ClientProtocolException || cause instanceof MessageConstraintException;
    }
}
