package dev.anchors.examples;

import dagger.BindsInstance;
import dagger.Component;
import dev.anchors.examples.jdbc.JdbcAnchorRepository;
import dev.anchors.examples.jdbc.JdbcAnchorsModule;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.http.HttpAnchorsModule;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorsModule;
import dev.anchors.ports.FullAnchorRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Demonstrates a composition root with Dagger: the only class that names adapters. The rest of the program depends on
 * the ports.
 *
 * <p>The module of each adapter binds {@link FullAnchorRepository}, so one component cannot install two of them. Each adapter
 * has its own component, and the configuration selects one of them.
 */
interface AnchorsComponent {

    /** Returns the only repository of this component. The creator of the component closes the repository. */
    FullAnchorRepository anchors();

    /** Returns a component whose repository stores anchors in memory. */
    static AnchorsComponent inMemory() {
        return inMemory(InMemoryAnchorRepository.builder());
    }

    /**
     * Returns a component whose repository calls the service at {@code baseUrl}.
     *
     * @param timeout the longest wait for the result of a call
     * @throws IllegalArgumentException if {@code baseUrl} is not the URL of a service
     */
    static AnchorsComponent ofService(String baseUrl, Duration timeout) {
        return DaggerAnchorsComponent_OverHttp.factory()
                .create(HttpAnchorRepository.builder().baseUrl(baseUrl).callTimeout(timeout));
    }

    /**
     * Returns a component whose repository stores anchors in the database at {@code jdbcUrl}, or in memory if
     * {@code jdbcUrl} is empty.
     *
     * @param databaseTimeout the longest wait for a connection to a database that does not respond
     * @throws IllegalArgumentException if no driver knows {@code jdbcUrl}, or if the timeout is shorter than 250 ms
     * @throws dev.anchors.examples.jdbc.DatabaseException if the database cannot be opened
     */
    static AnchorsComponent ofStore(Optional<String> jdbcUrl, InstantSource clock, Duration databaseTimeout) {
        return jdbcUrl.isPresent()
                ? DaggerAnchorsComponent_InDatabase.factory()
                        .create(JdbcAnchorRepository.open(jdbcUrl.get(), clock, databaseTimeout))
                : inMemory(InMemoryAnchorRepository.builder().clock(clock));
    }

    private static AnchorsComponent inMemory(InMemoryAnchorRepository.Builder configuration) {
        return DaggerAnchorsComponent_InMemory.factory().create(configuration);
    }

    /** A component with the in-memory adapter. */
    @Singleton
    @Component(modules = InMemoryAnchorsModule.class)
    interface InMemory extends AnchorsComponent {

        /** Creates components from the configuration that {@link InMemoryAnchorsModule} requires. */
        @Component.Factory
        interface Factory {
            InMemory create(@BindsInstance InMemoryAnchorRepository.Builder configuration);
        }
    }

    /** A component with the HTTP adapter. */
    @Singleton
    @Component(modules = HttpAnchorsModule.class)
    interface OverHttp extends AnchorsComponent {

        /** Creates components from the configuration that {@link HttpAnchorsModule} requires. */
        @Component.Factory
        interface Factory {
            OverHttp create(@BindsInstance HttpAnchorRepository.Builder configuration);
        }
    }

    /** A component with the adapter for databases. */
    @Singleton
    @Component(modules = JdbcAnchorsModule.class)
    interface InDatabase extends AnchorsComponent {

        /** Creates components from the repository that {@link JdbcAnchorsModule} requires. */
        @Component.Factory
        interface Factory {
            InDatabase create(@BindsInstance JdbcAnchorRepository repository);
        }
    }
}
