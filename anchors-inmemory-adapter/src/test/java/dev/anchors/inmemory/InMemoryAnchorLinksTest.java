package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorLinks;
import org.junit.jupiter.api.Test;

class InMemoryAnchorLinksTest {

    private static final ConversationId CONVERSATION = new ConversationId("conversation-1");

    @Test
    void a_link_that_is_made_again_is_behind_the_other_links_of_its_kind() {
        try (InMemoryAnchorRepository repository = InMemoryAnchorRepository.create()) {
            ConversationId other = new ConversationId("conversation-2");
            AnchorId anchor = repository.create(SeededAnchor.file("/notes")).id();
            AnchorLinks links = repository.links();
            links.associate(anchor, CONVERSATION);
            links.associate(anchor, other);

            links.disassociate(anchor, CONVERSATION);
            links.associate(anchor, CONVERSATION);

            assertThat(repository.find(anchor).orElseThrow().conversations()).containsExactly(other, CONVERSATION);
        }
    }

    @Test
    void a_snapshot_does_not_show_a_link_that_was_made_later() {
        try (InMemoryAnchorRepository repository = InMemoryAnchorRepository.create()) {
            AnchorId anchor = repository.create(SeededAnchor.file("/notes")).id();
            Anchors before = repository.snapshot();

            repository.links().associate(anchor, CONVERSATION);

            assertThat(before.linkedTo(CONVERSATION)).isEmpty();
            assertThat(repository.snapshot().linkedTo(CONVERSATION)).hasSize(1);
        }
    }

    @Test
    void a_repository_has_one_view_of_its_links() {
        try (InMemoryAnchorRepository repository = InMemoryAnchorRepository.create()) {
            assertThat(repository.links()).isSameAs(repository.links());
        }
    }
}
