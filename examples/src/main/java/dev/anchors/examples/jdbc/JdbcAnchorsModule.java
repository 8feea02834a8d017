package dev.anchors.examples.jdbc;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;

/**
 * Publishes one repository in a database to a Dagger component, as {@link AnchorRepository} and as {@link AnchorLinks}.
 *
 * <p>The component binds a {@link JdbcAnchorRepository}, best by {@code @BindsInstance} in its factory. The owner of the
 * component closes the repository.
 */
@Module
public interface JdbcAnchorsModule {

    /** Returns the repository as the port. */
    @Binds
    AnchorRepository anchors(JdbcAnchorRepository repository);

    /** Returns the links of the repository. */
    @Provides
    static AnchorLinks links(JdbcAnchorRepository repository) {
        return repository.links();
    }
}
