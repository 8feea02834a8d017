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
        Anchor created = finding.findOrCreate(Path.of("engine"));

        assertThat(finding.findOrCreate(Path.of(".", "engine"))).isEqualTo(created);
    }

    @Test
    void the_newest_anchor_comes_first() {
        Anchor older = finding.findOrCreate(Path.of("engine"));
        clock.advance(Duration.ofMinutes(1));
        Anchor newer = finding.findOrCreate(Path.of("letters"));

        assertThat(finding.newestFirst()).containsExactly(newer, older);
    }

    @Test
    void the_anchors_in_a_directory_are_those_below_it() {
        Path project = Path.of("project");
        Anchor source = finding.findOrCreate(project.resolve("src"));
        finding.findOrCreate(project);
        finding.findOrCreate(project.resolveSibling("project-2").resolve("src"));

        assertThat(finding.in(project)).containsExactly(source);
    }

    @Test
    void the_paths_of_an_asset_are_those_of_its_anchors() {
        AssetId note = new AssetId("note");
        Path engine = Path.of("engine");
        Anchor anchor = finding.findOrCreate(engine);
        anchors.links().associate(anchor.id(), note);

        assertThat(finding.pathsOf(note)).containsExactly(FullPath.of(engine));
    }
}
