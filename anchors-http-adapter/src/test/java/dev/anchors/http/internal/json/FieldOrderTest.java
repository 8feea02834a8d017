package dev.anchors.http.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldOrderTest {

    private final FieldOrder order = new FieldOrder();

    @Test
    void no_field_is_expected_in_the_first_object() {
        assertThat(order.expected()).isEqualTo(Field.UNKNOWN);
    }

    @Test
    void the_order_of_the_last_object_is_expected_in_the_next_one() {
        object(Field.ID, Field.TYPE, Field.NAME);
        object(Field.TYPE, Field.ID);

        order.restart();
        assertThat(order.expected()).isEqualTo(Field.TYPE);
        order.found(Field.CREATED);
        assertThat(order.expected()).isEqualTo(Field.ID);
        order.found(Field.ID);
        assertThat(order.expected()).isEqualTo(Field.NAME);
    }

    @Test
    void an_object_may_have_any_number_of_fields() {
        order.restart();
        for (int i = 0; i < 1_000; i++) {
            order.found(Field.ID);
        }

        assertThat(order.expected()).isEqualTo(Field.UNKNOWN);
    }

    private void object(Field... fields) {
        order.restart();
        for (Field field : fields) {
            order.found(field);
        }
    }
}
