package dev.anchors.recipes.notes;

import dev.anchors.http.CallListener;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.http.ServiceLocator;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import java.net.URI;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Chooses the repository of the application. Nothing is sent before the first call, so the application starts without a service.
 * Spring closes the repository with the context, since it is {@code AutoCloseable}.
 */
@Configuration(proxyBeanMethods = false)
class AnchorsConfiguration {

    @Bean
    @Profile("!offline")
    HttpAnchorRepository httpAnchors(AnchorsProperties properties, CallListener metrics) {
        return HttpAnchorRepository.builder()
                .baseUrl(address(properties))
                .callTimeout(properties.callTimeout())
                .listener(metrics)
                .build();
    }

    private static Supplier<URI> address(AnchorsProperties properties) {
        return properties.baseUrl() == null ? new ServiceLocator() : properties::baseUrl;
    }

    @Bean
    @Profile("offline")
    FullAnchorRepository inMemoryAnchors() {
        return InMemoryAnchorRepository.create();
    }
}
