package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

abstract class ArgumentRules extends Rules {

    ArgumentRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @TestFactory
    @DisplayName("ARG-1 null is refused with NullPointerException before anything happens")
    @SuppressWarnings({"NullAway", "DataFlowIssue"}) // null is what this is about
    Stream<DynamicTest> arg_1_null_is_refused() {
        Anchor anchor = createLinked("/notes", ASSET);
        Anchors before = snapshot();
        SeededAnchor seed = SeededAnchor.file("/notes");
        Map<String, Consumer<AnchorRepository>> calls = Map.ofEntries(
                Map.entry("create(null)", repository -> repository.create(null)),
                Map.entry("create(null, INCLUDED)", repository -> repository.create(null, Transferables.INCLUDED)),
                Map.entry("create(seed, null)", repository -> repository.create(seed, null)),
                Map.entry("snapshot(null)", repository -> repository.snapshot(null)),
                Map.entry("stream(null)", repository -> repository.stream(null).close()),
                Map.entry("find(null)", repository -> repository.find(null)),
                Map.entry("find(null, OMITTED)", repository -> repository.find(null, Transferables.OMITTED)),
                Map.entry("find(anchor, null)", repository -> repository.find(anchor.id(), null)),
                Map.entry("delete(null)", repository -> repository.delete(null)),
                Map.entry("disassociate(null, asset)", repository -> repository.disassociate(null, ASSET)),
                Map.entry("disassociate(anchor, null)", repository -> repository.disassociate(anchor.id(), null)));
        return calls.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest("ARG-1 " + call.getKey(), () -> {
                    assertThatNullPointerException()
                            .isThrownBy(() -> call.getValue().accept(repository()));
                    assertThat(snapshot()).isEqualTo(before);
                }));
    }
}
