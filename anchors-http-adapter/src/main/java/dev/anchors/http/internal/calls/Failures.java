package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.connections.Connections;
import dev.anchors.http.internal.connections.ServiceAddress.NoAddressException;
import dev.anchors.http.internal.connections.UnexpectedStatusException;
import dev.anchors.http.internal.json.MalformedBodyException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.TimedOutException;
import java.net.ConnectException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Which failure of the port a broken exchange is. */
final class Failures {

    /** Where newer services are, for a caller who knows the documented port only. */
    private static final String OTHER_PORTS = "; newer services listen on a port from 39300 to 39333 or on 5323, which"
            + " baseUrl(new ServiceLocator()) finds";

    private final Operation operation;
    private final Exchange exchange;
    private final Connections connections;

    Failures(Operation operation, Exchange exchange, Connections connections) {
        this.operation = operation;
        this.exchange = exchange;
        this.connections = connections;
    }

    /** Returns the failure of an exchange whose response has a body that is not what it should be. */
    AnchorRepositoryException malformedBody(MalformedBodyException why) {
        String what = why.what() + exchange.responseBody().declaration();
        return malformed(what, why.pointer(), why.getCause());
    }

    /** Returns the failure of an exchange whose response is not HTTP. */
    AnchorRepositoryException notHttp(@Nullable Exception cause) {
        if (cause != null && cause.getCause() instanceof UnexpectedStatusException unexpected) {
            return malformed(
                    "the response has status " + unexpected.status() + "; " + Troubleshooting.VERSIONS, "", cause);
        }
        return malformed("the response is not HTTP; " + Troubleshooting.PORTS, "", cause);
    }

    /** Returns the failure of an exchange that broke for no reason of the caller's. */
    AnchorRepositoryException connection(@Nullable Exception cause) {
        if (connections.isClosed()) {
            return connectionFailed("the repository was closed during the call", cause);
        }
        if (cause instanceof NoAddressException) {
            return connectionFailed("the supplier of the base URL failed", cause.getCause());
        }
        if (isUnexpected(cause)) {
            return malformed("the response cannot be read", "", cause);
        }
        if (exchange.wasConnected()) {
            return connectionFailed("the connection was lost to " + connections, cause);
        }
        if (cause instanceof SSLException) {
            return connectionFailed(
                    "the TLS handshake failed with " + connections + "; " + Troubleshooting.CERTIFICATES, cause);
        }
        boolean isRefused = cause instanceof ConnectException && connections.isAtDocumentedAddress();
        return connectionFailed(
                "there is no connection to " + connections + (isRefused ? OTHER_PORTS : "") + "; "
                        + Troubleshooting.PORTS,
                cause);
    }

    /**
     * Returns the failure of an exchange whose time was up.
     *
     * @param openStreams how many streams were neither read to their end nor closed
     */
    AnchorRepositoryException timedOut(Duration timeout, int openStreams, @Nullable Exception cause) {
        int leased = connections.leased();
        boolean waitsForPool =
                leased == 0 && !exchange.wasConnected(); // of a client from outside, which is not counted
        if (openStreams > 0 && (exchange.waitsForLease() || waitsForPool)) {
            return timedOut(
                    timeout,
                    inUse(Math.max(leased, openStreams)) + ", " + openStreams
                            + " of them by streams that were neither read to their end nor closed",
                    "close each stream that is not read to its end; " + Troubleshooting.TIMEOUTS,
                    cause);
        }
        return exchange.waitsForLease()
                ? timedOut(
                        timeout,
                        inUse(leased),
                        "allow more time or more connections; " + Troubleshooting.TIMEOUTS,
                        cause)
                : new TimedOutException(operation, exchange.effect(), timeout, cause);
    }

    private static String inUse(int connections) {
        return connections + (connections == 1 ? " connection is in use" : " connections are in use");
    }

    private TimedOutException timedOut(Duration timeout, String reason, String advice, @Nullable Exception cause) {
        return new TimedOutException(operation, exchange.effect(), timeout, reason, advice, cause);
    }

    /** Returns whether the response is to blame: reading it ended in what is neither a broken connection nor a closed one. */
    private boolean isUnexpected(@Nullable Exception cause) {
        return exchange.hasResponse()
                && cause instanceof RuntimeException
                && !(cause instanceof ConnectionShutdownException);
    }

    private MalformedResponseException malformed(String what, String pointer, @Nullable Throwable cause) {
        return new MalformedResponseException(operation, exchange.effect(), what, pointer, cause);
    }

    private ConnectionFailedException connectionFailed(String what, @Nullable Throwable cause) {
        return new ConnectionFailedException(operation, exchange.effect(), what, cause);
    }

    /** Returns whether what broke an exchange is a response that is not HTTP. */
    static boolean isNotHttp(@Nullable Exception cause) {
        boolean isBadChunk =
                cause instanceof MalformedChunkCodingException && !(cause instanceof TruncatedChunkException);
        return isBadChunk || cause instanceof ClientProtocolException || cause instanceof MessageConstraintException;
    }
}
