package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatNullPointerException;

import dev.anchors.domain.Anchors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** ARG-1 for every operation. */
abstract class ArgumentRules extends Rules {

    ArgumentRules(RepositoryContract contract) {
        super(contract);
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD) // dynamic tests share the repository
    @DisplayName("ARG-1 a null argument is refused with NullPointerException before anything happens")
    Stream<DynamicTest> arg_1_null_is_refused() {
        return roles().flatMap(role -> role.withNull().stream())
                .map(call -> onNewRepository("ARG-1 " + call.signature(), () -> {
                    createLinked("/notes", ASSET);
                    Anchors before = snapshot();

                    assertThatNullPointerException().isThrownBy(() -> call.make(ports()));

                    assertThat(snapshot()).isEqualTo(before);
                }));
    }
}
