package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dagger.BindsInstance;
import dagger.Component;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

class InMemoryAnchorsModuleTest {

    @Singleton
    @Component(modules = InMemoryAnchorsModule.class)
    interface Application {

        FullAnchorRepository repository();

        AnchorRepository anchors();

        AnchorLinks links();

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
            assertThat(anchors).isSameAs(application.anchors()).isSameAs(application.repository());
            assertThat(application.links()).isSameAs(application.repository().links());
            assertThat(anchors.create(SeededAnchor.file("/notes")).id()).isEqualTo(new AnchorId("mine"));
        }
    }

    @Test
    void a_dagger_component_provides_the_links_of_its_repository() {
        Application application =
                DaggerInMemoryAnchorsModuleTest_Application.factory().create(InMemoryAnchorRepository.builder());
        TagId tag = new TagId("tag-1");

        try (AnchorRepository anchors = application.anchors()) {
            AnchorId anchor = anchors.create(SeededAnchor.file("/notes")).id();
            application.links().associate(anchor, tag);

            assertThat(anchors.find(anchor).orElseThrow().tags()).containsExactly(tag);
        }
    }
}
