package dev.anchors.domain;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;

/** Writes the {@code toString} of a type with many optional fields; fields that are absent or empty are left out. */
final class Description {

    private final StringJoiner fields;

    Description(String type) {
        fields = new StringJoiner(", ", type + "[", "]");
    }

    Description with(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> write(name, present));
        } else if (value instanceof OptionalLong optional) {
            optional.ifPresent(present -> write(name, present));
        } else if (!isEmpty(value)) {
            write(name, value);
        }
        return this;
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Collection<?> collection && collection.isEmpty();
    }

    private void write(String name, Object value) {
        fields.add(name + "=" + value);
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
