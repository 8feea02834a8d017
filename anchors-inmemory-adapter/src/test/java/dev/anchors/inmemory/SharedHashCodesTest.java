package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Ids, paths and materials that share a hash code; {@link SlotIndexTest} counts the comparisons that they need. */
class SharedHashCodesTest {

    private static final int PAIRS = 12;

    @Test
    void ids_paths_and_assets_that_share_a_hash_code_are_created_found_and_deleted() {
        List<String> texts = IntStream.range(0, 1 << PAIRS)
                .mapToObj(SharedHashCodesTest::colliding)
                .toList();
        assertThat(texts).allMatch(text -> text.hashCode() == texts.get(0).hashCode());
        Iterator<AnchorId> ids = texts.stream().map(AnchorId::new).iterator();

        try (InMemoryAnchorRepository repository =
                InMemoryAnchorRepository.builder().anchorIds(ids::next).build()) {
            texts.forEach(text -> repository.create(SeededAnchor.builder(AnchorType.FILE, new FullPath(text))
                    .asset(new AssetId(text))
                    .build()));
            Anchors anchors = repository.snapshot();
            assertThat(texts)
                    .allMatch(text -> repository.find(new AnchorId(text)).isPresent())
                    .allMatch(text -> anchors.atPath(new FullPath(text)).size() == 1)
                    .allMatch(text -> anchors.linkedTo(new AssetId(text)).size() == 1);
            for (String text : texts) {
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
