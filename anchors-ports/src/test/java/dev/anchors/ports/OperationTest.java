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
    void each_operation_that_is_no_look_is_changing() {
        assertThat(Arrays.stream(Operation.values()).filter(Operation::isChanging))
                .containsExactly(Operation.CREATE, Operation.DELETE, Operation.DISASSOCIATE, Operation.ASSOCIATE);
    }

    @ParameterizedTest
    @EnumSource
    void the_effect_without_a_response_is_unknown_for_changing_operations_and_none_for_others(Operation operation) {
        assertThat(operation.effectWhenUnanswered()).isEqualTo(operation.isChanging() ? Effect.UNKNOWN : Effect.NONE);
    }

    @Test
    void each_method_of_the_ports_has_one_operation_but_close_and_find_or_create_which_calls_two() {
        Stream<String> methods = Stream.of(AnchorRepository.class, AnchorLinks.class)
                .flatMap(port -> Arrays.stream(port.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !name.equals("close") && !name.equals("findOrCreate"))
                .distinct();

        assertThat(methods)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Operation.values())
                        .filter(operation -> operation != Operation.HEALTH)
                        .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
