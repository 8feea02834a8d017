package dev.anchors.testkit;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatThrownBy;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.testkit.contract.SmallRepository;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailingAnchorLinksTest {

    private static final AssetId ASSET = new AssetId("asset-1");
    private static final TagId TAG = new TagId("tag-1");

    private final SmallRepository store = new SmallRepository(InstantSource.system());
    private final FailingAnchorRepository anchors = FailingAnchorRepository.over(store);
    private final AnchorLinks links = anchors.links();
    private final Anchor stored = store.create(SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes"))
            .asset(ASSET)
            .build());

    @Test
    void links_fail_by_the_script_of_the_repository_and_are_recorded_with_its_calls() {
        AnchorRepositoryException failure = lost(Operation.DISASSOCIATE, Effect.NONE);
        anchors.on(Operation.DISASSOCIATE).failBefore(failure);

        links.associate(stored.id(), TAG);
        assertThatThrownBy(() -> links.disassociate(stored.id(), TAG)).isSameAs(failure);
        links.disassociate(stored.id(), TAG);
        anchors.disassociate(stored.id(), ASSET);

        assertThat(anchors.pending()).isEmpty();
        assertThat(anchors.calls())
                .containsExactly(
                        RecordedCall.of(Operation.ASSOCIATE, stored.id(), TAG),
                        RecordedCall.of(Operation.DISASSOCIATE, stored.id(), TAG),
                        RecordedCall.of(Operation.DISASSOCIATE, stored.id(), TAG),
                        RecordedCall.of(Operation.DISASSOCIATE, stored.id(), ASSET));
        assertThat(store.find(stored.id()).orElseThrow().links()).isEmpty();
    }

    @Test
    void the_links_are_always_the_same_view() {
        assertThat(anchors.links()).isSameAs(links);
    }

    @Test
    void the_links_of_a_repository_without_roles_are_missing_and_its_own_calls_fail_as_scripted() {
        AnchorRepositoryException failure = lost(Operation.FIND, Effect.NONE);
        FailingAnchorRepository plain = FailingAnchorRepository.over(PlainRepository.over(store));
        plain.on(Operation.FIND).failBefore(failure);

        assertThatThrownBy(() -> plain.find(stored.id())).isSameAs(failure);
        assertThat(plain.find(stored.id())).contains(stored);
        for (FailingAnchorRepository each : List.of(plain, FailingAnchorRepository.over(plain))) {
            assertThatThrownBy(each::links)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("has no AnchorLinks, since it is no FullAnchorRepository");
        }
        assertThat(plain.calls()).extracting(RecordedCall::operation).containsExactly(Operation.FIND, Operation.FIND);
    }

    private static AnchorRepositoryException lost(Operation operation, Effect effect) {
        return new ConnectionFailedException(operation, effect, "the connection was lost", null);
    }
}
