package dev.anchors.inmemory;

import dagger.Module;
import dagger.Provides;
import dev.anchors.ports.AnchorRepository;
import jakarta.inject.Singleton;

/**
 * Publishes one {@link AnchorRepository} in memory to a Dagger component.
 *
 * <p>The component binds an {@link InMemoryAnchorRepository.Builder}, which is the configuration, best by
 * {@code @BindsInstance} in its factory. The owner of the component closes the repository.
 */
@Module
public interface InMemoryAnchorsModule {

    /** Returns the repository that {@code configuration} describes. */
    @Provides
    @Singleton
    static AnchorRepository repository(InMemoryAnchorRepository.Builder configuration) {
        return configuration.build();
    }
}
