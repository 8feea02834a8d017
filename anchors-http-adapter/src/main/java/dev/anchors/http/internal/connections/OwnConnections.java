package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Connections of our own, at most a fixed number. The one that was returned last is used first, and only if nothing is
 * wrong with it; otherwise a new one is opened.
 *
 * <p>HttpClient's own pool is not used: its check of a connection takes a millisecond and takes stray bytes for health.
 * Without the pool nothing is left that HttpClient would do for a request to one service, so HttpCore sends it.
 */
public final class OwnConnections implements Connections {

    private final ServiceAddress address;
    private final LongSupplier nanoClock;
    private final int limit;
    private final Semaphore permits;
    private final Deque<ServiceConnection> idle = new ConcurrentLinkedDeque<>();
    private final Set<ServiceConnection> all = ConcurrentHashMap.newKeySet();
    private @Nullable TlsSocketStrategy tls; // guarded by this; null until an https address needs it
    private volatile boolean closed;

    /**
     * Makes connections to one service; none is opened yet.
     *
     * @param limit how many there may be at once
     * @param trust whom to trust where the base URL is https; null for whom the JVM trusts
     */
    public OwnConnections(ServiceAddress address, int limit, @Nullable SSLContext trust) {
        this(address, limit, trust, System::nanoTime);
    }

    OwnConnections(ServiceAddress address, int limit, @Nullable SSLContext trust, LongSupplier nanoClock) {
        this.address = address;
        this.limit = limit;
        this.nanoClock = nanoClock;
        tls = trust == null ? null : new DefaultClientTlsStrategy(trust);
        permits = new Semaphore(limit);
        tls(address.known()); // so that a call does not spend its time on it
    }

    /**
     * Returns what makes the handshake; null where the address is not https. The trust material of the JVM is read when the
     * first https address needs it, since that takes longer than everything else.
     */
    private synchronized @Nullable TlsSocketStrategy tls(@Nullable BaseUrl url) {
        if (url == null || !url.isHttps()) {
            return null;
        }
        TlsSocketStrategy read = tls == null ? DefaultClientTlsStrategy.createDefault() : tls;
        tls = read;
        return read;
    }

    @Override
    public Lease lease() {
        return new OwnLease();
    }

    @Override
    public int leased() {
        return limit - permits.availablePermits();
    }

    @Override
    public void closeIdle() {
        for (ServiceConnection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            discard(next);
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        idle.clear();
        all.forEach(this::discard);
    }

    @Override
    public boolean isAtDocumentedAddress() {
        return BaseUrl.DOCUMENTED.equals(address.known());
    }

    @Override
    public String toString() {
        return address.toString();
    }

    /** Returns a connection that can serve again, or else a new one, which is not connected yet. */
    private ServiceConnection take(@Nullable ServiceConnection failed) throws IOException {
        if (failed != null) {
            discard(failed);
        }
        for (ServiceConnection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (isReusable(next)) {
                return next;
            }
        }
        return open();
    }

    /** Returns whether a connection may serve again; one that may not, or whose check failed by an error, is closed. */
    private boolean isReusable(ServiceConnection connection) {
        boolean reusable = false;
        try {
            reusable = connection.isReusable(nanoClock.getAsLong());
            return reusable;
        } finally {
            if (!reusable) {
                discard(connection);
            }
        }
    }

    private ServiceConnection open() throws IOException {
        BaseUrl current = address.current();
        ServiceConnection opened = new ServiceConnection(current, tls(current));
        all.add(opened);
        if (closed) { // the set may have been emptied before
            discard(opened);
        }
        return opened;
    }

    private void giveBack(ServiceConnection connection) {
        idle.addFirst(connection);
        if (closed) {
            closeIdle();
        }
        ServiceConnection longestIdle = idle.peekLast();
        if (longestIdle != null && longestIdle.isExpired(nanoClock.getAsLong()) && idle.remove(longestIdle)) {
            discard(longestIdle);
        }
    }

    private void discard(ServiceConnection connection) {
        all.remove(connection);
        connection.close();
    }

    private final class OwnLease implements Lease {

        private final HttpClientContext context = HttpClientContext.create();
        private volatile @Nullable ServiceConnection connection;
        private volatile boolean aborted;
        private @Nullable HttpUriRequestBase sent;
        private boolean hasPermit;
        private boolean wasReused;
        private boolean isToBeKept;

        @Override
        public boolean acquire(long nanos) throws InterruptedException {
            hasPermit = permits.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            return hasPermit;
        }

        @Override
        public ClassicHttpResponse send(HttpUriRequestBase request, String path) throws IOException {
            ServiceConnection taken = take(connection);
            connection = taken;
            if (aborted) { // perhaps before there was a connection to close
                throw new ClosedChannelException();
            }
            wasReused = taken.isConnected();
            taken.baseUrl().applyTo(request, path);
            sent = request;
            return taken.send(request, context);
        }

        @Override
        public boolean wasConnected() {
            ServiceConnection used = connection;
            return used != null && used.wasConnected();
        }

        @Override
        public boolean wasReused() {
            return wasReused;
        }

        @Override
        public void keep(ClassicHttpResponse response) {
            isToBeKept = DefaultConnectionReuseStrategy.INSTANCE.keepAlive(sent, response, context);
            TimeValue keepAlive = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
            Objects.requireNonNull(connection).keepFor(keepAlive, nanoClock.getAsLong());
        }

        @Override
        public void abort() {
            aborted = true;
            ServiceConnection used = connection;
            if (used != null) {
                used.close();
            }
        }

        @Override
        public void close() {
            if (!hasPermit) {
                return;
            }
            hasPermit = false;
            try {
                ServiceConnection used = connection;
                if (used != null && isToBeKept && used.canServeAgain()) {
                    giveBack(used);
                } else if (used != null) {
                    discard(used);
                }
            } finally {
                permits.release();
            }
        }
    }
}
