package dev.anchors.recipes.notes;

import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.http.ServiceHealth;
import dev.anchors.ports.AnchorRepositoryException;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Asks PiecesOS for its health. While it starts, it is out of service. */
@Component
@Profile("!offline")
class AnchorsHealthIndicator implements HealthIndicator {

    private final HttpAnchorRepository anchors;

    AnchorsHealthIndicator(HttpAnchorRepository anchors) {
        this.anchors = anchors;
    }

    @Override
    public Health health() {
        try {
            ServiceHealth service = anchors.health();
            return (service.isHealthy() ? Health.up() : Health.outOfService())
                    .withDetail("version", service.version().orElse("unknown"))
                    .build();
        } catch (AnchorRepositoryException failure) {
            return Health.down(failure).build();
        }
    }
}
