package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupedTimestampTest extends ValueContract<GroupedTimestamp> {

    private static final Instant NOON = Instant.parse("2024-04-17T12:00:00Z");
    private static final Instant LATER = NOON.plusNanos(1);

    @Override
    GroupedTimestamp minimal() {
        return GroupedTimestamp.of(NOON);
    }

    @Override
    String minimalText() {
        return "GroupedTimestamp[value=2024-04-17T12:00:00Z]";
    }

    @Override
    Stream<Field<GroupedTimestamp>> fields() {
        return Stream.of(field("value", GroupedTimestamp::value, LATER, GroupedTimestamp.of(LATER)));
    }

    @Override
    Set<String> derivedAccessors() {
        return Set.of("readable");
    }

    @Test
    void the_readable_text_of_a_timestamp_is_kept_and_shown() {
        GroupedTimestamp timestamp = new GroupedTimestamp(NOON, Optional.of("2 days ago"));

        assertThat(timestamp.readable()).contains("2 days ago");
        assertThat(timestamp.toString()).contains("2 days ago");
        assertThat(GroupedTimestamp.of(NOON).readable()).isEmpty();
    }

    @Test
    void timestamps_of_one_instant_are_equal_whatever_their_readable_text() {
        assertThat(new GroupedTimestamp(NOON, Optional.of("2 minutes ago")))
                .isEqualTo(new GroupedTimestamp(NOON, Optional.of("a minute ago")))
                .isEqualTo(GroupedTimestamp.of(NOON))
                .hasSameHashCodeAs(GroupedTimestamp.of(NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0044-03-15T12:00:00Z", "1969-12-31T23:59:59.999999999Z", "+12345-01-01T00:00:00Z"})
    void a_grouped_timestamp_keeps_any_instant_to_the_nanosecond(Instant instant) {
        assertThat(GroupedTimestamp.of(instant).value()).isEqualTo(instant);
    }

    @Test
    void a_grouped_timestamp_refuses_null() {
        assertThatNullPointerException()
                .isThrownBy(() -> new GroupedTimestamp(null, Optional.empty()))
                .withMessage("value");
        assertThatNullPointerException()
                .isThrownBy(() -> new GroupedTimestamp(NOON, null))
                .withMessage("readable");
    }
}
