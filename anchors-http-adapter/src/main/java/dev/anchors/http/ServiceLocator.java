package dev.anchors.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import dev.anchors.http.Probe.State;
import dev.anchors.http.internal.calls.Troubleshooting;
import dev.anchors.http.internal.connections.NoServiceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Finds the service on this machine, for {@link HttpAnchorRepository.Builder#baseUrl(Supplier)}.
 *
 * <pre>{@code
 * HttpAnchorRepository.builder().baseUrl(new ServiceLocator()).build()
 * }</pre>
 *
 * <p>A service chooses a port from 39300 to 39333 when it starts; older services listen on port 1000, and some on 5323. All
 * of these ports are asked {@code GET /.well-known/health} at the same time, on 127.0.0.1 only. A response is from the
 * service if its status is 200 and its text begins with {@code ok:} and the id of the installation. If several ports
 * respond so, the first in the order above is chosen; {@link #withPorts} sets other ports and another order. A port that is
 * open and silent makes the search wait until its time is up, one second by default, unless a port before it responds. So
 * does a service that migrates its data, which is asked again until it has started, unless there is another service.
 *
 * <p>A locator is immutable and thread-safe. It remembers nothing and starts no threads: each search asks the ports anew,
 * in the calling thread.
 */
public final class ServiceLocator implements Supplier<URI> {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String HEALTH = "/.well-known/health";
    private static final String VERSION = "/.well-known/version";
    private static final String HEALTHY = "ok:";
    private static final int HIGHEST_PORT = 65_535;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100); // before a service that starts is asked again
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);
    private static final int[] DEFAULT_PORTS = IntStream.concat(
                    IntStream.rangeClosed(39_300, 39_333), IntStream.of(1_000, 5_323))
            .toArray();

    private final long timeout; // in nanoseconds
    private final int[] ports;

    /** Creates a locator that asks the ports 39300 to 39333, 1000 and 5323, in this order, and waits for a second. */
    public ServiceLocator() {
        this(DEFAULT_TIMEOUT, DEFAULT_PORTS);
    }

    ServiceLocator(Duration timeout, int... ports) {
        this(TimeUnit.NANOSECONDS.convert(timeout), ports);
    }

    private ServiceLocator(long timeout, int... ports) {
        this.timeout = timeout;
        this.ports = ports;
    }

    /**
     * Returns a locator that asks other ports.
     *
     * @param candidates the ports on 127.0.0.1, the preferred one first
     * @throws IllegalArgumentException if there are no candidates, or one of them is no port
     */
    public ServiceLocator withPorts(int... candidates) {
        if (candidates.length == 0) {
            throw new IllegalArgumentException("a locator needs at least one port");
        }
        for (int port : candidates) {
            if (port <= 0 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException("a port is a number from 1 to 65535, but was " + port);
            }
        }
        return new ServiceLocator(timeout, candidates.clone());
    }

    /**
     * Returns a locator that waits longer, or not so long, for responses.
     *
     * @param limit the time of a whole search; default: one second
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    public ServiceLocator withTimeout(Duration limit) {
        return new ServiceLocator(Timeouts.requirePositive(limit, "timeout of a search"), ports);
    }

    /**
     * Finds the service.
     *
     * @return its address, {@code http://127.0.0.1:PORT}
     * @throws UncheckedIOException if no port responds as the service does, with a message that says in one line what each
     *     port did; or if the thread is interrupted, whose flag stays set
     */
    @Override
    public URI get() {
        return baseUrl(search(this::port));
    }

    /**
     * Finds every service on this machine, which takes the time of a whole search where a port is open and silent.
     *
     * @return their addresses, in the order of the ports; the first is the one that {@link #get} chooses. Empty if there is
     *     none; immutable
     * @throws UncheckedIOException if the thread is interrupted, whose flag stays set
     */
    public List<URI> all() {
        return search(selector -> {
            List<Probe> probes = begin(selector);
            try {
                await(selector, () -> probes.stream().noneMatch(Probe::isUnderWay), deadline());
                return probes.stream()
                        .filter(ServiceLocator::isService)
                        .map(probe -> baseUrl(probe.port()))
                        .toList();
            } finally {
                probes.forEach(Probe::close);
            }
        });
    }

    /**
     * Finds the service and asks for its version by {@code GET /.well-known/version}.
     *
     * @return the version as the service states it, for example {@code 12.3.9}; empty if the service found states none in
     *     the time of a search
     * @throws UncheckedIOException as {@link #get}
     */
    public Optional<String> version() {
        return search(selector -> version(selector, port(selector)));
    }

    /** Shows the ports. */
    @Override
    public String toString() {
        return "ServiceLocator" + Arrays.toString(ports);
    }

    /** What is asked by a selector. */
    @FunctionalInterface
    private interface Search<T> {
        T by(Selector selector) throws IOException;
    }

    private static <T> T search(Search<T> search) {
        try {
            Selector selector = Selector.open();
            try {
                return search.by(selector);
            } finally {
                selector.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }

    private static URI baseUrl(int port) {
        return URI.create("http://" + LOOPBACK + ":" + port);
    }

    /** Returns the best port of a service, as soon as no better one can be found. */
    private int port(Selector selector) throws IOException {
        List<Probe> probes = begin(selector);
        try {
            long deadline = deadline();
            await(selector, () -> isDecided(probes), deadline);
            while (isStarting(probes) && deadline - System.nanoTime() > 0) {
                await(selector, () -> false, Math.min(System.nanoTime() + PAUSE, deadline));
                askAgain(selector, probes);
                await(selector, () -> isDecided(probes), deadline);
            }
            return probes.stream()
                    .filter(ServiceLocator::isService)
                    .findFirst()
                    .orElseThrow(() -> new NoServiceException(failure(probes)))
                    .port();
        } finally {
            probes.forEach(Probe::close);
        }
    }

    private List<Probe> begin(Selector selector) throws IOException {
        List<Probe> probes = new ArrayList<>();
        for (int port : ports) {
            probes.add(Probe.begin(selector, address(port), HEALTH));
        }
        return probes;
    }

    private static void askAgain(Selector selector, List<Probe> probes) throws IOException {
        for (int i = 0; i < probes.size(); i++) {
            if (probes.get(i).state() == State.STARTING) {
                probes.set(i, probes.get(i).again(selector));
            }
        }
    }

    private Optional<String> version(Selector selector, int port) throws IOException {
        Probe probe = Probe.begin(selector, address(port), VERSION);
        try {
            await(selector, () -> !probe.isUnderWay(), deadline());
            return probe.text().map(String::strip).filter(text -> !text.isEmpty());
        } finally {
            probe.close();
        }
    }

    private static InetSocketAddress address(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK, new byte[] {127, 0, 0, 1}), port);
    }

    private long deadline() {
        return System.nanoTime() + timeout;
    }

    private static void await(Selector selector, BooleanSupplier isDecided, long deadline) throws IOException {
        for (long left = deadline - System.nanoTime();
                left > 0 && !isDecided.getAsBoolean();
                left = deadline - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while looking for the service");
            }
            selector.select(Probe::proceed, Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
        }
    }

    /** Returns whether the first probe that has not failed is a service. */
    private static boolean isDecided(List<Probe> probes) {
        return probes.stream()
                .filter(probe -> probe.isUnderWay() || isService(probe))
                .findFirst()
                .map(ServiceLocator::isService)
                .orElse(true);
    }

    /** Returns whether there is no service yet, but one that is about to start. */
    private static boolean isStarting(List<Probe> probes) {
        return probes.stream().noneMatch(ServiceLocator::isService)
                && probes.stream().anyMatch(probe -> probe.state() == State.STARTING);
    }

    private static boolean isService(Probe probe) {
        return probe.text()
                .filter(text -> text.startsWith(HEALTHY)
                        && !text.substring(HEALTHY.length()).isBlank())
                .isPresent();
    }

    private String failure(List<Probe> probes) {
        return probes.stream()
                .collect(groupingBy(
                        Probe::state,
                        TreeMap::new,
                        mapping(probe -> Integer.toString(probe.port()), joining(", ", " at ", ""))))
                .entrySet()
                .stream()
                .map(group -> group.getKey() + group.getValue())
                .collect(joining(
                        "; ",
                        "no service found on " + LOOPBACK + " by GET " + HEALTH + " within "
                                + TimeUnit.NANOSECONDS.toMillis(timeout) + " ms: ",
                        "; " + Troubleshooting.PORTS));
    }
}
