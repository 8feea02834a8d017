package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.anchors.ports.AnchorRepository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hc.core5.http.HttpException;

/**
 * PiecesOS on a port of this machine, as far as anchors go: the wire description over any {@link AnchorRepository}.
 *
 * <pre>{@code
 * try (FakePiecesOs service = FakePiecesOs.serving(repository)) {
 *     Client client = new Client(service.baseUrl());
 *     client.delete("a-1");
 *     assertThat(service.takeRequest(Duration.ofSeconds(5)).target()).isEqualTo("/anchors/a-1/delete");
 *
 *     service.reply(Reply.disconnect(), Reply.text(500, "out of order"));
 *     // the next two requests get these, whatever they ask for; then the repository answers again
 *
 *     service.on(Route.DELETE).times(2).reply(Reply.fromRepository().afterAnswer(Fault.reset()));
 *     service.when(request -> request.body().isEmpty()).reply(Reply.text(503, "busy"));
 *     // a request gets the oldest reply that is for it
 *
 *     service.verifyNoRepliesLeft();
 * }
 * }</pre>
 *
 * <p>{@link FakePiecesOsExtension} gives each test of JUnit its own.
 *
 * <p>It serves the four documented operations, {@code GET /anchor/{anchor}} and {@code GET /.well-known/health} to
 * clients in any language. What the repository throws, and what is wrong with a request, is 500 with one line of plain
 * text, as documented; an unknown id of {@code GET /anchor/{anchor}} is 410; a route it does not know is 404
 * {@code route not found}.
 *
 * <p>It listens on 127.0.0.1 alone. It may be shared by any number of threads and answers any number of clients at
 * once; all its threads are daemons.
 */
public final class FakePiecesOs implements AutoCloseable {

    private final PiecesOsService service;
    private final LoopbackServer server;
    private final boolean recording;
    private final RequestLog log = new RequestLog();
    private final ScriptedReplies scriptedReplies = new ScriptedReplies();

    private FakePiecesOs(Builder builder) throws IOException {
        service = new PiecesOsService(builder.repository, builder.routes);
        recording = builder.recording;
        server = new LoopbackServer(builder.port, this::answer);
    }

    /** Starts a fake with all defaults: a free port and both routes of disassociate. */
    public static FakePiecesOs serving(AnchorRepository repository) {
        return builder(repository).start();
    }

    /** Configures a fake. */
    public static Builder builder(AnchorRepository repository) {
        return new Builder(repository);
    }

    /** The address to give to a client, without a slash at the end: {@code http://127.0.0.1:PORT}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /**
     * Returns the OpenAPI document, as YAML, of the operations that a fake serves and the fields that this library
     * reads and writes: written for this project, and what the tests check every answer of a fake against.
     */
    public static String openApi() {
        try (InputStream document = FakePiecesOs.class.getResourceAsStream("anchors-api.yaml")) {
            return new String(Objects.requireNonNull(document).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns all requests so far, oldest first; immutable. A request is among them before its answer goes out.
     *
     * @throws IllegalStateException if recording is off
     */
    public synchronized List<RecordedRequest> requests() {
        checkRecording();
        return log.all();
    }

    /**
     * Returns the oldest request that was not taken before, and waits for one where there is none.
     *
     * @param limit how long to wait at most
     * @throws AssertionError if none came in time, or the thread was interrupted (its interrupt flag stays set)
     * @throws IllegalStateException if recording is off
     */
    public RecordedRequest takeRequest(Duration limit) {
        checkRecording();
        return log.take(limit);
    }

    /** Gives these replies to the next requests, in order and after those given before, whatever they ask for. */
    public void reply(Reply... replies) {
        stubbing("any request", request -> true).reply(replies);
    }

    /** Begins to say which replies the next requests for one of these routes get. */
    public Stubbing on(Route route, Route... others) {
        Set<Route> routes = EnumSet.of(route, others);
        String names = routes.stream().map(Route::name).collect(joining(" or "));
        return stubbing(
                names, request -> request.route().filter(routes::contains).isPresent());
    }

    /**
     * Begins to say which replies the next requests that fit get.
     *
     * @param fits is asked in turn with other requests, and about each until it has had its replies; where it throws,
     *     the client gets 500 with its message
     */
    public Stubbing when(Predicate<RecordedRequest> fits) {
        return stubbing("a request that fits", Objects.requireNonNull(fits, "fits"));
    }

    /**
     * Checks that every reply went out that was given to this fake, save for those that are for {@link
     * Stubbing#always}.
     *
     * @throws AssertionError if there are others left; the message lists them
     */
    public synchronized void verifyNoRepliesLeft() {
        List<String> left = scriptedReplies.left();
        if (!left.isEmpty()) {
            throw new AssertionError("replies that no request came for:\n  " + String.join("\n  ", left));
        }
    }

    /**
     * Forgets all requests so far and all replies that did not go out, both at one moment: a request comes before it
     * or after it. Answers that are under way go on.
     */
    public synchronized void reset() {
        log.clear();
        scriptedReplies.clear();
    }

    /**
     * Ends at once: the port is free, every connection is closed, replies under way break off. Closing twice is fine.
     * The repository stays open.
     */
    @Override
    public void close() {
        server.close();
    }

    @Override
    public String toString() {
        return "FakePiecesOs[" + baseUrl() + "]";
    }

    private void answer(Exchange exchange) throws IOException, HttpException {
        RecordedRequest request = exchange.request();
        exchange.send(accept(request).resolved(() -> service.answer(request, exchange.body())));
    }

    /** Records and takes the scripted reply in one go, so that the first request recorded gets the first reply. */
    private synchronized Reply accept(RecordedRequest request) {
        if (recording) {
            log.add(request);
        }
        try {
            return scriptedReplies.next(request).orElseGet(Reply::fromRepository);
        } catch (RuntimeException broken) {
            return Reply.text(500, "a condition given to the fake failed: " + broken);
        }
    }

    private Stubbing stubbing(String requests, Predicate<RecordedRequest> fits) {
        return new Stubbing(requests, fits, this::add);
    }

    private synchronized void add(ScriptedReplies.Entry entry) {
        scriptedReplies.add(entry);
    }

    private void checkRecording() {
        if (!recording) {
            throw new IllegalStateException("this fake does not record requests");
        }
    }

    /** Configures a {@link FakePiecesOs}. */
    public static final class Builder {

        private static final int HIGHEST_PORT = 65_535;

        private final AnchorRepository repository;
        private DisassociateRoutes routes = DisassociateRoutes.BOTH;
        private int port;
        private boolean recording = true;

        private Builder(AnchorRepository repository) {
            this.repository = Objects.requireNonNull(repository, "repository");
        }

        /**
         * Sets the port; 0, the default, has the system choose a free one.
         *
         * @throws IllegalArgumentException if there is no such port
         */
        public Builder port(int number) {
            if (number < 0 || number > HIGHEST_PORT) {
                throw new IllegalArgumentException("a port is 0 to " + HIGHEST_PORT + ", not " + number);
            }
            port = number;
            return this;
        }

        /** Sets which routes of disassociate there are; both by default. */
        public Builder routes(DisassociateRoutes known) {
            routes = Objects.requireNonNull(known, "routes");
            return this;
        }

        /** Sets whether requests are kept, as they are by default; off for a fake that is to run for long. */
        public Builder recording(boolean on) {
            recording = on;
            return this;
        }

        /**
         * Starts the fake; it answers when this returns.
         *
         * @throws UncheckedIOException if the port is taken
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
