package dev.anchors.recipes.notes;

import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Chooses the repository of the application. Spring closes it with the context, since it is {@code AutoCloseable}. */
@Configuration(proxyBeanMethods = false)
class AnchorsConfiguration {

    @Bean
    @Profile("!offline")
    FullAnchorRepository httpAnchors(AnchorsProperties properties) {
        return HttpAnchorRepository.builder()
                .baseUrl(properties.baseUrl())
                .callTimeout(properties.callTimeout())
                .build();
    }

    @Bean
    @Profile("offline")
    FullAnchorRepository inMemoryAnchors() {
        return InMemoryAnchorRepository.create();
    }
}
