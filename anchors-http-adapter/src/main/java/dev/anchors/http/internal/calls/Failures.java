package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.connections.Connections;
import dev.anchors.http.internal.connections.NoServiceException;
import dev.anchors.http.internal.connections.ServiceAddress.NoAddressException;
import dev.anchors.http.internal.connections.UnexpectedStatusException;
import dev.anchors.http.internal.json.MalformedBodyException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.TimedOutException;
import java.net.ConnectException;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Which failure of the port a response is, or a broken exchange of one call. */
final class Failures {

    /** Where newer services are, for a caller who knows the documented port only. */
    private static final String OTHER_PORTS = "; newer services listen on a port from 39300 to 39333 or on 5323, which"
            + " baseUrl(new ServiceLocator()) finds";

    /** In TLS 1.3 a service refuses the certificate of a client only when the client has connected. */
    private static final String REFUSED_CLIENT = " before its first response, as it is by a service that demands a"
            + " certificate of its clients; " + Troubleshooting.CERTIFICATES;

    private final Operation operation;
    private final Connections connections;
    private final Deadline deadline;
    private final AtomicInteger openStreams;

    /**
     * Describes the failures of one call.
     *
     * @param openStreams the number of streams that were neither read to their end nor closed
     */
    Failures(Operation operation, Connections connections, Deadline deadline, AtomicInteger openStreams) {
        this.operation = operation;
        this.connections = connections;
        this.deadline = deadline;
        this.openStreams = openStreams;
    }

    /**
     * Returns the failure of a call that a response ends.
     *
     * @param text the text of the response
     */
    AnchorRepositoryException ofResponse(Exchange exchange, Request<?> request, String text) {
        int status = exchange.status();
        if (status >= 400 && status < 500) {
            String reason = Reasons.ofRefusal(status, request.requirement(), url(exchange));
            return new RequestRefusedException(
                    operation, OptionalInt.of(status), text, exchange.retryAfter(), reason, null);
        }
        if (status >= 500 && status < 600) {
            String reason = Reasons.ofFailure(status, text);
            return new ServiceFailedException(
                    operation, exchange.effect(), OptionalInt.of(status), text, exchange.retryAfter(), reason, null);
        }
        return malformed(exchange, "the response has status " + status + " and not " + request.success(), "", null);
    }

    /**
     * Returns the failure of an exchange that broke: the response is to blame, or the call was to end, or else the
     * connection broke.
     */
    AnchorRepositoryException ofBreak(Exchange exchange, @Nullable Exception cause) {
        if (cause instanceof MalformedBodyException body) {
            return malformedBody(exchange, body);
        }
        if (cause instanceof UnacceptableBodyException body) {
            return malformed(exchange, body.what() + exchange.responseBody().declaration(), body.pointer(), null);
        }
        if (isNotHttp(cause)) {
            return notHttp(exchange, cause);
        }
        if (deadline.isCallerInterrupted()) {
            return new InterruptedCallException(operation, exchange.effect(), cause);
        }
        if (deadline.hasPassed(System.nanoTime())) {
            return timedOut(exchange, cause);
        }
        return connection(exchange, cause);
    }

    /**
     * Returns the failure of a call whose deadline passed before it could send a request.
     *
     * @param reason what it waited for
     */
    AnchorRepositoryException ofWait(String reason) {
        return new TimedOutException(operation, Effect.NONE, deadline.timeout(), reason, "allow more time", null);
    }

    /** Returns the failure of a call that was interrupted before it could send a request. */
    AnchorRepositoryException ofInterruptedWait(InterruptedException cause) {
        return new InterruptedCallException(operation, Effect.NONE, cause);
    }

    private AnchorRepositoryException malformedBody(Exchange exchange, MalformedBodyException body) {
        String reason = body.isOfAnotherKind() ? Reasons.ofAnotherProgram(url(exchange)) + ": " : "";
        String what = reason + body.what() + exchange.responseBody().declaration();
        return malformed(exchange, what, body.pointer(), body.getCause());
    }

    /** A locator says what it tried; the message of another supplier may be private. */
    private AnchorRepositoryException noAddress(Exchange exchange, Throwable cause) {
        String reason = cause.getCause() instanceof NoServiceException none ? ": " + none.getMessage() : "";
        return connectionFailed(exchange, "the supplier of the base URL failed" + reason, cause);
    }

