package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatNullPointerException;

import dev.anchors.domain.Anchors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

abstract class ArgumentRules extends Rules {

    ArgumentRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @TestFactory
    @DisplayName("ARG-1 a null argument is refused with NullPointerException before anything happens")
    Stream<DynamicTest> arg_1_null_is_refused() {
        createLinked("/notes", ASSET);
        Anchors before = snapshot();
        return NullArguments.calls().entrySet().stream()
                .map(call -> DynamicTest.dynamicTest("ARG-1 " + call.getKey(), () -> {
                    assertThatNullPointerException()
                            .isThrownBy(() -> call.getValue().accept(repository()));
                    assertThat(snapshot()).isEqualTo(before);
                }));
    }
}
