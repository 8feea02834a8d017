package dev.anchors.http;

import java.util.Locale;

/** A field of the wire description that is read, or any other. What is read costs less to tell apart than by its name. */
enum Field {
    ANCHOR,
    ANNOTATIONS,
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
    OTHER;

    /** What it is called on the wire. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
