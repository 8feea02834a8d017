package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.Transferables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A fake PiecesOS on a loopback port. It serves the anchors of any {@link AnchorRepository}, and every role of a
 * {@link FullAnchorRepository}, over HTTP. It records the requests and gives scripted replies.
 *
 * <pre>{@code
 * try (FakePiecesOs service = FakePiecesOs.serving(repository)) {
 *     Client client = new Client(service.baseUrl());
 *     client.delete("a-1");
 *     assertThat(service.takeRequest(Duration.ofSeconds(5)).target()).isEqualTo("/anchors/a-1/delete");
 *
 *     service.reply(Reply.disconnect(), Reply.text(500, "out of order")); // for the next two requests
 *
 *     service.on(Route.DELETE).times(2).reply(Reply.fromRepository().afterResponse(Fault.reset()));
 *     service.when(request -> request.body().isEmpty()).reply(Reply.text(503, "busy"));
 *
 *     service.verifyNoRepliesLeft();
 * }
 * }</pre>
 *
 * <p>A request gets the oldest reply that is scripted for it, or a response from the repository if there is none.
 * {@link FakePiecesOsExtension} starts a fake for each JUnit test.
 *
 * <p>{@link #openApi()} describes the operations, which clients in any language can call. A failure of the repository and
 * an invalid request are status 500 with one line of plain text, as the service documents. An unknown anchor of
 * {@code GET /anchor/{anchor}} is status 410. An unknown path is status 404, and a method that a known path does not have
 * is status 405 with the header {@code Allow}.
 *
 * <p>A path of a role that is missing is status 404, too: the repository is no {@link FullAnchorRepository}, and the {@link
 * Builder} did not add the role. The {@link System.Logger} with the name of this class logs the reason at level INFO. A test
 * that takes the roles of a full repository away serves a plain {@link AnchorRepository} that delegates to it.
 *
 * <p>Web pages of a loopback origin, such as {@code http://localhost:3000}, may use the fake. A request is refused with
 * status 403 if its host or its origin is neither loopback nor allowed by {@link Builder#allowHost} or {@link
 * Builder#allowOrigin}, so that no other web page reads the anchors. Refused requests and OPTIONS requests are recorded,
 * but get no scripted replies.
 *
 * <p>The fake listens on 127.0.0.1 only. It is thread-safe, serves any number of clients concurrently, and uses daemon
 * threads only. Null arguments are rejected with {@link NullPointerException}.
 */
public final class FakePiecesOs implements AutoCloseable {

    private final AnchorRepository repository;
    private final RequestDispatcher dispatcher;
    private final LoopbackServer server;

    private FakePiecesOs(Builder builder) throws IOException {
        repository = builder.roles.get(AnchorRepository.class);
        dispatcher = new RequestDispatcher(
                new PiecesOsService(builder.roles, builder.routes, builder.healthCheck),
                new AccessPolicy(builder.hosts, builder.origins),
                builder.recording);
        server = new LoopbackServer(new FaultyServerSocket(builder.port), dispatcher);
    }

    /**
     * Starts a fake with the defaults of {@link Builder}.
     *
     * @param repository not closed by the fake
     * @throws UncheckedIOException if the fake cannot listen on a port
     */
    public static FakePiecesOs serving(AnchorRepository repository) {
        return builder(repository).start();
    }

    /**
     * Returns a builder of a fake.
     *
     * @param repository not closed by the fake
     */
    public static Builder builder(AnchorRepository repository) {
        return new Builder(repository);
    }

    /** Returns the base URL for clients, without a slash at the end: {@code http://127.0.0.1:PORT}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Returns the port on which the fake listens. */
    public int port() {
        return server.port();
    }

    /** Returns the repository that the fake serves. */
    public AnchorRepository repository() {
        return repository;
    }

    /**
     * Returns an OpenAPI document in YAML. It describes the operations that a fake serves and the fields that this
     * library reads and writes. The tests of this library validate requests and responses against it.
     */
    public static String openApi() {
        try (InputStream document = FakePiecesOs.class.getResourceAsStream("anchors-api.yaml")) {
            return new String(Objects.requireNonNull(document).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns an immutable list of all requests so far, oldest first. A request is recorded before its response is sent.
     *
     * @throws IllegalStateException if recording is off
     */
    public List<RecordedRequest> requests() {
        return dispatcher.requests();
    }

    /**
     * Takes the oldest request that was not taken before, or waits for the next one.
     *
     * @param limit the longest time to wait
     * @throws AssertionError if no request arrives in time, or if the thread is interrupted, whose interrupt flag stays
     *     set
     * @throws IllegalStateException if recording is off
     */
    public RecordedRequest takeRequest(Duration limit) {
        return dispatcher.take(limit);
    }

    /**
     * Scripts these replies for the next requests, in order, whatever the requests are.
     *
     * @throws IllegalArgumentException if {@code replies} is empty
     */
    public void reply(Reply... replies) {
        stubbing("any request", request -> true).reply(replies);
    }

    /** Returns a stubbing of the replies to the next requests for one of these routes. */
    public Stubbing on(Route route, Route... others) {
        Set<Route> routes = EnumSet.of(route, others);
        String names = routes.stream().map(Route::name).collect(joining(" or "));
        return stubbing(
                names, request -> request.route().filter(routes::contains).isPresent());
    }

    /**
     * Returns a stubbing of the replies to the next requests that match a condition.
     *
     * @param condition tested with one request at a time, until all its replies were given; if it throws, the client
     *     receives status 500 with the exception's message
     */
    public Stubbing when(Predicate<RecordedRequest> condition) {
        return stubbing("a matching request", Objects.requireNonNull(condition, "condition"));
    }

    /**
     * Verifies that every scripted reply was given, except for those of {@link Stubbing#always}.
     *
     * @throws AssertionError if replies are left; the message lists them
     */
    public void verifyNoRepliesLeft() {
        List<String> left = dispatcher.repliesLeft();
        if (!left.isEmpty()) {
            throw new AssertionError("replies without a request:\n  " + String.join("\n  ", left));
        }
    }

    /**
     * Discards all recorded requests and all scripted replies in one atomic step. Responses that are being sent go on.
     */
    public void reset() {
        dispatcher.reset();
    }

    /**
     * Deletes all anchors of the repository and then does what {@link #reset} does, for tests that share a fake.
     *
     * @throws dev.anchors.ports.AnchorRepositoryException if the repository fails
     */
    public void clear() {
        repository.snapshot(Transferables.OMITTED).stream().map(Anchor::id).forEach(this::deleteIfPresent);
        reset();
    }

    private void deleteIfPresent(AnchorId anchor) {
        try {
            repository.delete(anchor);
        } catch (AnchorNotFoundException gone) {
            return; // a client has deleted it
        }
    }

    /**
     * Stops the fake: closes every connection and aborts the responses that are being sent. The port is free when this
     * method returns, also in an interrupted thread, whose interrupt flag stays set. The repository stays open. Closing
     * again has no effect.
     */
    @Override
    public void close() {
        server.close();
    }

    @Override
    public String toString() {
        return "FakePiecesOs[" + baseUrl() + "]";
    }

    private Stubbing stubbing(String requests, Predicate<RecordedRequest> matches) {
        return new Stubbing(requests, matches, dispatcher::add);
    }

    /**
     * A builder of a {@link FakePiecesOs}.
     *
     * <p>Not thread-safe. Null arguments are rejected with {@link NullPointerException}.
     */
    public static final class Builder {

        private static final int MAX_PORT = 65_535;

        private ServedRoles roles;
        private DisassociateRoutes routes = DisassociateRoutes.BOTH;
        private Runnable healthCheck = () -> {};
        private int port;
        private boolean recording = true;
        private final Set<String> hosts = new HashSet<>();
        private final Set<String> origins = new HashSet<>();

        private Builder(AnchorRepository repository) {
            roles = ServedRoles.of(Objects.requireNonNull(repository, "repository"));
        }

        /**
         * Sets the port; default: 0, which stands for a free port.
         *
         * @throws IllegalArgumentException if {@code number} is not 0 to 65,535
         */
        public Builder port(int number) {
            if (number < 0 || number > MAX_PORT) {
                throw new IllegalArgumentException("a port is 0 to " + MAX_PORT + ", not " + number);
            }
            port = number;
            return this;
        }

        /**
         * Sets the links of the repository; default: those of a {@link FullAnchorRepository}. The fake then serves {@link
         * Route#ASSOCIATE} and {@link Route#DISASSOCIATE} for every kind of material, by the paths of anchors and of materials.
         * Without links, it has only the {@link #routes routes} that remove links from anchors to assets, and responds with
         * status 404 to the others, as older releases of the service do.
         *
         * @param served the links of the repository of this builder; links to assets are removed by the repository itself
         */
        public Builder links(AnchorLinks served) {
            roles = roles.with(AnchorLinks.class, Objects.requireNonNull(served, "links"));
            return this;
        }

        /** Sets the routes for removing links to assets; default: {@link DisassociateRoutes#BOTH}. */
        public Builder routes(DisassociateRoutes served) {
            routes = Objects.requireNonNull(served, "routes");
            return this;
        }

        /**
         * Sets a check that runs for each {@link Route#HEALTH} request; by default, the fake is always healthy. If the check
         * throws a {@link RuntimeException}, the response is status 500 with the message of the exception.
         *
         * @param check called by the threads of the fake, also concurrently
         */
        public Builder healthCheck(Runnable check) {
            healthCheck = Objects.requireNonNull(check, "check");
            return this;
        }

        /**
         * Allows requests for a host, in addition to loopback hosts.
         *
         * @param host a host name or an address without a port, for example {@code host.docker.internal}; not
         *     case-sensitive
         * @throws IllegalArgumentException if {@code host} is not of this form
         */
        public Builder allowHost(String host) {
            hosts.add(AccessPolicy.requireHost(host));
            return this;
        }

        /**
         * Allows web pages of an origin to use the fake, in addition to loopback origins.
         *
         * @param origin the value of the {@code Origin} header, for example {@code https://example.org:8080}, or the text
         *     {@code "null"} for pages without an origin, such as files; not case-sensitive
         * @throws IllegalArgumentException if {@code origin} is not of this form
         */
        public Builder allowOrigin(String origin) {
            origins.add(AccessPolicy.requireOrigin(origin));
            return this;
        }

        /** Sets whether requests are recorded; default: true. A fake that runs for a long time should not record them. */
        public Builder recording(boolean on) {
            recording = on;
            return this;
        }

        /**
         * Starts a fake, which serves requests when this method returns.
         *
         * @throws UncheckedIOException if the fake cannot listen on the port
         */
        public FakePiecesOs start() {
            try {
                FakePiecesOs fake = new FakePiecesOs(this);
                fake.server.start();
                return fake;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
            }
        }
    }
}
