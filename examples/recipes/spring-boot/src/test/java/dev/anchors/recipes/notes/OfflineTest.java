package dev.anchors.recipes.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("offline")
class OfflineTest {

    private static final FullPath NOTES = new FullPath("/home/ada/notes.md");
    private static final ConversationId PLAN = new ConversationId("plan");

    @Autowired
    private Discussions discussions;

    @Test
    void a_file_has_the_conversations_that_were_added() {
        discussions.add(NOTES, PLAN);

        assertThat(discussions.about(NOTES)).containsExactly(PLAN);
    }
}
