package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dagger.BindsInstance;
import dagger.Component;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

class InMemoryAnchorsModuleTest {

    @Singleton
    @Component(modules = InMemoryAnchorsModule.class)
    interface Application {

        AnchorRepository anchors();

        @Component.Factory
        interface Factory {
            Application create(@BindsInstance InMemoryAnchorRepository.Builder configuration);
        }
    }

    @Test
    void a_dagger_component_provides_one_in_memory_repository_with_the_given_configuration() {
        Application application = DaggerInMemoryAnchorsModuleTest_Application.factory()
                .create(InMemoryAnchorRepository.builder().anchorIds(() -> new AnchorId("mine")));

        try (AnchorRepository anchors = application.anchors()) {
            assertThat(anchors).isSameAs(application.anchors());
            assertThat(anchors.create(SeededAnchor.file("/notes")).id()).isEqualTo(new AnchorId("mine"));
        }
    }
}
