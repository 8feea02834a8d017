package dev.anchors.http;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.http.internal.json.AnchorReader;
import dev.anchors.http.internal.json.AnchorsReader;
import dev.anchors.http.internal.json.SeedWriter;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.Transferables;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
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
 * the look-up after a failure; {@link #stream} says what it means for a stream. An interrupt ends a blocked call, too.
 * What neither can cut short is the look-up of a host name, which the JDK does, and a supplier of the base URL.
 *
 * <p>How answers become failures:
 *
 * <table>
 * <caption>Answers and failures</caption>
 * <tr><th>what happens<th>failure<th>effect of create, delete and disassociate
 * <tr><td>nobody listens, the name is unknown, no base URL is supplied<td>{@link dev.anchors.ports.ConnectionFailedException}<td>none
 * <tr><td>the connection is lost<td>{@link dev.anchors.ports.ConnectionFailedException}<td>unknown once the request may have
 *     left
 * <tr><td>the deadline passes<td>{@link dev.anchors.ports.TimedOutException}<td>unknown once the request may have left
 * <tr><td>the thread is interrupted<td>{@link dev.anchors.ports.InterruptedCallException}<td>unknown once the request
 *     may have left
 * <tr><td>400 to 499<td>{@link RequestRefusedException}<td>none
 * <tr><td>500 to 599<td>{@link ServiceFailedException}<td>unknown
 * <tr><td>another status than the documented one, redirects too<td>{@link dev.anchors.ports.MalformedResponseException}<td>unknown
 * <tr><td>a body that is compressed, too large, no JSON, or not of the documented shape
 *     <td>{@link dev.anchors.ports.MalformedResponseException}<td>unknown
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

    private final DisassociateRoute disassociateRoute;
    private final ServiceClient service;

    private HttpAnchorRepository(ServiceClient service, DisassociateRoute disassociateRoute) {
        this.service = service;
        this.disassociateRoute = disassociateRoute;
    }

    /** Starts a repository. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a repository whose calls, and waits of a stream, may take so long: {@link Builder#callTimeout} for some
     * calls, be it one. All else is shared with this one: connections, what was found out about the service, and the life,
     * so that closing either closes both.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public HttpAnchorRepository withCallTimeout(Duration timeout) {
        return new HttpAnchorRepository(service.withCallTimeout(ServiceClient.checked(timeout)), disassociateRoute);
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(transferables, "transferables");
        return service.call(
                Operation.CREATE,
                call -> call.post(Routes.create(transferables), SeedWriter.write(seed), AnchorReader::read));
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return service.call(Operation.SNAPSHOT, call -> call.get(Routes.snapshot(transferables), AnchorsReader::read));
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
        return AnchorWalk.begin(service, Routes.snapshot(transferables));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        return service.call(Operation.FIND, call -> {
            try {
                return Optional.of(call.get(Routes.anchor(anchor, Transferables.INCLUDED), AnchorReader::read));
            } catch (RequestRefusedException refused) {
                if (refused.status() == HttpStatus.SC_GONE) {
                    return Optional.empty();
                }
                throw refused;
            }
        });
    }

    @Override
    public void delete(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        change(Operation.DELETE, anchor, call -> call.post(Routes.delete(anchor)));
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
        return "HttpAnchorRepository[" + service.transport() + "]";
    }

    /** How many calls and streams hold a connection now. */
    int leasedConnections() {
        return service.transport().leased();
    }

    private void change(Operation operation, AnchorId anchor, Consumer<Call> request) {
        service.call(operation, call -> {
            try {
                request.accept(call);
                return true;
            } catch (RequestRefusedException refused) {
                boolean ofUnknown =
                        refused.status() == HttpStatus.SC_NOT_FOUND || refused.status() == HttpStatus.SC_GONE;
                throw ofUnknown ? explained(refused, call, anchor) : refused;
            } catch (ServiceFailedException failed) {
                boolean documented = failed.status() == HttpStatus.SC_INTERNAL_SERVER_ERROR;
                throw documented ? explained(failed, call, anchor) : failed;
            }
        });
    }

    /** Returns the failure, or a plainer one if the service says that it has no such anchor. */
    private static AnchorRepositoryException explained(AnchorRepositoryException failure, Call call, AnchorId anchor) {
        try {
            call.lookUp(Routes.anchor(anchor, Transferables.OMITTED));
        } catch (RequestRefusedException refused) {
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

        private static final BaseUrl DOCUMENTED = BaseUrl.of(URI.create("http://localhost:1000"));

        private final RequestHeaders headers = new RequestHeaders();
        private Supplier<ServiceAddress> address = () -> ServiceAddress.fixed(DOCUMENTED);
        private Duration callTimeout = Duration.ofSeconds(30);
        private ServiceGeneration generation = ServiceGeneration.AUTO_DETECT;
        private long maxResponseBytes = 1L << 30;
        private @Nullable CallListener listener;
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
            BaseUrl checked = BaseUrl.of(Objects.requireNonNull(url, "baseUrl"));
            address = () -> ServiceAddress.fixed(checked);
            return this;
        }

        /**
         * Has the address supplied, for a service that chooses a port when it starts; {@link ServiceLocator} finds one.
         * The supplier is asked whenever a connection has to be opened: for the first request, for one that finds all
         * open connections in use, and for one that finds them closed. A service that moved is so found by the next
         * call, save that a change on a connection whose end was not noticed in time fails first, as it always does.
         *
         * <p>The supplier is asked by the thread that calls, maybe by several at once. What it throws, or gives that
         * {@link #baseUrl(URI)} would refuse, is the cause of an {@link dev.anchors.ports.ConnectionFailedException} without
         * effect. Its time counts but cannot be cut short: deadline, interrupt and close end the call when it returns.
         *
         * <p>A client that Dagger was given does not show its connections: with it the supplier is asked for the first
         * request, and for the next one after a request that got no answer.
         */
        public Builder baseUrl(Supplier<URI> supplier) {
            Objects.requireNonNull(supplier, "baseUrl");
            address = () -> ServiceAddress.suppliedBy(supplier);
            return this;
        }

        /**
         * Sets how long a call may take, all in all, and a stream be waited for at each anchor; 30 seconds without it.
         * What is longer than a century is taken as a century.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder callTimeout(Duration timeout) {
            callTimeout = ServiceClient.checked(timeout);
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

        /** Sets by which route links to assets are taken away; {@link ServiceGeneration#AUTO_DETECT} without it. */
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

        /** Sets who is told of each call when it ended; nobody without it. */
        public Builder listener(CallListener told) {
            listener = Objects.requireNonNull(told, "listener");
            return this;
        }

        /** Sets a client that is to send the requests and is never closed. */
        Builder client(CloseableHttpClient shared) {
            client = Objects.requireNonNull(shared, "client");
            return this;
        }

        /** Returns the repository. Nothing is sent yet. */
        public HttpAnchorRepository build() {
            ServiceAddress service = address.get();
            Transport transport = client == null ? Transport.own(service) : Transport.shared(service, client);
            return new HttpAnchorRepository(
                    new ServiceClient(
                            transport, callTimeout, maxResponseBytes, headers.toArray(), listener, new Watchdog()),
                    new DisassociateRoute(generation));
        }
    }
}
