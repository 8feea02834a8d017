package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnchorsComponentTest {

    @Test
    void a_component_without_a_base_url_stores_anchors_in_memory() {
        try (AnchorRepository anchors = AnchorsComponent.of(Optional.empty()).anchors()) {
            assertThat(anchors).isInstanceOf(InMemoryAnchorRepository.class);
        }
    }

    @Test
    void a_component_with_a_base_url_calls_the_service() {
        Optional<String> baseUrl = Optional.of("http://127.0.0.1:1000");

        try (AnchorRepository anchors = AnchorsComponent.of(baseUrl).anchors()) {
            assertThat(anchors).isInstanceOf(HttpAnchorRepository.class);
        }
    }

    @Test
    void a_component_always_returns_the_same_repository() {
        AnchorsComponent component = AnchorsComponent.of(Optional.empty());

        try (AnchorRepository anchors = component.anchors()) {
            assertThat(component.anchors()).isSameAs(anchors);
        }
    }

    @Test
    void a_base_url_that_is_not_a_url_is_rejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> AnchorsComponent.of(Optional.of("nonsense")));
    }
}
