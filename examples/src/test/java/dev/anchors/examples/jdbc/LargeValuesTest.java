package dev.anchors.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that a version of H2 reads large values while it writes them: 2.5.250 and 2.5.252 report corrupted files for every
 * third database, unless they write each commit at once. The property {@code anchors.databases} sets how many are tried.
 */
class LargeValuesTest {

    private static final int DATABASES = Integer.getInteger("anchors.databases", 1);
    private static final int ANCHORS = 12;

    @Test
    void large_values_are_read_while_the_database_writes_them(@TempDir Path folder) {
        SeededAnchor seed = SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes"))
                .name("x".repeat(1_500_000))
                .build();
        for (int database = 0; database < DATABASES; database++) {
            String url = "jdbc:h2:" + folder.resolve("anchors-" + database) + ";WRITE_DELAY=500";
            try (JdbcAnchorRepository anchors = JdbcAnchorRepository.open(url, Clock.systemUTC())) {
                for (int i = 1; i <= ANCHORS; i++) {
                    Anchor anchor = anchors.create(seed);
                    assertThat(anchors.find(anchor.id()).orElseThrow().name()).isEqualTo(seed.name());
                    assertThat(anchors.snapshot()).hasSize(i);
                }
            }
        }
    }
}
