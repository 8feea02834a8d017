package dev.anchors.inmemory;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import jakarta.inject.Singleton;

/**
 * Publishes one repository in memory to a Dagger component: as {@link FullAnchorRepository}, as {@link AnchorRepository},
 * and each of its roles, such as {@link AnchorLinks}.
 *
 * <p>The component binds an {@link InMemoryAnchorRepository.Builder}, which is the configuration, best by
 * {@code @BindsInstance} in its factory. The owner of the component closes the repository.
 */
@Module
public interface InMemoryAnchorsModule {

    /** Returns the repository that {@code configuration} describes. */
    @Provides
    @Singleton
    static InMemoryAnchorRepository repository(InMemoryAnchorRepository.Builder configuration) {
        return configuration.build();
    }

    /** Returns the repository with every role. */
    @Binds
    FullAnchorRepository fullRepository(InMemoryAnchorRepository repository);

    /** Returns the repository without its roles. */
    @Binds
    AnchorRepository anchors(FullAnchorRepository repository);

    /** Returns the links of the repository. */
    @Provides
    static AnchorLinks links(FullAnchorRepository repository) {
        return repository.links();
    }
}
