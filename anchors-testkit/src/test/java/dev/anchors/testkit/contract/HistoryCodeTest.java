package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.contract.Target.Derivation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryCodeTest {

    @Test
    void each_step_is_a_line_of_java() {
        SeededAnchor seed = SeededAnchor.file("/a\"b\\").toBuilder()
                .name("\u00e9\n")
                .asset(new AssetId("x"))
                .build();

        assertThat(HistoryCode.of(List.of(
                        new Step.Create(1, seed, Transferables.OMITTED, 1),
                        new Step.MoveClock(Duration.ofSeconds(-90)),
                        new Step.Delete(Target.of(2)),
                        new Step.Disassociate(Target.of(1), new AssetId("x")),
                        new Step.Link(Target.of(1), new TagId("y")),
                        new Step.Unlink(Target.of(1), new ConversationId("z")),
                        new Step.Find(Target.derived(1, Derivation.BLANK_AFTER)),
                        new Step.Delete(Target.text("%")))))
                .isEqualTo("""
                Anchor anchor1 = repository.create(SeededAnchor.builder(AnchorType.FILE, new FullPath("/a\\"b\\\\"))\
                .name("\\u00e9\\n").asset(new AssetId("x")).build(), Transferables.OMITTED);
                clock.advance(Duration.parse("PT-1M-30S"));
                repository.disassociate(anchor1.id(), new AssetId("x"));
                links.associate(anchor1.id(), new TagId("y"));
                links.disassociate(anchor1.id(), new ConversationId("z"));
                repository.find(new AnchorId(anchor1.id().value().concat(" ")));
                repository.delete(new AnchorId("%"));""");
    }

    @Test
    void a_step_without_its_anchor_is_no_line_of_java() {
        assertThat(HistoryCode.of(List.of(new Step.Delete(Target.of(1)))))
                .isEqualTo("// no call: a repository without anchors fails");
    }

    @Test
    void many_anchors_are_created_by_one_line_and_anchors_that_are_used_later_have_names() {
        assertThat(HistoryCode.of(List.of(
                        new Step.Create(5, SeededAnchor.file("/a"), Transferables.INCLUDED, 60),
                        new Step.Delete(Target.of(7)))))
                .isEqualTo("""
                List<Anchor> anchors5 = Stream.generate(() -> repository.create(SeededAnchor.builder(AnchorType.FILE, \
                new FullPath("/a")).build(), Transferables.INCLUDED)).limit(60).toList();
                Anchor anchor7 = anchors5.get(2);
                repository.delete(anchor7.id());""");
    }
}
