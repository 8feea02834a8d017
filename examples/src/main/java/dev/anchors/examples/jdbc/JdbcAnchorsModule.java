package dev.anchors.examples.jdbc;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;

/**
 * Publishes one repository in a database to a Dagger component: as {@link FullAnchorRepository}, as {@link AnchorRepository},
 * and each of its roles, such as {@link AnchorLinks}.
 *
 * <p>The component binds a {@link JdbcAnchorRepository}, best by {@code @BindsInstance} in its factory. The owner of the
 * component closes the repository.
 */
@Module
public interface JdbcAnchorsModule {

    /** Returns the repository with every role. */
    @Binds
    FullAnchorRepository fullRepository(JdbcAnchorRepository repository);

    /** Returns the repository without its roles. */
    @Binds
    AnchorRepository anchors(FullAnchorRepository repository);

    /** Returns the links of the repository. */
    @Provides
    static AnchorLinks links(FullAnchorRepository repository) {
        return repository.links();
    }
}
