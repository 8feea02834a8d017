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
    void without_an_address_the_repository_is_in_memory() {
        try (AnchorRepository anchors = AnchorsComponent.of(Optional.empty()).anchors()) {
            assertThat(anchors).isInstanceOf(InMemoryAnchorRepository.class);
        }
    }

    @Test
    void with_an_address_the_repository_calls_the_service() {
        Optional<String> address = Optional.of("http://127.0.0.1:1000");

        try (AnchorRepository anchors = AnchorsComponent.of(address).anchors()) {
            assertThat(anchors).isInstanceOf(HttpAnchorRepository.class);
        }
    }

    @Test
    void a_component_has_one_repository() {
        AnchorsComponent component = AnchorsComponent.of(Optional.empty());

        try (AnchorRepository anchors = component.anchors()) {
            assertThat(component.anchors()).isSameAs(anchors);
        }
    }

    @Test
    void refuses_what_is_no_address() {
        assertThatIllegalArgumentException().isThrownBy(() -> AnchorsComponent.of(Optional.of("nonsense")));
    }
}
