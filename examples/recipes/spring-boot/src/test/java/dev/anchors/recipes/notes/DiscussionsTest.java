package dev.anchors.recipes.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.testkit.fake.FakePiecesOs;
import org.junit.jupiter.api.Test;

class DiscussionsTest extends SharedApplication {

    private static final String NOTES = "/home/ada/notes.md";

    @Test
    void a_conversation_that_was_added_to_a_file_is_returned_for_that_file(FakePiecesOs service) {
        client().put().uri("/conversations/plan?file={file}", NOTES).retrieve().toBodilessEntity();
        client().put()
                .uri("/conversations/review?file={file}", NOTES)
                .retrieve()
                .toBodilessEntity();

        assertThat(conversations(NOTES))
                .isEqualTo("{\"file\":\"/home/ada/notes.md\",\"conversations\":[\"plan\",\"review\"]}");
        assertThat(service.repository().snapshot()).hasSize(1);
    }

    @Test
    void a_file_without_an_anchor_has_no_conversations_and_gets_no_anchor(FakePiecesOs service) {
        assertThat(conversations(NOTES)).contains("\"conversations\":[]");
        assertThat(service.repository().snapshot()).isEmpty();
    }

    private String conversations(String file) {
        return client().get().uri("/conversations?file={file}", file).retrieve().body(String.class);
    }
}
