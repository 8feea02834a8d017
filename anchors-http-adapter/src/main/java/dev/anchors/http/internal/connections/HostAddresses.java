package dev.anchors.http.internal.connections;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses of a host, of which the one that accepted a connection last is tried first. Thread-safe. */
final class HostAddresses {

    private final Resolver resolver;
    private volatile @Nullable InetAddress accepting;

    /** Looks up a name. */
    @FunctionalInterface
    interface Resolver {

        /** Returns the addresses of a host, as {@link InetAddress#getAllByName}. */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    HostAddresses(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Returns the addresses in the order in which they are to be tried. */
    List<InetAddress> of(String host) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>(List.of(resolver.resolve(host)));
        InetAddress first = accepting;
        if (first != null && addresses.remove(first)) {
            addresses.add(0, first);
        }
        return addresses;
    }

    /** Takes note that an address has accepted a connection. */
    void accepted(InetAddress address) {
        accepting = address;
    }
}
