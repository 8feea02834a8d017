package dev.anchors.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.SeededAnchor;
import java.util.List;

/** Text that not every database can hold as it is: NUL, halves of surrogate pairs, and the character that escapes them. */
final class OddText {

    private static final List<String> TEXTS =
            List.of("half\udc00.txt", "x\ud800y", "\ud83d\ud83d\ude80", "\u001a0000", "\u001a", "?", "x?y");

    private OddText() {}

    /** Verifies that a repository keeps the text of seeds and links as it is. The repository has to be empty. */
    static void assertKept(JdbcAnchorRepository anchors) {
        for (String text : TEXTS) {
            SeededAnchor seed = SeededAnchor.builder(AnchorType.FILE, new FullPath("/d/" + text))
                    .name(text)
                    .asset(new AssetId(text))
                    .schema(new EmbeddedModelSchema(0, "\0" + text))
                    .build();
            Anchor created = anchors.create(seed);
            anchors.links().associate(created.id(), new PersonId(text));
            anchors.links().associate(created.id(), new PersonId(text)); // there is one link, not two

            Anchor stored = anchors.find(created.id()).orElseThrow();
            assertThat(stored.name()).isEqualTo(seed.name());
            assertThat(stored.schema()).isEqualTo(seed.schema());
            assertThat(stored.paths()).containsExactly(seed.fullpath());
            assertThat(stored.links()).containsExactly(new AssetId(text), new PersonId(text));
            assertThat(anchors.snapshot().atPath(seed.fullpath())).containsExactly(stored);

            anchors.links().disassociate(created.id(), new AssetId(text));
            assertThat(anchors.snapshot().linkedTo(new AssetId(text))).isEmpty();
        }
        assertThat(anchors.snapshot()).hasSameSizeAs(TEXTS);
    }
}
