package dev.anchors.testkit;

import dev.anchors.ports.AnchorRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * PiecesOS on a port of this machine, as far as anchors go: the wire description over any {@link AnchorRepository}.
 *
 * <pre>{@code
 * try (FakePiecesOs service = FakePiecesOs.serving(repository)) {
 *     Client client = new Client(service.baseUrl());
 *     client.delete("a-1");
 *     assertThat(service.takeRequest(Duration.ofSeconds(5)).target()).isEqualTo("/anchors/a-1/delete");
 *
 *     service.reply(Reply.hangUp(), Reply.text(500, "out of order"));
 *     // the next two requests get these, whatever they ask for; then the repository answers again
 * }
 * }</pre>
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
    private final Queue<Reply> script = new ArrayDeque<>();
    private final List<RecordedRequest> recorded = new ArrayList<>();
    private final BlockingQueue<RecordedRequest> untaken = new LinkedBlockingQueue<>();

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
     * Returns all requests so far, oldest first; immutable. A request is among them before its answer goes out.
     *
     * @throws IllegalStateException if recording is off
     */
    public synchronized List<RecordedRequest> requests() {
        checkRecording();
        return List.copyOf(recorded);
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
        RecordedRequest next;
        try {
            next = untaken.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a request", interrupted);
        }
        if (next == null) {
            throw new AssertionError("expected a request within " + limit.toMillis() + " ms, but none came; "
                    + requests().size() + " came and were taken before");
        }
        return next;
    }

    /** Gives these replies to the next requests, in order and after those given before, whatever they ask for. */
    public synchronized void reply(Reply... replies) {
        script.addAll(List.of(replies));
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
        Reply scripted = accept(exchange.request());
        Reply reply = scripted == null ? service.answer(exchange.request(), exchange.body()) : scripted;
        reply.delivery().deliver(reply, exchange);
    }

    /** Records and takes the scripted reply in one go, so that the first request recorded gets the first reply. */
    private synchronized @Nullable Reply accept(RecordedRequest request) {
        if (recording) {
            recorded.add(request);
            untaken.add(request);
        }
        return script.poll();
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
