package dev.anchors.http;

import dev.anchors.http.Fault.Moment;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service that plays faults until {@link #recover()}, and gives the right responses from then on. */
final class FaultyService implements AutoCloseable {

    /** Longer than a label of a host name may be, so that no name server is asked. */
    private static final URI UNKNOWN_HOST = URI.create("http://" + "n".repeat(64));

    private final Function<Moment, Optional<Fault>> faults;
    private final int port;
    private volatile boolean failing;
    private @Nullable RawServer server; // null while no server listens
    private @Nullable UnusedPort reserved; // null once a server listens

    private FaultyService(Function<Moment, Optional<Fault>> faults, boolean failing) {
        this.faults = faults;
        this.failing = failing;
        if (faults.apply(Moment.LISTEN).isEmpty()) {
            server = RawServer.start(this::serve);
            port = server.port();
        } else {
            reserved = UnusedPort.reserve();
            port = reserved.number();
        }
    }

    /** Starts a service that plays one fault, on each connection or each request. */
    static FaultyService with(Fault fault) {
        return new FaultyService(only(fault), true);
    }

    /** Starts a service that plays one fault after {@link #fail()}. */
    static FaultyService healthyUntilFailing(Fault fault) {
        return new FaultyService(only(fault), false);
    }

    /** Starts a service that plays a fault on one in fifty connections, and on half of the requests. */
    static FaultyService withRandomFaults(Random random) {
        return new FaultyService(new RandomFaults(random), true);
    }

    /** Sets the address of this service. An unknown host can become known only where the address is supplied. */
    HttpAnchorRepository.Builder addressed(HttpAnchorRepository.Builder builder) {
        URI baseUrl = URI.create("http://127.0.0.1:" + port);
        return faults.apply(Moment.RESOLVE).isEmpty()
                ? builder.baseUrl(baseUrl)
                : builder.baseUrl(() -> failing ? UNKNOWN_HOST : baseUrl);
    }

    void fail() {
        failing = true;
    }

    void recover() {
        failing = false;
        if (reserved != null) {
            reserved.close();
            reserved = null;
            server = RawServer.startOn(port, this::serve);
        }
    }

    /** Returns the request lines that the service has read, oldest first. */
    List<String> requests() {
        return server == null ? List.of() : server.requests();
    }

    /** Returns the number of connections that the service has accepted. */
    int connections() {
        return server == null ? 0 : server.connections();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (reserved != null) {
            reserved.close();
        }
    }

    private void serve(RawConnection connection) throws IOException {
        Optional<Fault> fault = next(Moment.ACCEPT);
        if (fault.isPresent()) {
            fault.get().script().play(connection, new RawConnection.Request("", ""));
            return;
        }
        boolean open = true;
        while (open) {
            open = serveRequest(connection);
        }
    }

    /** Returns whether the connection stays open for further requests. */
    private boolean serveRequest(RawConnection connection) throws IOException {
        Optional<Fault> early = next(Moment.READ_HEAD);
        if (early.isPresent()) {
            early.get().script().play(connection, connection.readHead());
            return false;
        }
        RawConnection.Request request = connection.readRequest();
        Optional<Fault> fault = next(Moment.RESPOND);
        if (fault.isPresent()) {
            fault.get().script().play(connection, request);
            return fault.get().keepsConnection();
        }
        connection.send(TestResponses.to(request));
        return true;
    }

    private Optional<Fault> next(Moment moment) {
        return failing ? faults.apply(moment) : Optional.empty();
    }

    private static Function<Moment, Optional<Fault>> only(Fault fault) {
        return moment -> Optional.of(fault).filter(it -> it.moment() == moment);
    }

    /** Chooses among all faults of connections and responses. A fault that hangs is chosen less often. */
    private static final class RandomFaults implements Function<Moment, Optional<Fault>> {

        private final Random random;
        private final Map<Moment, List<Fault>> faults = Fault.all().collect(Collectors.groupingBy(Fault::moment));

        RandomFaults(Random random) {
            this.random = random;
        }

        @Override
        public Optional<Fault> apply(Moment moment) {
            return switch (moment) {
                case ACCEPT -> isOneIn(50) ? Optional.of(any(moment)) : Optional.empty();
                case RESPOND ->
                    isOneIn(2) ? Optional.of(any(moment)).filter(it -> !it.hangs() || isOneIn(10)) : Optional.empty();
                default -> Optional.empty();
            };
        }

        private boolean isOneIn(int many) {
            return random.nextInt(many) == 0;
        }

        private Fault any(Moment moment) {
            List<Fault> ofMoment = faults.getOrDefault(moment, List.of());
            return ofMoment.get(random.nextInt(ofMoment.size()));
        }
    }
}
