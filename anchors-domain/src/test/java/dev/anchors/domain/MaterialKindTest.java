package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaterialKindTest {

    @ParameterizedTest
    @EnumSource
    void a_material_kind_makes_ids_of_its_own_kind(MaterialKind kind) {
        MaterialId id = kind.id("x");

        assertThat(id.value()).isEqualTo("x");
        assertThat(id.kind()).isEqualTo(kind);
        assertThat(MaterialKind.of(id.getClass())).isEqualTo(kind);
    }

    @Test
    void each_type_of_material_id_has_exactly_one_kind() {
        Stream<Class<?>> types =
                Arrays.stream(MaterialKind.values()).map(kind -> kind.id("x").getClass());

        assertThat(types).containsExactlyInAnyOrder(MaterialId.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @EnumSource
    void a_material_kind_refuses_text_that_cannot_be_an_id(MaterialKind kind) {
        assertThatNullPointerException().isThrownBy(() -> kind.id(null));
        assertThatIllegalArgumentException().isThrownBy(() -> kind.id(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> kind.id("a\0b"));
    }
}
