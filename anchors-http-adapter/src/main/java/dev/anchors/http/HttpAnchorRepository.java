package dev.anchors.http;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.http.CallListener.CallEvent;
import dev.anchors.http.Endpoints.Change;
import dev.anchors.http.internal.calls.Call;
import dev.anchors.http.internal.calls.CallObserver;
import dev.anchors.http.internal.calls.CallSettings;
import dev.anchors.http.internal.calls.Calls;
import dev.anchors.http.internal.calls.Registration;
import dev.anchors.http.internal.calls.Request;
import dev.anchors.http.internal.connections.BaseUrl;
import dev.anchors.http.internal.connections.Connections;
import dev.anchors.http.internal.connections.OwnConnections;
import dev.anchors.http.internal.connections.ServiceAddress;
import dev.anchors.http.internal.connections.SharedClient;
import dev.anchors.http.internal.json.SeedWriter;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.TimedOutException;
import dev.anchors.ports.Transferables;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A repository that calls a running PiecesOS over HTTP.
 *
 * <pre>{@code
 * try (FullAnchorRepository anchors = HttpAnchorRepository.builder().build()) {
 *     Anchor notes = anchors.create(SeededAnchor.directory("/home/ada/notes"));
 * }
 * }</pre>
 *
 * <p>Thread-safe; one repository for a program is best, since it keeps connections open. One deadline bounds the whole of a
 * call: the wait for a connection, connecting, the TLS handshake, sending, the response to its last byte, decoding it, and
 * the look-up after a failure; {@link #stream} says what the deadline means for a stream. An interrupt ends a blocked call,
 * too. Neither can cut short the look-up of a host name, which the JDK does, nor a supplier of the base URL.
 *
 * <p>How responses become failures:
 *
 * <table>
 * <caption>Responses and failures</caption>
 * <tr><th>what happens<th>failure<th>effect of a change
 * <tr><td>nobody listens, the name is unknown, no base URL is supplied<td>{@link ConnectionFailedException}<td>none
 * <tr><td>the connection is lost<td>{@link ConnectionFailedException}<td>unknown once the request may have left
 * <tr><td>the deadline passes<td>{@link TimedOutException}<td>unknown once the request may have left
 * <tr><td>the thread is interrupted<td>{@link InterruptedCallException}<td>unknown once the request may have left
 * <tr><td>400 to 499<td>{@link RequestRefusedException}<td>none
 * <tr><td>500 to 599<td>{@link ServiceFailedException}<td>unknown
 * <tr><td>another status than the documented one, redirects included<td>{@link MalformedResponseException}<td>unknown
 * <tr><td>a body that is compressed, too large, not JSON, or not of the documented shape
 *     <td>{@link MalformedResponseException}<td>unknown
 * </table>
 *
 * <p>The effect of a call that reads is always none. After a delete, associate or disassociate whose response has status
 * 500 or 404 the anchor is looked up, since 500 is the documented failure of every kind: when the service says that it has
 * no such anchor, the failure is an {@link AnchorNotFoundException}. Its effect is unknown after a 500, which may have come
 * after the deletion. A failure is never guessed from its text.
 *
 * <p>A request that changes something is sent at most once. A request that reads is sent a second time when the service had
 * closed the connection before the request arrived. Redirects are not followed.
 *
 * <p>Before a connection is reused it is checked, without waiting: unread bytes of an earlier response, bytes that have
 * arrived since, the end of the stream and a {@code Keep-Alive: timeout} that has passed are noticed, and the connection is
 * closed. So is a connection whose response was not read to its end. Bytes that arrive after the request was sent cannot be
 * told from its response; {@link #find} therefore refuses an anchor with another id. An {@link Error} passes through, and
 * the next call works.
 */
public final class HttpAnchorRepository implements FullAnchorRepository {

    private final Calls calls;
    private final Connections connections;
    private final AssetRoute assetRoute;
    private final AnchorCalls anchorCalls;
    private final AnchorLinks links;

    private HttpAnchorRepository(Calls calls, Connections connections, AssetRoute assetRoute) {
        this.calls = calls;
        this.connections = connections;
        this.assetRoute = assetRoute;
        anchorCalls = new AnchorCalls(calls);
        links = new HttpAnchorLinks(anchorCalls, assetRoute);
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a repository with another {@link Builder#callTimeout call timeout}, for some calls or a single one. It shares
     * everything else with this one: connections, what was found out about the service, and its life; closing either closes
     * both. The timeout limits the calls of its {@link #links() links}, too.
     *
     * @throws IllegalArgumentException if {@code timeout} is not positive
     */
    public HttpAnchorRepository withCallTimeout(Duration timeout) {
        return new HttpAnchorRepository(
                calls.withTimeout(Timeouts.requirePositive(timeout, "call timeout")), connections, assetRoute);
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Objects.requireNonNull(seed, "seed");
        String flag = flag(transferables);
        return calls.call(Operation.CREATE, call -> {
            byte[] json = SeedWriter.write(seed); // takes some of the call's time if the seed is large
            return call.send(Endpoints.CREATE.jsonRequest(json, flag)).value();
        });
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        Request<Anchors> request = Endpoints.SNAPSHOT.request(flag(transferables));
        return calls.call(Operation.SNAPSHOT, call -> call.send(request).value());
    }

    /**
     * Returns all anchors, each read from the connection when it is asked for: the stream holds one at a time, however many
     * there are.
     *
     * <p>The first anchor is read by this method, so a response that is a failure makes this method fail. The call timeout
     * limits that, and the {@link Builder#streamIdleTimeout stream idle timeout} limits the wait for each further anchor.
     * The time that the consumer takes in between does not count, and nothing limits the stream as a whole. Another thread
     * may read on; an interrupt of the reading thread ends the stream, too.
     *
     * <p>The stream holds a connection and releases it at the end of the response. A stream that is closed before its end
     * closes the connection, at once and from any thread. A stream that is neither closed nor read to its end holds its
     * connection until the repository is closed; closing the repository makes the next read fail.
     *
     * <p>A stream does not check for duplicate ids.
     *
     * @throws IllegalStateException if the repository is closed; later, from the stream, if the stream is closed or has
     *     failed
     */
    @Override
    public Stream<Anchor> stream(Transferables transferables) {
        return AnchorSpliterator.stream(calls, Endpoints.STREAM.request(flag(transferables)));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        return find(anchor, Transferables.INCLUDED);
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor, Transferables transferables) {
        Objects.requireNonNull(anchor, "anchor");
        Request<Optional<Anchor>> request = Endpoints.FIND
                .request(anchor.value(), flag(transferables))
                .expecting(found -> hasId(found, anchor), "the response holds another anchor", "/id");
        return calls.call(Operation.FIND, call -> call.send(request).value());
    }

    @Override
    public void delete(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        Request<Change> request = Endpoints.DELETE.request(anchor.value());
        anchorCalls.call(Operation.DELETE, anchor, call -> call.send(request));
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        links.disassociate(anchor, asset);
    }

    /**
     * Returns the links of the anchors, to materials of every kind. The view shares everything with this repository:
     * connections, the call timeout, the listener and its life. Its failures and their effects are those of
     * {@link #disassociate}. Where the service is a release without links to a kind of material, the message of the
     * {@link RequestRefusedException} says which release has them.
     */
    @Override
    public AnchorLinks links() {
        return links;
    }

    /**
     * Returns what the service says of itself, for a check of an application's health. A text that is not healthy is no
     * failure: see {@link ServiceHealth#isHealthy()}.
     *
     * @throws AnchorRepositoryException if there is no response with status 200, with
     *     {@link Operation#HEALTH}
     * @throws IllegalStateException if the repository is closed
     */
    public ServiceHealth health() {
        return calls.call(
                Operation.HEALTH,
                call -> new ServiceHealth(call.send(Endpoints.HEALTH.request()).value(), version(call)));
    }

    private static Optional<String> version(Call call) {
        try {
            return Optional.of(call.lookUp(Endpoints.VERSION.request()).value()).filter(version -> !version.isEmpty());
        } catch (AnchorRepositoryException unknown) {
            return Optional.empty(); // the health is known all the same
        }
    }

    /** Ends the calls under way, which fail, and waits for none. A client that was given from outside stays open. */
    @Override
    public void close() {
        calls.close();
    }

    /** Shows the address of the service. */
    @Override
    public String toString() {
        return "HttpAnchorRepository[" + connections + "]";
    }

    /** Returns how many calls and streams hold a connection now. */
    int leasedConnections() {
        return connections.leased();
    }

    private static boolean hasId(Optional<Anchor> found, AnchorId expected) {
        return found.isPresent() && found.get().id().equals(expected);
    }

    private static String flag(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return String.valueOf(transferables == Transferables.INCLUDED);
    }

    /** The configuration of repositories. A builder may build any number of them; it is not thread-safe. */
    public static final class Builder {

        private static final int MAX_CONNECTIONS = 64;

        private final RequestHeaders headers = new RequestHeaders();
        private Supplier<ServiceAddress> address = () -> ServiceAddress.fixed(BaseUrl.DOCUMENTED);
        private Duration callTimeout = Duration.ofSeconds(30);
        private @Nullable Duration streamIdleTimeout; // null: the call timeout
        private @Nullable Integer maxConnections; // null: the default
        private @Nullable SSLContext sslContext; // null: what the JVM trusts
        private ServiceGeneration generation = ServiceGeneration.AUTO_DETECT;
        private long maxResponseBytes = 1L << 30;
        private @Nullable Application application;
        private @Nullable CallListener listener;
        private @Nullable CloseableHttpClient httpClient;

        private Builder() {}

        /**
         * Sets the address of the service; default: {@code http://localhost:1000}, as documented.
         *
         * @throws IllegalArgumentException if the text is no URL, and as {@link #baseUrl(URI)}
         */
        public Builder baseUrl(String url) {
            return baseUrl(BaseUrl.of(Objects.requireNonNull(url, "baseUrl")));
        }

        /**
         * Sets the address of the service. It may have a path, below which the operations are; a slash at the end is
         * ignored. The name of the host may have underscores.
         *
         * @throws IllegalArgumentException if the URL is not absolute, is neither http nor https, has no host, has a port
         *     that is not 1 to 65535, or has user information, a query or a fragment
         */
        public Builder baseUrl(URI url) {
            return baseUrl(BaseUrl.of(Objects.requireNonNull(url, "baseUrl")));
        }

        private Builder baseUrl(BaseUrl url) {
            address = () -> ServiceAddress.fixed(url);
            return this;
        }

        /**
         * Sets a supplier of the address, for a service that chooses a port when it starts; {@link ServiceLocator} finds
         * one. The supplier is asked whenever a connection has to be opened: for the first request, for a request that
         * finds all open connections in use, and for one that finds them closed. Thus the next call finds a service that
         * has moved.
         *
         * <p>The calling thread asks the supplier, and several threads may do so at once. What the supplier throws, or an
         * address that {@link #baseUrl(URI)} would refuse, is the cause of a {@link ConnectionFailedException} with effect
         * NONE. The time that the supplier takes counts but cannot be cut short: deadline, interrupt and close end the
         * call when the supplier returns.
         *
         * <p>The connections of an {@link #httpClient HttpClient from outside} cannot be seen: with such a client the
         * supplier is asked for the first request, and for the next one after a request that got no response.
         */
        public Builder baseUrl(Supplier<URI> supplier) {
            Objects.requireNonNull(supplier, "baseUrl");
            address = () -> ServiceAddress.suppliedBy(supplier);
            return this;
        }

        /**
         * Limits a whole call; of a stream, the time until its first anchor is there. Default: 30 seconds. A timeout of
         * more than a century counts as a century.
         *
         * @throws IllegalArgumentException if {@code timeout} is not positive
         */
        public Builder callTimeout(Duration timeout) {
            callTimeout = Timeouts.requirePositive(timeout, "call timeout");
            return this;
        }

        /**
         * Limits the wait for each anchor of a stream after the first; default: the call timeout, also that of
         * {@link HttpAnchorRepository#withCallTimeout}. A timeout of more than a century counts as a century.
         *
         * @throws IllegalArgumentException if {@code timeout} is not positive
         */
        public Builder streamIdleTimeout(Duration timeout) {
            streamIdleTimeout = Timeouts.requirePositive(timeout, "stream idle timeout");
            return this;
        }

        /**
         * Limits the connections that are open at the same time, and with them the calls and streams under way; default:
         * 64. A call that finds all of them in use waits for one until its deadline. A stream holds a connection until it
         * is read to its end or closed.
         *
         * @throws IllegalArgumentException if {@code connections} is not positive
         */
        public Builder maxConnections(int connections) {
            if (connections <= 0) {
                throw new IllegalArgumentException("the limit of connections must be positive, but was " + connections);
            }
            maxConnections = connections;
            return this;
        }

        /**
         * Sets what decides whom to trust, and which certificate to present, if the base URL is https; default: what the
         * JVM trusts, see {@code javax.net.ssl.trustStore}. The name in the certificate is compared with the host of the
         * base URL in either case.
         */
        public Builder sslContext(SSLContext context) {
            sslContext = Objects.requireNonNull(context, "sslContext");
            return this;
        }

        /**
         * Sets a header of every request; it replaces one of the same name. Services from 4.1.0 on read
         * {@code X-Application-ID}, the id of the calling application, which {@link #application} asks for.
         *
         * @throws IllegalArgumentException if the name or the value is not possible in HTTP, or if the adapter sets this
         *     header itself
         */
        public Builder header(String name, String value) {
            headers.set(name, value);
            return this;
        }

        /**
         * Registers the calling application with the service; default: it does not register. The first call of the
         * repository sends name, version and platform by {@code POST /connect}, within its own deadline, and every request
         * carries the id in the response as the header {@code X-Application-ID}. A service without that route (status
         * 404, 405 or 501) is used without an id.
         *
         * <p>Any other failure of the registration is the failure of the call, with effect NONE, and the next call
         * registers again. Calls that begin while another one registers wait for it, each until its own deadline, so the
         * application registers once and keeps the id as long as the repository is open. The {@link CallListener} is not
         * notified of the request.
         *
         * @param name the name by which the service knows the application, for example {@code OPEN_SOURCE}
         * @param version the version of the application
         * @throws IllegalArgumentException if the name or the version is blank
         */
        public Builder application(String name, String version) {
            application = new Application(name, version);
            return this;
        }

        /** Sets which route removes links to assets; default: {@link ServiceGeneration#AUTO_DETECT}. */
        public Builder generation(ServiceGeneration known) {
            generation = Objects.requireNonNull(known, "generation");
            return this;
        }

        /**
         * Limits the bytes of the body of a response; default: 1 GiB. This protects against a response without end, and
         * bounds the heap only roughly: a decoded snapshot takes about as much heap as its body has bytes, up to twice as
         * much if the anchors have little but an id, and up to six times as much if the body is a long list of short ids
         * of links. Choose a sixth of the heap that a snapshot may take, or read a stream, which holds one anchor at a
         * time.
         *
         * @throws IllegalArgumentException if {@code bytes} is not positive
         */
        public Builder maxResponseBytes(long bytes) {
            if (bytes <= 0) {
                throw new IllegalArgumentException("the limit of a response must be positive, but was " + bytes);
            }
            maxResponseBytes = bytes;
            return this;
        }

        /** Sets the listener that is notified of each call; default: none. */
        public Builder listener(CallListener notified) {
            listener = Objects.requireNonNull(notified, "listener");
            return this;
        }

        /**
         * Sets an HttpClient that is to send the requests; default: none, the adapter opens connections itself. The
         * repository never closes the client. A client is the way through a proxy:
         *
         * <pre>{@code
         * CloseableHttpClient client = HttpClients.custom()
         *         .setProxy(new HttpHost("proxy.example.org", 3128)) // or .useSystemProperties()
         *         .build();
         * }</pre>
         *
         * <p>The limit of connections and whom to trust are the client's own, so {@link #build} refuses a client together
         * with {@link #maxConnections} or {@link #sslContext}.
         *
         * <p>Requests ask the client to follow no redirects, to compress nothing and to wait no longer than the call may
         * take, and a request that changes something cannot be sent twice; everything else is the client's. A client reuses
         * a connection although a stray response may be waiting on it: all that protects a call then is that {@code find}
         * refuses an anchor with another id. The client's pool should have as many connections as there are threads that
         * call: HttpClient can lose one when a thread that waits for a connection is interrupted.
         *
         * <p>The client's credentials open a tunnel to an https service, and serve for requests that read. Over http, a
         * proxy that asks for credentials refuses a change with status 407, unless {@link #header} sets
         * {@code Proxy-Authorization}.
         */
        public Builder httpClient(CloseableHttpClient client) {
            httpClient = Objects.requireNonNull(client, "httpClient");
            return this;
        }

        /**
         * Returns a repository. Nothing is sent yet.
         *
         * @throws IllegalStateException if one setting leaves no meaning to another; the message says which and why. Also if
         *     HttpClient, HttpCore or Jackson core is older than this adapter supports; the message says which version is
         *     needed and how to set it
         */
        public HttpAnchorRepository build() {
            LibraryVersions.check();
            return httpClient == null ? build(ownConnections()) : buildWith(httpClient);
        }

        /** Returns a repository that sends its requests by {@code client}, and leaves this builder as it is. */
        HttpAnchorRepository buildWith(CloseableHttpClient client) {
            LibraryVersions.check();
            requireNoneBesideClient("sslContext", sslContext, "setTlsSocketStrategy of its connection manager");
            requireNoneBesideClient("maxConnections", maxConnections, "setMaxConnPerRoute of its connection manager");
            return build(new SharedClient(address.get(), client));
        }

        private static void requireNoneBesideClient(String setting, @Nullable Object value, String instead) {
            if (value != null) {
                throw new IllegalStateException(setting + " has no effect on the connections of an HttpClient from"
                        + " outside: leave it out and configure the client, by " + instead);
            }
        }

        private OwnConnections ownConnections() {
            int limit = maxConnections == null ? MAX_CONNECTIONS : maxConnections;
            return new OwnConnections(address.get(), limit, sslContext);
        }

        private HttpAnchorRepository build(Connections connections) {
            Calls calls = new Calls(new CallSettings(
                    connections,
                    headers.all(),
                    callTimeout,
                    streamIdleTimeout,
                    maxResponseBytes,
                    registration(),
                    observer(listener)));
            return new HttpAnchorRepository(calls, connections, new AssetRoute(generation));
        }

        private @Nullable Registration registration() {
            if (application == null) {
                return null;
            }
            if (headers.has(Registration.HEADER)) {
                throw new IllegalStateException(
                        "an application that registers is given its id by the service: leave out" + " the header "
                                + Registration.HEADER + " or the application");
            }
            return application.registration();
        }

        private static @Nullable CallObserver observer(@Nullable CallListener listener) {
            return listener == null
                    ? null
                    : (operation, status, duration, bytes, failure) -> listener.onCallEnd(new CallEvent(
                            operation,
                            status,
                            duration,
                            bytes,
                            Optional.ofNullable(failure).map(Throwable::getClass)));
        }
    }
}
