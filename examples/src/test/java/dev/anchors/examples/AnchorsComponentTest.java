package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.examples.jdbc.JdbcAnchorRepository;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnchorsComponentTest {

    @Test
    void a_component_without_a_base_url_stores_anchors_in_memory() {
        try (AnchorRepository anchors = AnchorsComponent.inMemory().anchors()) {
            assertThat(anchors).isInstanceOf(InMemoryAnchorRepository.class);
        }
    }

    @Test
    void a_component_with_a_base_url_calls_the_service() {
        AnchorsComponent component = AnchorsComponent.ofService("http://127.0.0.1:1000", Duration.ofSeconds(2));

        try (AnchorRepository anchors = component.anchors()) {
            assertThat(anchors).isInstanceOf(HttpAnchorRepository.class);
        }
    }

    @Test
    void a_component_with_a_jdbc_url_stores_anchors_in_the_database() {
        AnchorsComponent component = AnchorsComponent.ofStore(
                Optional.of("jdbc:h2:mem:" + UUID.randomUUID()), Clock.systemUTC(), Duration.ofSeconds(2));

        try (AnchorRepository anchors = component.anchors()) {
            assertThat(anchors).isInstanceOf(JdbcAnchorRepository.class);
        }
    }

    @Test
    void the_repository_of_a_store_has_links() {
        Optional<String> database = Optional.of("jdbc:h2:mem:" + UUID.randomUUID());
        for (Optional<String> jdbcUrl : List.of(database, Optional.<String>empty())) {
            AnchorsComponent component = AnchorsComponent.ofStore(jdbcUrl, Clock.systemUTC(), Duration.ofSeconds(2));
            try (FullAnchorRepository anchors = component.anchors()) {
                AnchorId anchor = anchors.create(SeededAnchor.file("/notes")).id();
                anchors.links().associate(anchor, new TagId("tag-1"));

                assertThat(anchors.find(anchor).orElseThrow().tags()).containsExactly(new TagId("tag-1"));
            }
        }
    }

    @Test
    void a_component_always_returns_the_same_repository() {
        AnchorsComponent component = AnchorsComponent.inMemory();

        try (AnchorRepository anchors = component.anchors()) {
            assertThat(component.anchors()).isSameAs(anchors);
        }
    }

    @Test
    void a_base_url_that_is_not_a_url_is_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnchorsComponent.ofService("nonsense", Duration.ofSeconds(2)));
    }
}
