package dev.anchors.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTest {

    @Test
    void create_delete_and_disassociate_change_something_and_no_other_operation_does() {
        assertThat(Arrays.stream(Operation.values()).filter(Operation::isChanging))
                .containsExactly(Operation.CREATE, Operation.DELETE, Operation.DISASSOCIATE);
    }

    @ParameterizedTest
    @EnumSource
    void without_an_answer_the_effect_is_unknown_where_something_was_to_change(Operation operation) {
        assertThat(operation.effectWhenUnanswered()).isEqualTo(operation.isChanging() ? Effect.UNKNOWN : Effect.NONE);
    }

    @Test
    void there_is_one_for_each_operation_of_the_port() {
        Stream<String> methods = Arrays.stream(AnchorRepository.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !name.equals("close"))
                .distinct();

        assertThat(methods)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Operation.values())
                        .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
