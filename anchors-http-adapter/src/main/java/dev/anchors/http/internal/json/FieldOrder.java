package dev.anchors.http.internal.json;

import java.util.Arrays;

/**
 * Remembers the order of the fields in the last object of one model. A service usually writes objects of one model alike,
 * and a name that is expected is compared in the buffer of the parser, without a string being created.
 */
final class FieldOrder {

    private static final int MAX_FIELDS = 32; // more than any model has

    private final Field[] fields = new Field[MAX_FIELDS];
    private int next;

    FieldOrder() {
        Arrays.fill(fields, Field.UNKNOWN);
    }

    /** Starts another object. */
    void restart() {
        next = 0;
    }

    /** Returns the field that is probably the next one. */
    Field expected() {
        return next < MAX_FIELDS ? fields[next] : Field.UNKNOWN;
    }

    /** Remembers the field that was in fact the next one. */
    void found(Field field) {
        if (next < MAX_FIELDS) {
            fields[next++] = field;
        }
    }
}
