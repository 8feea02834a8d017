package dev.anchors.recipes.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("offline")
class ProjectNotesOfflineTest {

    private static final AssetId NOTE = new AssetId("note");
    private static final ConversationId DISCUSSION = new ConversationId("discussion");
    private static final FullPath ENGINE = new FullPath("/home/ada/engine");

    @Autowired
    private ProjectNotes notes;

    @Test
    void a_note_is_pinned_found_discussed_unpinned_and_its_pin_removed() {
        Anchor pin = notes.pin(NOTE, ENGINE);
        assertThat(notes.projectsOf(NOTE)).containsExactly(ENGINE);
        assertThat(notes.count()).isEqualTo(1);
        assertThat(notes.find(pin.id())).contains(pin);

        notes.discuss(pin.id(), DISCUSSION);
        assertThat(notes.find(pin.id()).orElseThrow().conversations()).containsExactly(DISCUSSION);

        notes.unpin(pin.id(), NOTE);
        assertThat(notes.projectsOf(NOTE)).isEmpty();

        notes.remove(pin.id());
        assertThat(notes.find(pin.id())).isEmpty();
    }
}
