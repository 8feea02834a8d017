package dev.anchors.http.internal.json;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** The fields of the wire description that are read. */
enum Field {
    ANCHOR,
    ANNOTATIONS,
    APPLICATION,
    ASSETS,
    AUTOMATIC,
    CONVERSATIONS,
    CREATED,
    DELETED,
    FULLPATH,
    ID,
    INDICES,
    ITERABLE,
    MANUAL,
    MESSAGES,
    MIGRATION,
    NAME,
    PERSONS,
    PLATFORM,
    POINTS,
    PRIORITY,
    READABLE,
    REFERENCE,
    REUSE,
    SCHEMA,
    SCORE,
    SEARCHED,
    SEMANTIC,
    SOURCES,
    SUMMARIES,
    TAGS,
    TYPE,
    UPDATE,
    UPDATED,
    VALUE,
    VERIFIED,
    WATCH,
    WORKSTREAM_EVENTS,

    /** Any field of another name. */
    UNKNOWN;

    private static final Map<String, Field> BY_WIRE_NAME = new HashMap<>();

    static {
        for (Field field : values()) {
            BY_WIRE_NAME.put(field.wireName.getValue(), field);
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // the name never changes
    private final SerializableString wireName = new SerializedString(name().toLowerCase(Locale.ROOT));

    /** Returns the name in a form that a parser can compare with its input. */
    SerializableString wireName() {
        return wireName;
    }

    /** Returns the field of that name, or {@link #UNKNOWN}. */
    static Field of(String wireName) {
        return BY_WIRE_NAME.getOrDefault(wireName, UNKNOWN);
    }
}
