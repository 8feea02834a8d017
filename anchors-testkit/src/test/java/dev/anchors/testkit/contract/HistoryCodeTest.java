package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.contract.Target.Derivation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryCodeTest {

    private static final Role<AnchorLinks> LINKS =
            LinkOperations.role(repository -> ((FullAnchorRepository) repository).links());

    @Test
    void each_step_is_a_line_of_java() {
        SeededAnchor seed = SeededAnchor.file("/a\"b\\").toBuilder()
                .name("\u00e9\n")
                .asset(new AssetId("x"))
                .build();

        assertThat(HistoryCode.of(List.of(
                        create(1, seed, Transferables.OMITTED, 1),
                        new Step.MoveClock(Duration.ofSeconds(-90)),
                        delete(Target.of(2)),
                        make(CoreOperations.ROLE, "disassociate", Parameter.ASSET, new AssetId("x")),
                        make(LINKS, "associate", Parameter.MATERIAL, new TagId("y")),
                        make(LINKS, "disassociate", Parameter.MATERIAL, new ConversationId("z")),
                        delete(Target.derived(1, Derivation.BLANK_AFTER)),
                        delete(Target.text("%")))))
                .isEqualTo("""
                Anchor anchor1 = repository.create(SeededAnchor.builder(AnchorType.FILE, new FullPath("/a\\"b\\\\"))\
                .name("\\u00e9\\n").asset(new AssetId("x")).build(), Transferables.OMITTED);
                clock.advance(Duration.parse("PT-1M-30S"));
                repository.disassociate(anchor1.id(), new AssetId("x"));
                links.associate(anchor1.id(), new TagId("y"));
                links.disassociate(anchor1.id(), new ConversationId("z"));
                repository.delete(new AnchorId(anchor1.id().value().concat(" ")));
                repository.delete(new AnchorId("%"));""");
    }

    @Test
    void a_step_without_its_anchor_is_no_line_of_java() {
        assertThat(HistoryCode.of(List.of(delete(Target.of(1)))))
                .isEqualTo("// no call: a repository without anchors fails");
    }

    @Test
    void many_anchors_are_created_by_one_line_and_anchors_that_are_used_later_have_names() {
        assertThat(HistoryCode.of(
                        List.of(create(5, SeededAnchor.file("/a"), Transferables.INCLUDED, 60), delete(Target.of(7)))))
                .isEqualTo("""
                List<Anchor> anchors5 = Stream.generate(() -> repository.create(SeededAnchor.builder(AnchorType.FILE, \
                new FullPath("/a")).build(), Transferables.INCLUDED)).limit(60).toList();
                Anchor anchor7 = anchors5.get(2);
                repository.delete(anchor7.id());""");
    }

    private static Step create(int number, SeededAnchor seed, Transferables transferables, int count) {
        Arguments arguments = Arguments.NONE.with(Parameter.SEED, seed).with(Parameter.TRANSFERABLES, transferables);
        return new Step.Create(number, new Call<>(CoreOperations.ROLE, CoreOperations.CREATE, arguments), count);
    }

    private static Step delete(Target target) {
        return make(CoreOperations.ROLE, "delete", Arguments.NONE.with(Parameter.ANCHOR, target));
    }

    private static Step make(Role<?> role, String operation, Parameter<?> parameter, MaterialId material) {
        return make(
                role,
                operation,
                Arguments.NONE.with(Parameter.ANCHOR, Target.of(1)).with(parameter, material));
    }

    private static <P> Step make(Role<P> role, String name, Arguments arguments) {
        return role.operations().stream()
                .filter(operation -> operation.name().equals(name))
                .map(operation -> new Step.Make(new Call<>(role, operation, arguments)))
                .findFirst()
                .orElseThrow();
    }
}
