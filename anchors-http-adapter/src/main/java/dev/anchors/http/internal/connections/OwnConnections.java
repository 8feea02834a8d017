package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.net.InetAddress;
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
    private final HostAddresses hosts;
    private final Opener opener;
    private final LongSupplier nanoClock;
    private final int limit;
    private final Semaphore permits;
    private final Deque<ServiceConnection> idle = new ConcurrentLinkedDeque<>();
    private final Set<ServiceConnection> all = ConcurrentHashMap.newKeySet();
    private @Nullable TlsSocketStrategy tls; // guarded by this; null until an https address needs it
    private volatile boolean hasDiscarded; // whether some of all are to be closed, since an error kept them open
    private volatile boolean closed;

    /** Makes a connection that is not connected yet. */
    @FunctionalInterface
    interface Opener {

        /** Makes a connection whose TLS handshake {@code tls} makes; null for none. */
        ServiceConnection open(BaseUrl url, HostAddresses hosts, @Nullable TlsSocketStrategy tls);
    }

    /**
     * Makes connections to one service; none is opened yet.
     *
     * @param limit how many there may be at once
     * @param trust whom to trust where the base URL is https; null for whom the JVM trusts
     */
    public OwnConnections(ServiceAddress address, int limit, @Nullable SSLContext trust) {
        this(
                address,
                new Semaphore(limit),
                trust,
                new HostAddresses(InetAddress::getAllByName),
                ServiceConnection::new,
                System::nanoTime);
    }

    /**
     * Makes connections to one service.
     *
     * @param permits one for each connection that there may be at once
     */
    OwnConnections(
            ServiceAddress address,
            Semaphore permits,
            @Nullable SSLContext trust,
            HostAddresses hosts,
            Opener opener,
            LongSupplier nanoClock) {
        this.address = address;
        this.permits = permits;
        this.hosts = hosts;
        this.opener = opener;
        this.nanoClock = nanoClock;
        limit = permits.availablePermits();
        tls = trust == null ? null : new DefaultClientTlsStrategy(trust);
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
        return closed ? 0 : limit - permits.availablePermits();
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
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        permits.release(Integer.MAX_VALUE - limit); // ends all waits for a permit
        idle.clear();
        all.forEach(this::discard);
    }

    @Override
    public boolean isAtDocumentedAddress() {
        return BaseUrl.DOCUMENTED.equals(address.known());
    }

    @Override
    public boolean isHttps() {
        return address.isHttps();
    }

    @Override
    public String toString() {
        return address.toString();
    }

    private ServiceConnection open() throws IOException {
        BaseUrl current = address.current();
        ServiceConnection opened = opener.open(current, hosts, tls(current));
        all.add(opened);
        if (closed) { // the set may have been emptied before
            discard(opened);
        }
        return opened;
    }

    /** Returns whether a connection may serve again; an error in the look leaves that open. */
    private boolean isReusable(ServiceConnection connection) {
        return connection.isReusable(nanoClock.getAsLong());
    }

    private void release(ServiceConnection connection, boolean isToBeKept) {
        boolean isIdle = false;
        try {
            if (isToBeKept && connection.canServeAgain()) {
                idle.addFirst(connection);
                isIdle = true;
            }
        } finally {
            if (!isIdle) {
                discard(connection);
            }
        }
        if (closed) {
            closeIdle();
        }
        ServiceConnection longestIdle = idle.peekLast();
        if (longestIdle != null && longestIdle.isExpired(nanoClock.getAsLong()) && idle.remove(longestIdle)) {
            discard(longestIdle);
        }
    }

    /** Closes a connection; what an error keeps open is closed by the next call. */
    private void discard(ServiceConnection connection) {
        connection.isDiscarded = true; // a call could fail
        boolean isClosed = false;
        try {
            connection.close();
            all.remove(connection);
            isClosed = true;
        } finally {
            if (!isClosed) {
                hasDiscarded = true;
            }
        }
    }

    private void closeDiscarded() {
        if (hasDiscarded) {
            hasDiscarded = false;
            for (ServiceConnection connection : all) {
                if (connection.isDiscarded) {
                    discard(connection);
                }
            }
        }
    }

    /**
     * What is held is in a field from the moment on at which it is held, and {@link #close} releases what the fields hold:
     * no error between the two can lose it.
     */
    private final class OwnLease implements Lease {

        private final HttpClientContext context = HttpClientContext.create();
        private volatile @Nullable ServiceConnection connection;
        private volatile boolean aborted;
        private @Nullable HttpUriRequestBase sent;
        private long end; // of the time that the caller has, as System.nanoTime
        private boolean hasPermit;
        private boolean wasReused;
        private boolean isToBeKept;

        @Override
        public boolean acquire(long nanos) throws InterruptedException {
            ReservedStack.require();
            end = System.nanoTime() + nanos;
            hasPermit = permits.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            return hasPermit && !closed;
        }

        @Override
        public ClassicHttpResponse send(HttpUriRequestBase request, String path) throws IOException {
            ServiceConnection taken = take();
            if (aborted) { // perhaps before there was a connection to close
                throw new ClosedChannelException();
            }
            wasReused = taken.isConnected();
            taken.baseUrl().applyTo(request, path);
            sent = request;
            return taken.send(request, context, end - System.nanoTime());
        }

        /** Holds a connection that can serve again, or else a new one, which is not connected yet. */
        private ServiceConnection take() throws IOException {
            discardHeld();
            closeDiscarded();
            for (connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
                ServiceConnection idleBefore = connection;
                if (!aborted && isReusable(idleBefore)) {
                    return idleBefore;
                }
                discardHeld();
            }
            ServiceConnection opened = open();
            connection = opened;
            return opened;
        }

        private void discardHeld() {
            ServiceConnection held = connection;
            if (held != null) {
                discard(held);
                connection = null;
            }
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
                if (used != null) {
                    release(used, isToBeKept);
                }
            } finally {
                permits.release();
            }
        }
    }
}
