package dev.anchors.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instant, and the text in which the service shows it to people. The version stamp that a timestamp may have on the wire
 * is not kept.
 *
 * <p>Two timestamps are equal if their instants are. The readable text does not count: "a minute ago" becomes "2 minutes
 * ago" as time passes, without any change.
 *
 * @param value the instant
 * @param readable the instant as text for people, for example {@code 2 days ago}; not to be parsed
 */
public record GroupedTimestamp(Instant value, Optional<String> readable) {

    /** Rejects null. */
    public GroupedTimestamp {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(readable, "readable");
    }

    /** Returns a timestamp without readable text. */
    public static GroupedTimestamp of(Instant value) {
        return new GroupedTimestamp(value, Optional.empty());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupedTimestamp that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return new Description("GroupedTimestamp")
                .with("value", value)
                .with("readable", readable)
                .toString();
    }
}
