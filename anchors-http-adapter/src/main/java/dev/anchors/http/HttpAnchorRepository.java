package dev.anchors.http;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RejectedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.Transferables;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * A repository that asks a running PiecesOS over HTTP.
 *
 * <pre>{@code
 * try (AnchorRepository anchors = HttpAnchorRepository.builder().build()) {
 *     Anchor notes = anchors.create(SeededAnchor.directory("/home/ada/notes"));
 * }
 * }</pre>
 *
 * <p>Any number of threads may share one repository, and one for a program is best: it keeps connections open. One
 * deadline bounds the whole of a call: waiting for a connection, connecting, sending, the last byte of the answer, and
 * the look-up after a failure; {@link #stream} says what it means for a stream. Only the look-up of a host name, where the JDK does it, cannot be cut short. An interrupt
 * ends a blocked call, too.
 *
 * <p>How answers become failures:
 *
 * <table>
 * <caption>Answers and failures</caption>
 * <tr><th>what happens<th>failure<th>effect of create, delete and disassociate
 * <tr><td>nobody listens, the name is unknown<td>{@link dev.anchors.ports.UnavailableException}<td>none
 * <tr><td>the connection is lost<td>{@link dev.anchors.ports.UnavailableException}<td>unknown once the request may have
 *     left
 * <tr><td>the deadline passes<td>{@link dev.anchors.ports.TimedOutException}<td>unknown once the request may have left
 * <tr><td>the thread is interrupted<td>{@link dev.anchors.ports.InterruptedCallException}<td>unknown once the request
 *     may have left
 * <tr><td>400 to 499<td>{@link RejectedException}<td>none
 * <tr><td>500 to 599<td>{@link ServiceFailedException}<td>unknown
 * <tr><td>another status than the documented one, redirects too<td>{@link dev.anchors.ports.ProtocolException}<td>unknown
 * <tr><td>a body that is compressed, too large, no JSON, or not of the documented shape
 *     <td>{@link dev.anchors.ports.ProtocolException}<td>unknown
 * </table>
 *
 * <p>The effect of a call that reads is always none. After a failed delete or disassociate (500, 404 or 410) the anchor
 * is looked up, since the documented failure of every kind is 500: when the service answers 410, as it does for an
 * anchor it does not have, the failure is an {@link AnchorNotFoundException}. A failure is never guessed from its text.
 *
 * <p>A request that changes something is sent once at most. One that reads is sent a second time when the connection it
 * went by turns out to have been closed by the service while it was idle. Redirects are not followed.
 */
public final class HttpAnchorRepository implements AnchorRepository {

    private final Routes routes;
    private final DisassociateRoute disassociateRoute;
    private final ServiceClient service;

    private HttpAnchorRepository(Builder builder, Transport transport) {
        routes = new Routes(builder.baseUrl);
        disassociateRoute = new DisassociateRoute(routes, builder.generation);
        service =
                new ServiceClient(transport, builder.callTimeout, builder.maxResponseBytes, builder.headers.toArray());
    }

    /** Starts a repository. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(transferables, "transferables");
        try (Call call = service.begin(Operation.CREATE)) {
            return call.post(routes.create(transferables), SeedWriter.write(seed), AnchorReader::read);
        }
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        try (Call call = service.begin(Operation.SNAPSHOT)) {
            return call.get(routes.snapshot(transferables), AnchorsReader::read);
        }
    }

    /**
     * Returns all anchors, each read from the connection when the walk comes to it: the stream holds one at a time,
     * however many there are.
     *
     * <p>The first anchor is read by this call, so an answer that is none fails here. The call timeout bounds that, and
     * then the wait for each further anchor; the time that the consumer takes in between does not count, nor is there a
     * limit for the walk as a whole. The thread that walks may be another one; an interrupt of it ends the walk, too.
     *
     * <p>The stream holds a connection. It gives it back at the end of the answer; closed before, it closes the
     * connection, at once and from any thread. One that is neither closed nor walked to its end keeps the connection
     * until the repository is closed, which is also the end of a walk under way, as of any call.
     *
     * <p>No two anchors of a snapshot have the same id; a stream, which does not remember, leaves that unchecked.
     *
     * @throws IllegalStateException if the repository is closed; by the walk, if the stream is closed or has failed
     */
    @Override
    public Stream<Anchor> stream(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return AnchorWalk.begin(service, routes.snapshot(transferables));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        try (Call call = service.begin(Operation.FIND)) {
            return Optional.of(call.get(routes.anchor(anchor, Transferables.INCLUDED), AnchorReader::read));
        } catch (RejectedException refused) {
            if (refused.status() == HttpStatus.SC_GONE) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public void delete(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        change(Operation.DELETE, anchor, call -> call.post(routes.delete(anchor)));
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(asset, "asset");
        change(Operation.DISASSOCIATE, anchor, call -> disassociateRoute.post(call, anchor, asset));
    }

    /** Ends calls under way, which fail, and waits for none. A client that was given from outside stays open. */
    @Override
    public void close() {
        service.close();
    }

    /** Shows the address of the service. */
    @Override
    public String toString() {
        return "HttpAnchorRepository[" + routes + "]";
    }

    private void change(Operation operation, AnchorId anchor, Consumer<Call> request) {
        try (Call call = service.begin(operation)) {
            try {
                request.accept(call);
            } catch (RejectedException refused) {
                boolean ofUnknown =
                        refused.status() == HttpStatus.SC_NOT_FOUND || refused.status() == HttpStatus.SC_GONE;
                throw ofUnknown ? explained(refused, call, anchor) : refused;
            } catch (ServiceFailedException failed) {
                boolean documented = failed.status() == HttpStatus.SC_INTERNAL_SERVER_ERROR;
                throw documented ? explained(failed, call, anchor) : failed;
            }
        }
    }

    /** Returns the failure, or a plainer one if the service says that it has no such anchor. */
    private AnchorRepositoryException explained(AnchorRepositoryException failure, Call call, AnchorId anchor) {
        try {
            call.get(routes.anchor(anchor, Transferables.OMITTED), Decoder.NONE);
        } catch (RejectedException refused) {
            if (refused.status() == HttpStatus.SC_GONE) {
                return new AnchorNotFoundException(failure.operation(), anchor, failure);
            }
            failure.addSuppressed(refused);
        } catch (AnchorRepositoryException unanswered) {
            failure.addSuppressed(unanswered);
        }
        return failure;
    }

    /**
     * Gathers what a repository starts with. It is the configuration, may build any number of repositories and is not
     * thread-safe.
     */
    public static final class Builder {

        private static final int HIGHEST_PORT = 65_535;
        private static final Duration LONGEST_CALL = Duration.ofDays(36_525);

        private final RequestHeaders headers = new RequestHeaders();
        private URI baseUrl = URI.create("http://localhost:1000");
        private Duration callTimeout = Duration.ofSeconds(30);
        private ServiceGeneration generation = ServiceGeneration.DETECTED;
        private long maxResponseBytes = 1L << 30;
        private @Nullable CloseableHttpClient client;

        private Builder() {}

        /**
         * Sets the address of the service; {@code http://localhost:1000} without it, as documented.
         *
         * @throws IllegalArgumentException see {@link #baseUrl(URI)}
         */
        public Builder baseUrl(String url) {
            return baseUrl(URI.create(Objects.requireNonNull(url, "baseUrl")));
        }

        /**
         * Sets the address of the service. It may have a path, below which the operations are; a slash at its end does
         * not matter.
         *
         * @throws IllegalArgumentException if it is not absolute, not http or https, without a host, or with user
         *     information, a query or a fragment
         */
        public Builder baseUrl(URI url) {
            Objects.requireNonNull(url, "baseUrl");
            if (!isServiceAddress(url)) {
                throw new IllegalArgumentException("the base URL must be http or https with a host, and without user"
                        + " information, query and fragment, but was \"" + url + "\"");
            }
            baseUrl = url;
            return this;
        }

        /**
         * Sets how long a call may take, all in all, and a stream be waited for at each anchor; 30 seconds without it. What is longer than a century is taken as a
         * century.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder callTimeout(Duration timeout) {
            Objects.requireNonNull(timeout, "callTimeout");
            if (timeout.isZero() || timeout.isNegative()) {
                throw new IllegalArgumentException("the call timeout must be positive, but was " + timeout);
            }
            callTimeout = timeout.compareTo(LONGEST_CALL) > 0 ? LONGEST_CALL : timeout;
            return this;
        }

        /**
         * Sets a header that every request is to carry, in the place of one of the same name. Services from 4.1.0 on
         * read {@code X-Application-ID}, the id of the calling application.
         *
         * @throws IllegalArgumentException if there can be no such header, or if it follows from the request
         */
        public Builder header(String name, String value) {
            headers.set(name, value);
            return this;
        }

        /** Sets by which route links to assets are taken away; {@link ServiceGeneration#DETECTED} without it. */
        public Builder generation(ServiceGeneration known) {
            generation = Objects.requireNonNull(known, "generation");
            return this;
        }

        /**
         * Sets how many bytes the body of an answer may have, so that a service gone mad does not fill the memory; 1 GiB
         * without it.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxResponseBytes(long bytes) {
            if (bytes <= 0) {
                throw new IllegalArgumentException("the limit of a response must be positive, but was " + bytes);
            }
            maxResponseBytes = bytes;
            return this;
        }

        /** Sets a client that is to send the requests and is never closed. */
        Builder client(CloseableHttpClient shared) {
            client = Objects.requireNonNull(shared, "client");
            return this;
        }

        /** Returns the repository. Nothing is sent yet. */
        public HttpAnchorRepository build() {
            HttpHost host = HttpHost.create(baseUrl);
            return new HttpAnchorRepository(
                    this, client == null ? Transport.own(host, callTimeout) : Transport.shared(host, client));
        }

        private static boolean isServiceAddress(URI url) {
            return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                    && url.getHost() != null
                    && url.getPort() != 0
                    && url.getPort() <= HIGHEST_PORT
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
        }
    }
}
