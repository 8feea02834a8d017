package dev.anchors.examples.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Demonstrates tests of an application with an in-memory repository, whose clock and ids the test controls. */
class ProjectNotesTest {

    private static final Instant MORNING = Instant.parse("2024-04-17T09:30:00Z");
    private static final AssetId NOTE = new AssetId("note");
    private static final FullPath ENGINE = new FullPath("/home/ada/engine");
    private static final FullPath LETTERS = new FullPath("/home/ada/letters");

    private final ManualClock clock = ManualClock.startingAt(MORNING);
    private final Iterator<String> ids = List.of("first", "second").iterator();
    private final AnchorRepository anchors = InMemoryAnchorRepository.builder()
            .clock(clock)
            .anchorIds(() -> new AnchorId(ids.next()))
            .build();
    private final ProjectNotes notes = new ProjectNotes(anchors);

    @AfterEach
    void close() {
        anchors.close();
    }

    @Test
    void pin_links_a_note_to_a_project() {
        Anchor pin = notes.pin(NOTE, ENGINE);

        assertThat(pin.id()).isEqualTo(new AnchorId("first"));
        assertThat(pin.created().value()).isEqualTo(MORNING);
        assertThat(notes.projectsOf(NOTE)).containsExactly(ENGINE);
    }

    @Test
    void pin_returns_the_existing_anchor_of_an_equivalent_path() {
        Anchor pin = notes.pin(NOTE, ENGINE);

        assertThat(notes.pin(NOTE, new FullPath("/home/ada/./engine/"))).isEqualTo(pin);
        assertThat(anchors.snapshot()).containsExactly(pin);
    }

    @Test
    void unpin_removes_a_note_from_all_projects() {
        notes.pin(NOTE, ENGINE);
        notes.pin(NOTE, LETTERS);
        Instant later = clock.advance(Duration.ofHours(2));

        notes.unpin(NOTE);

        assertThat(notes.projectsOf(NOTE)).isEmpty();
        assertThat(anchors.snapshot())
                .hasSize(2)
                .allSatisfy(anchor -> assertThat(anchor.updated().value()).isEqualTo(later));
    }
}
