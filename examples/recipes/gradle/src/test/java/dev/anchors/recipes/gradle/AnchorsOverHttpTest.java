package dev.anchors.recipes.gradle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import org.junit.jupiter.api.Test;

class AnchorsOverHttpTest {

    @Test
    void an_anchor_is_created_over_http() {
        try (AnchorRepository store = InMemoryAnchorRepository.create();
                FakePiecesOs service = FakePiecesOs.serving(store);
                AnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .build()) {
            Anchor anchor = anchors.create(SeededAnchor.file("/home/ada/notes.md"));

            assertThat(store.snapshot()).containsExactly(anchor);
        }
    }
}
