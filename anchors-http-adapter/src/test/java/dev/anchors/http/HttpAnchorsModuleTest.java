package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dagger.BindsInstance;
import dagger.Component;
import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;

class HttpAnchorsModuleTest {

    @Singleton
    @Component(modules = HttpAnchorsModule.class)
    interface Application {

        FullAnchorRepository repository();

        AnchorRepository anchors();

        AnchorLinks links();

        @Component.Factory
        interface Factory {
            Application create(@BindsInstance HttpAnchorRepository.Builder configuration);
        }
    }

    @Singleton
    @Component(modules = HttpAnchorsModule.class)
    interface ApplicationWithClient {

        AnchorRepository anchors();

        @Component.Factory
        interface Factory {
            ApplicationWithClient create(
                    @BindsInstance HttpAnchorRepository.Builder configuration,
                    @BindsInstance CloseableHttpClient client);
        }
    }

    @Test
    void a_component_publishes_one_repository_of_the_given_configuration() {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create())) {
            Application application = DaggerHttpAnchorsModuleTest_Application.factory()
                    .create(HttpAnchorRepository.builder().baseUrl(service.baseUrl()));

            try (AnchorRepository anchors = application.anchors()) {
                assertThat(anchors).isSameAs(application.anchors()).isSameAs(application.repository());
                assertThat(application.links())
                        .isSameAs(application.repository().links());
                assertThat(anchors.snapshot()).isEmpty();
            }
        }
    }

    @Test
    void a_component_publishes_the_links_of_its_repository() {
        InMemoryAnchorRepository store = InMemoryAnchorRepository.create();
        try (FakePiecesOs service = FakePiecesOs.serving(store)) {
            Application application = DaggerHttpAnchorsModuleTest_Application.factory()
                    .create(HttpAnchorRepository.builder().baseUrl(service.baseUrl()));
            Anchor anchor = application.anchors().create(SeededAnchor.file("/a"));

            application.links().associate(anchor.id(), new TagId("x"));

            assertThat(application.anchors().snapshot().linkedTo(new TagId("x")))
                    .hasSize(1);
            application.anchors().close();
            assertThatIllegalStateException()
                    .isThrownBy(() -> application.links().associate(anchor.id(), new TagId("y")));
        }
    }

    @Test
    void a_component_that_binds_a_client_leaves_the_given_configuration_unchanged() throws IOException {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                CloseableHttpClient client =
                        HttpClients.custom().setUserAgent("mine/1.0").build()) {
            HttpAnchorRepository.Builder configuration =
                    HttpAnchorRepository.builder().baseUrl(service.baseUrl());
            DaggerHttpAnchorsModuleTest_ApplicationWithClient.factory()
                    .create(configuration, client)
                    .anchors()
                    .close();

            try (AnchorRepository anchors = configuration.maxConnections(1).build()) {
                anchors.snapshot();
            }

            assertThat(service.requests().get(0).header("User-Agent")).isNotEqualTo(Optional.of("mine/1.0"));
        }
    }

    @Test
    void a_repository_uses_the_client_that_the_component_binds() throws IOException {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                CloseableHttpClient client =
                        HttpClients.custom().setUserAgent("mine/1.0").build()) {
            ApplicationWithClient application = DaggerHttpAnchorsModuleTest_ApplicationWithClient.factory()
                    .create(HttpAnchorRepository.builder().baseUrl(service.baseUrl()), client);

            try (AnchorRepository anchors = application.anchors()) {
                anchors.snapshot();
            }

            assertThat(service.requests().get(0).header("User-Agent")).contains("mine/1.0");
        }
    }
}
