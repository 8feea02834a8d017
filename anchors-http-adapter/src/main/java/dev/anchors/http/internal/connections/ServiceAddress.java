package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the service is: always at one base URL, or where a supplier says. Thread-safe if the supplier is. */
public final class ServiceAddress {

    private final @Nullable Supplier<URI> supplier; // null where the address is fixed
    private volatile @Nullable BaseUrl known;

    private ServiceAddress(@Nullable Supplier<URI> supplier, @Nullable BaseUrl known) {
        this.supplier = supplier;
        this.known = known;
    }

    /** Returns an address that never changes. */
    public static ServiceAddress fixed(BaseUrl url) {
        return new ServiceAddress(null, url);
    }

    /** Returns an address that {@code supplier} is asked for. */
    public static ServiceAddress suppliedBy(Supplier<URI> supplier) {
        return new ServiceAddress(supplier, null);
    }

    /** Returns the fixed address, or what the supplier said last; null if it has not been asked. */
    @Nullable
    BaseUrl known() {
        return known;
    }

    /**
     * Returns the fixed address, or asks the supplier.
     *
     * @throws NoAddressException if the supplier failed, or what it returned is no address of a service
     */
    BaseUrl current() throws NoAddressException {
        BaseUrl current = supplier == null ? known : ask(supplier);
        known = current;
        return Objects.requireNonNull(current);
    }

    /** Returns whether the address is known to be https. */
    boolean isHttps() {
        BaseUrl url = known;
        return url != null && url.isHttps();
    }

    /** Forgets what the supplier said last. */
    void forget() {
        if (supplier != null) {
            known = null;
        }
    }

    private static BaseUrl ask(Supplier<URI> supplier) throws NoAddressException {
        try {
            return BaseUrl.of(Objects.requireNonNull(supplier.get(), "the supplied base URL is null"));
        } catch (RuntimeException failure) {
            throw new NoAddressException(failure);
        }
    }

    @Override
    public String toString() {
        BaseUrl url = known;
        return url == null ? "an address to be supplied" : url.toString();
    }

    /** The supplier gave no address, so nothing was sent; the cause is what it threw, or what is wrong with the address. */
    public static final class NoAddressException extends IOException {

        private static final long serialVersionUID = 1L;

        NoAddressException(RuntimeException cause) {
            super(cause);
        }
    }
}
