package dev.anchors.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FindingTest {

    private final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
    private final FullAnchorRepository anchors =
            InMemoryAnchorRepository.builder().clock(clock).build();
    private final Finding finding = new Finding(anchors);

    @Test
    void an_anchor_is_created_once_for_equivalent_paths() {
        Anchor created = finding.findOrCreate(new FullPath("/home/ada/engine"));

        assertThat(finding.findOrCreate(new FullPath("/home/ada/./engine/"))).isEqualTo(created);
    }

    @Test
    void the_newest_anchor_comes_first() {
        Anchor older = finding.findOrCreate(new FullPath("/home/ada/engine"));
        clock.advance(Duration.ofMinutes(1));
        Anchor newer = finding.findOrCreate(new FullPath("/home/ada/letters"));

        assertThat(finding.newestFirst()).containsExactly(newer, older);
    }

    @Test
    void the_anchors_in_a_directory_are_those_below_it() {
        Path project = Path.of("project").toAbsolutePath();
        Anchor file = finding.findOrCreate(FullPath.of(project.resolve("src").resolve("main.c")));
        finding.findOrCreate(FullPath.of(project));
        finding.findOrCreate(FullPath.of(project.resolveSibling("project-2").resolve("main.c")));

        assertThat(finding.in(project)).containsExactly(file);
    }

    @Test
    void the_paths_of_an_asset_are_those_of_its_anchors() {
        AssetId note = new AssetId("note");
        FullPath engine = new FullPath("/home/ada/engine");
        Anchor anchor = finding.findOrCreate(engine);
        anchors.links().associate(anchor.id(), note);

        assertThat(finding.pathsOf(note)).containsExactly(engine);
    }
}
