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
 * Demonstrates a composition root with Dagger: the one place that names adapters. The rest of a program knows the port.
 *
 * <p>The modules of both adapters publish the same key, {@link AnchorRepository}, so no component can install both of
 * them. There is a component for each, and configuration chooses between the two.
 */
interface AnchorsComponent {

    /** Returns the one repository of this component; whoever made the component closes it. */
    AnchorRepository anchors();

    /**
     * Returns the component of the service at {@code baseUrl}, or without one that of a repository in memory.
     *
     * @throws IllegalArgumentException if {@code baseUrl} is no address of a service
     */
    static AnchorsComponent of(Optional<String> baseUrl) {
        return baseUrl.isPresent()
                ? DaggerAnchorsComponent_OverHttp.factory()
                        .create(HttpAnchorRepository.builder().baseUrl(baseUrl.get()))
                : DaggerAnchorsComponent_InMemory.factory().create(InMemoryAnchorRepository.builder());
    }

    /** With the adapter that lives in this program's memory. */
    @Singleton
    @Component(modules = InMemoryAnchorsModule.class)
    interface InMemory extends AnchorsComponent {

        /** Takes what {@link InMemoryAnchorsModule} needs. */
        @Component.Factory
        interface Factory {
            InMemory create(@BindsInstance InMemoryAnchorRepository.Builder configuration);
        }
    }

    /** With the adapter that calls the service. */
    @Singleton
    @Component(modules = HttpAnchorsModule.class)
    interface OverHttp extends AnchorsComponent {

        /** Takes what {@link HttpAnchorsModule} needs. */
        @Component.Factory
        interface Factory {
            OverHttp create(@BindsInstance HttpAnchorRepository.Builder configuration);
        }
    }
}
