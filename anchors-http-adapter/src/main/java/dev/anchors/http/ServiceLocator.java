package dev.anchors.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import dev.anchors.http.HealthCheck.State;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Finds the service on this machine, for {@link HttpAnchorRepository.Builder#baseUrl(Supplier)}.
 *
 * <pre>{@code
 * HttpAnchorRepository.builder().baseUrl(new ServiceLocator()).build()
 * }</pre>
 *
 * <p>A service listens on the documented port 1000 or, in releases after 10.1.15, on one from 39300 to 39333 that it
 * chooses at start (wire description). All of them are asked {@code GET /.well-known/health} at once, on 127.0.0.1 alone,
 * and have one second to answer. What answers 200 is taken for the service: the documented port before any other, then
 * the lowest. So a port that is open and silent is waited for only where no better one has answered.
 *
 * <p>Thread-safe, without memory and without threads of its own: each look asks anew, by the thread that wants to know.
 */
public final class ServiceLocator implements Supplier<URI> {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Duration limit;
    private final int[] ports;

    /** Makes a locator. */
    public ServiceLocator() {
        this(
                LIMIT,
                IntStream.concat(IntStream.of(1_000), IntStream.rangeClosed(39_300, 39_333))
                        .toArray());
    }

    /** Makes a locator of other ports, in the order in which they are preferred. */
    ServiceLocator(Duration limit, int... ports) {
        this.limit = limit;
        this.ports = ports.clone();
    }

    /**
     * Looks for the service.
     *
     * @return its address, {@code http://127.0.0.1:PORT}
     * @throws UncheckedIOException if no port answered, which the message tells of each in one line, or if the thread is
     *     interrupted, whose flag stays set
     */
    @Override
    public URI get() {
        List<HealthCheck> checks = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            for (int port : ports) {
                checks.add(HealthCheck.begin(selector, new InetSocketAddress(loopback, port)));
            }
            return URI.create(
                    "http://" + LOOPBACK + ":" + best(selector, checks).port());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        } finally {
            checks.forEach(HealthCheck::close);
        }
    }

    /** Shows the ports. */
    @Override
    public String toString() {
        return "ServiceLocator" + Arrays.toString(ports);
    }

    /** Returns the best port that is healthy, as soon as none better can become so. */
    private HealthCheck best(Selector selector, List<HealthCheck> checks) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0 && isOpen(checks); left = deadline - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while looking for the service");
            }
            selector.select(HealthCheck::proceed, Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
        }
        return checks.stream()
                .filter(check -> check.state() == State.HEALTHY)
                .findFirst()
                .orElseThrow(() -> new ConnectException(failure(checks)));
    }

    private static boolean isOpen(List<HealthCheck> checks) {
        return checks.stream()
                        .map(HealthCheck::state)
                        .filter(state -> state == State.ASKING || state == State.HEALTHY)
                        .findFirst()
                        .orElse(State.HEALTHY)
                == State.ASKING;
    }

    private String failure(List<HealthCheck> checks) {
        return checks.stream()
                .collect(groupingBy(
                        HealthCheck::state,
                        TreeMap::new,
                        mapping(check -> Integer.toString(check.port()), joining(", ", " at ", ""))))
                .entrySet()
                .stream()
                .map(group -> group.getKey() + group.getValue())
                .collect(joining(
                        "; ",
                        "no service found on " + LOOPBACK + " by GET " + HealthCheck.PATH + " within "
                                + limit.toMillis() + " ms: ",
                        ""));
    }
}
