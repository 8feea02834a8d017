package dev.anchors.http.internal.connections;

/** The connections to one service; thread-safe. */
public interface Connections extends AutoCloseable {

    /** Returns a lease that holds no connection yet. */
    Lease lease();

    /** Returns how many leases are in use; 0 where nobody counts them. */
    int leased();

    /** Closes the connections that wait for a request: where one is dead, the others are likely to be dead, too. */
    void closeIdle();

    /** Returns whether {@link #close} was called. */
    boolean isClosed();

    /** Closes every connection, those in use included; a second time it does nothing. */
    @Override
    void close();

    /** Returns whether the service is asked at its documented address. */
    boolean isAtDocumentedAddress();

    /** Returns whether requests are sent by TLS, as far as that is known. */
    boolean isHttps();

    /** Returns the address of the service, as far as it is known. */
    @Override
    String toString();
}
