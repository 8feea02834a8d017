package dev.anchors.http;

import java.util.Objects;
import java.util.Optional;

/**
 * What a service says of itself.
 *
 * @param text the response to {@code GET /.well-known/health}: {@code ok:} and the id of the installation, or for example
 *     {@code migrating} while the service starts; at most 4,096 characters
 * @param version the response to {@code GET /.well-known/version}, for example {@code 12.3.9}; empty if the service states none
 */
public record ServiceHealth(String text, Optional<String> version) {

    private static final String HEALTHY = "ok:";

    /** Checks that nothing is null. */
    public ServiceHealth {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(version, "version");
    }

    /** Returns whether a PiecesOS says that it serves requests. */
    public boolean isHealthy() {
        return text.startsWith(HEALTHY);
    }
}
