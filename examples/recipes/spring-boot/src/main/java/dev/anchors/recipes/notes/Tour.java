package dev.anchors.recipes.notes;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Pins a note when the application starts, and leaves nothing behind. */
@Component
class Tour implements ApplicationRunner {

    private final ProjectNotes notes;

    Tour(ProjectNotes notes) {
        this.notes = notes;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        AssetId note = new AssetId(UUID.randomUUID().toString());
        AnchorId pin =
                notes.pin(note, new FullPath("/notes-tour/" + note.value())).id();
        try {
            System.out.println("the note is pinned to " + notes.projectsOf(note).size() + " project");
            System.out.println("there are pins: " + (notes.count() > 0));
            notes.discuss(pin, new ConversationId(note.value()));
            System.out.println("the pin has conversations: "
                    + notes.find(pin).orElseThrow().conversations().size());
            notes.unpin(pin, note);
            System.out.println("the pin has assets: "
                    + notes.find(pin).orElseThrow().assets().size());
        } finally {
            notes.remove(pin);
        }
        System.out.println("the pin exists: " + notes.find(pin).isPresent());
    }
}
