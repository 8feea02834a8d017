package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Texts that share a hash code cost no more than others. The test takes about a second; its limit is generous, since other
 * work may disturb it, and a time that grows with the square of the number of texts exceeds it by far.
 */
@Timeout(60)
class SharedHashCodesTest {

    private static final int PAIRS = 17;

    @Test
    void ids_paths_and_assets_that_share_a_hash_code_are_created_found_and_deleted() {
        List<String> texts = IntStream.range(0, 1 << PAIRS)
                .mapToObj(SharedHashCodesTest::colliding)
                .toList();
        assertThat(texts).allMatch(text -> text.hashCode() == texts.get(0).hashCode());
        Iterator<AnchorId> ids = texts.stream().map(AnchorId::new).iterator();

        try (InMemoryAnchorRepository repository =
                InMemoryAnchorRepository.builder().anchorIds(ids::next).build()) {
            for (String text : texts) {
                Anchor anchor = repository.create(SeededAnchor.builder(AnchorType.FILE, new FullPath(text))
                        .asset(new AssetId(text))
                        .build());
                assertThat(anchor.id().value()).isEqualTo(text);
            }
            Anchors anchors = repository.snapshot();
            for (String text : texts) {
                assertThat(repository.find(new AnchorId(text))).isPresent();
                assertThat(anchors.atPath(new FullPath(text))).hasSize(1);
                assertThat(anchors.linkedTo(new AssetId(text))).hasSize(1);
                repository.disassociate(new AnchorId(text), new AssetId(text));
                repository.delete(new AnchorId(text));
            }
            assertThat(repository.snapshot().isEmpty()).isTrue();
        }
    }

    /** Returns one text of those that are made of {@code Aa} and {@code BB}, which have the same hash code. */
    private static String colliding(int number) {
        return Integer.toBinaryString(1 << PAIRS | number)
                .substring(1)
                .replace("0", "Aa")
                .replace("1", "BB");
    }
}
