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
 * Tests the accessors, {@code equals}, {@code hashCode} and {@code toString} of a value type. A subclass lists the
 * fields of its type; a field that the type or the list leaves out fails a test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // lets @MethodSource name instance methods
abstract class ValueContract<V> {

    private static final Set<String> NOT_FIELDS = Set.of("equals", "hashCode", "toString", "toBuilder");

    /** Returns a value whose optional fields are all absent. */
    abstract V minimal();

    /** Returns the text of the minimal value. */
    abstract String minimalText();

    /** Returns the text with all fields of a value; default: {@code toString}. */
    String text(V value) {
        return value.toString();
    }

    /** Returns the fields of the type. */
    abstract Stream<Field<V>> fields();

    /** Returns the names of accessors that return a listed field in another form, or text that does not count; default: none. */
    Set<String> derivedAccessors() {
        return Set.of();
    }

    /**
     * A field of the type, with a value to test it.
     *
     * @param expected what the accessor returns for {@code changed}
     * @param changed a value that differs from the minimal value only in this field
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
    void the_tests_of_a_value_cover_all_its_fields() {
        List<String> accessors = Arrays.stream(minimal().getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getName)
                .filter(name ->
                        !NOT_FIELDS.contains(name) && !derivedAccessors().contains(name))
                .toList();

        assertThat(fields()).extracting(Field::name).containsExactlyInAnyOrderElementsOf(accessors);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void an_accessor_of_a_value_returns_what_was_set(Field<V> field) {
        assertThat((Object) field.reader().apply(field.changed())).isEqualTo(field.expected());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("optionalFields")
    void an_optional_field_of_a_value_is_empty_by_default(Field<V> field) {
        assertThat((Object) field.reader().apply(minimal()))
                .isIn(Optional.empty(), OptionalLong.empty(), List.of(), Set.of());
    }

    Stream<Field<V>> optionalFields() {
        return fields().filter(field -> {
            Object value = field.reader().apply(minimal());
            return value instanceof Optional || value instanceof OptionalLong || value instanceof Collection;
        });
    }

    @ParameterizedTest
    @MethodSource("fields")
    void values_that_differ_in_one_field_are_not_equal(Field<V> field) {
        assertThat(field.changed()).isNotEqualTo(minimal());
        assertThat(minimal()).isNotEqualTo(field.changed());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void values_with_equal_fields_are_equal_and_have_the_same_hash_code(Field<V> field) {
        V equal = fields().filter(candidate -> candidate.name().equals(field.name()))
                .findFirst()
                .orElseThrow()
                .changed();

        assertThat(equal)
                .isNotSameAs(field.changed())
                .isEqualTo(field.changed())
                .hasSameHashCodeAs(field.changed());
    }

    @Test
    void the_hash_code_of_a_value_depends_on_its_fields() {
        assertThat(fields().map(field -> field.changed().hashCode()))
                .anyMatch(hashCode -> hashCode != minimal().hashCode());
    }

    @Test
    void a_value_equals_neither_null_nor_an_object_of_another_type() {
        assertThat(minimal()).isNotEqualTo(null).isNotEqualTo(minimalText());
    }

    @Test
    void the_text_of_a_value_omits_absent_fields() {
        assertThat(text(minimal())).isEqualTo(minimalText());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void the_text_of_a_value_shows_each_present_field(Field<V> field) {
        assertThat(text(field.changed()))
                .isNotEqualTo(minimalText())
                .doesNotContain("Optional")
                .doesNotContain("null");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("collectionFields")
    void the_collections_of_a_value_are_unmodifiable(Field<V> field) {
        for (V value : List.of(minimal(), field.changed())) {
            assertThat((Collection<?>) field.reader().apply(value)).isUnmodifiable();
        }
    }

    Stream<Field<V>> collectionFields() {
        return fields().filter(field -> field.expected() instanceof Collection);
    }
}
