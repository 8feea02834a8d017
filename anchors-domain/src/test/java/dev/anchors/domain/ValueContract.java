package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every value of several fields keeps, told by a table with one row for each field. A field that is forgotten in
 * the constructor, in {@code equals} or in {@code toString} fails here, and so does one that the table forgets.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // so that each type can bring its table as an instance method
abstract class ValueContract<V> {

    private static final Set<String> OF_NO_FIELD = Set.of("equals", "hashCode", "toString", "toBuilder");

    /** The value without anything that may be absent. */
    abstract V plain();

    /** How the plain value reads. */
    abstract String plainText();

    /** One row for each field. */
    abstract Stream<Field<V>> fields();

    /** Accessors that show fields of the table once more, in another form. */
    Set<String> derived() {
        return Set.of();
    }

    /**
     * A field.
     *
     * @param expected what the field holds in {@code changed}
     * @param changed a value that differs from the plain one in this field alone
     */
    record Field<V>(String name, Function<V, ?> reader, Object expected, V changed) {

        @Override
        public String toString() {
            return name;
        }
    }

    static <V> Field<V> field(String name, Function<V, ?> reader, Object expected, V changed) {
        return new Field<>(name, reader, expected, changed);
    }

    @Test
    void the_table_has_every_field() {
        List<String> accessors = Arrays.stream(plain().getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getName)
                .filter(name -> !OF_NO_FIELD.contains(name) && !derived().contains(name))
                .toList();

        assertThat(fields()).extracting(Field::name).containsExactlyInAnyOrderElementsOf(accessors);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void returns_what_was_set(Field<V> field) {
        assertThat((Object) field.reader().apply(field.changed())).isEqualTo(field.expected());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("fieldsThatMayBeAbsent")
    void is_empty_where_nothing_was_set(Field<V> field) {
        assertThat((Object) field.reader().apply(plain()))
                .isIn(Optional.empty(), OptionalLong.empty(), List.of(), Set.of());
    }

    Stream<Field<V>> fieldsThatMayBeAbsent() {
        return fields().filter(field -> {
            Object value = field.reader().apply(plain());
            return value instanceof Optional || value instanceof OptionalLong || value instanceof Collection;
        });
    }

    @ParameterizedTest
    @MethodSource("fields")
    void a_change_of_one_field_makes_another_value(Field<V> field) {
        assertThat(field.changed()).isNotEqualTo(plain());
        assertThat(plain()).isNotEqualTo(field.changed());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void equal_fields_make_equal_values_of_one_hash_code(Field<V> field) {
        V twin = fields().filter(row -> row.name().equals(field.name()))
                .findFirst()
                .orElseThrow()
                .changed();

        assertThat(twin).isNotSameAs(field.changed()).isEqualTo(field.changed()).hasSameHashCodeAs(field.changed());
    }

    @Test
    void the_hash_code_depends_on_the_fields() {
        assertThat(fields().map(field -> field.changed().hashCode()))
                .anyMatch(hashCode -> hashCode != plain().hashCode());
    }

    @Test
    void equals_no_other_type_and_no_null() {
        assertThat(plain()).isNotEqualTo(null).isNotEqualTo(plainText());
    }

    @Test
    void the_text_leaves_out_what_is_absent() {
        assertThat(plain()).hasToString(plainText());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void the_text_shows_what_is_there(Field<V> field) {
        assertThat(field.changed().toString())
                .isNotEqualTo(plainText())
                .doesNotContain("Optional")
                .doesNotContain("null");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("collections")
    void collections_are_immutable(Field<V> field) {
        for (V value : List.of(plain(), field.changed())) {
            assertThat((Collection<?>) field.reader().apply(value)).isUnmodifiable();
        }
    }

    Stream<Field<V>> collections() {
        return fields().filter(field -> field.expected() instanceof Collection);
    }
}