    private String url(Exchange exchange) {
        return connections + exchange.path();
    }

    private AnchorRepositoryException notHttp(Exchange exchange, @Nullable Exception cause) {
        if (cause != null && cause.getCause() instanceof UnexpectedStatusException unexpected) {
            String what = "the response has status " + unexpected.status() + "; " + Troubleshooting.VERSIONS;
            return malformed(exchange, what, "", cause);
        }
        return malformed(exchange, "the response is not HTTP; " + Troubleshooting.PORTS, "", cause);
    }

    private AnchorRepositoryException connection(Exchange exchange, @Nullable Exception cause) {
        if (connections.isClosed()) {
            return connectionFailed(exchange, "the repository was closed during the call", cause);
        }
        if (cause instanceof NoAddressException) {
            return noAddress(exchange, Objects.requireNonNull(cause.getCause()));
        }
        if (isUnexpected(exchange, cause)) {
            return malformed(exchange, "the response cannot be read", "", cause);
        }
        if (exchange.wasConnected()) {
            String what = "the connection was lost to " + connections;
            return connectionFailed(exchange, isWithoutAnyResponse(exchange) ? what + REFUSED_CLIENT : what, cause);
        }
        if (cause instanceof SSLException) {
            String what = "the TLS handshake failed with " + connections + "; " + Troubleshooting.CERTIFICATES;
            return connectionFailed(exchange, what, cause);
        }
        boolean isRefused = cause instanceof ConnectException && connections.isAtDocumentedAddress();
        String what = "there is no connection to " + connections + (isRefused ? OTHER_PORTS : "") + "; "
                + Troubleshooting.PORTS;
        return connectionFailed(exchange, what, cause);
    }

    private boolean isWithoutAnyResponse(Exchange exchange) {
        return connections.isHttps() && !exchange.hasResponse() && !exchange.wasReused();
    }

    private AnchorRepositoryException timedOut(Exchange exchange, @Nullable Exception cause) {
        int leased = connections.leased();
        int streams = openStreams.get();
        boolean waitsForPool =
                leased == 0 && !exchange.wasConnected(); // of a client from outside, which is not counted
        if (streams > 0 && (exchange.waitsForConnection() || waitsForPool)) {
            String reason = inUse(Math.max(leased, streams)) + ", " + streams
                    + " of them by streams that were neither read to their end nor closed";
            return timedOut(exchange, reason, "close each stream that is not read to its end", cause);
        }
        return exchange.waitsForConnection()
                ? timedOut(exchange, inUse(leased), "allow more time or more connections", cause)
                : new TimedOutException(operation, exchange.effect(), deadline.timeout(), cause);
    }

    private TimedOutException timedOut(Exchange exchange, String reason, String advice, @Nullable Exception cause) {
        return new TimedOutException(
                operation,
                exchange.effect(),
                deadline.timeout(),
                reason,
                advice + "; " + Troubleshooting.TIMEOUTS,
                cause);
    }

    private MalformedResponseException malformed(
            Exchange exchange, String what, String pointer, @Nullable Throwable cause) {
        return new MalformedResponseException(operation, exchange.effect(), what, pointer, cause);
    }

    private ConnectionFailedException connectionFailed(Exchange exchange, String what, @Nullable Throwable cause) {
        return new ConnectionFailedException(operation, exchange.effect(), what, cause);
    }

    private static String inUse(int connections) {
        return connections + (connections == 1 ? " connection is in use" : " connections are in use");
    }

    /** Returns whether the response is to blame: reading it ended in what is neither a broken connection nor a closed one. */
    private static boolean isUnexpected(Exchange exchange, @Nullable Exception cause) {
        return exchange.hasResponse()
                && cause instanceof RuntimeException
                && !(cause instanceof ConnectionShutdownException);
    }

    /** Returns whether what broke an exchange is a response that is not HTTP. */
    private static boolean isNotHttp(@Nullable Exception cause) {
        boolean isBadChunk =
                cause instanceof MalformedChunkCodingException && !(cause instanceof TruncatedChunkException);
        return isBadChunk || cause instanceof ClientProtocolException || cause instanceof MessageConstraintException;
    }
}
