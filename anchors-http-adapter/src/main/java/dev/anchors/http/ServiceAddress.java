package dev.anchors.http;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the service is: always at one place, or where a supplier says. */
final class ServiceAddress {

    private final @Nullable Supplier<URI> supplier; // null where the address is fixed
    private volatile @Nullable BaseUrl known;

    private ServiceAddress(@Nullable Supplier<URI> supplier, @Nullable BaseUrl known) {
        this.supplier = supplier;
        this.known = known;
    }

    static ServiceAddress fixed(BaseUrl url) {
        return new ServiceAddress(null, url);
    }

    static ServiceAddress suppliedBy(Supplier<URI> supplier) {
        return new ServiceAddress(supplier, null);
    }

    boolean isFixed() {
        return supplier == null;
    }

    /** Returns the fixed address, or what the supplier said last; null where it has not been asked. */
    @Nullable
    BaseUrl known() {
        return known;
    }

    /**
     * Asks the supplier.
     *
     * @throws NoAddressException if it failed, or what it gave is no address of a service
     */
    BaseUrl ask() throws NoAddressException {
        try {
            BaseUrl found = BaseUrl.of(
                    Objects.requireNonNull(Objects.requireNonNull(supplier).get(), "the supplied base URL is null"));
            known = found;
            return found;
        } catch (RuntimeException failure) {
            throw new NoAddressException(failure);
        }
    }

    /** Has the supplier asked before the next request. */
    void forget() {
        if (!isFixed()) {
            known = null;
        }
    }

    @Override
    public String toString() {
        BaseUrl url = known;
        return url == null ? "an address to be supplied" : url.toString();
    }

    /** Nobody said where the service is, so nothing was sent; the cause is what the supplier threw, or what is wrong. */
    static final class NoAddressException extends IOException {

        private static final long serialVersionUID = 1L;

        NoAddressException(RuntimeException cause) {
            super(cause);
        }
    }
}
