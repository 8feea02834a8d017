package dev.anchors.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An instant, with the words in which the service shows it to a person.
 *
 * <p>The version stamp that the wire allows here too is not kept: nothing interprets it.
 *
 * @param value the instant
 * @param readable the instant for a person, for example {@code 2 days ago}; never to be parsed
 */
public record GroupedTimestamp(Instant value, Optional<String> readable) {

    /** Refuses null. */
    public GroupedTimestamp {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(readable, "readable");
    }

    /** Returns a timestamp without readable words. */
    public static GroupedTimestamp of(Instant value) {
        return new GroupedTimestamp(value, Optional.empty());
    }

    @Override
    public String toString() {
        return new Description("GroupedTimestamp")
                .with("value", value)
                .with("readable", readable)
                .toString();
    }
}
