package dev.anchors.examples;

import dagger.BindsInstance;
import dagger.Component;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.http.HttpAnchorsModule;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorsModule;
import dev.anchors.ports.AnchorRepository;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Demonstrates a composition root with Dagger: the only class that names adapters. The rest of the program depends on
 * the port.
 *
 * <p>The modules of both adapters bind {@link AnchorRepository}, so one component cannot install both. Each adapter has
 * its own component, and the configuration selects one of them.
 */
interface AnchorsComponent {

    /** Returns the only repository of this component. The creator of the component closes the repository. */
    AnchorRepository anchors();

    /**
     * Returns a component whose repository calls the service at {@code baseUrl}, or stores anchors in memory if
     * {@code baseUrl} is empty.
     *
     * @throws IllegalArgumentException if {@code baseUrl} is not the URL of a service
     */
    static AnchorsComponent of(Optional<String> baseUrl) {
        return baseUrl.isPresent()
                ? DaggerAnchorsComponent_OverHttp.factory()
                        .create(HttpAnchorRepository.builder().baseUrl(baseUrl.get()))
                : DaggerAnchorsComponent_InMemory.factory().create(InMemoryAnchorRepository.builder());
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
}
