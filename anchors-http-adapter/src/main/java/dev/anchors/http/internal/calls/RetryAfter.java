package dev.anchors.http.internal.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** The header by which a service asks to wait: a number of seconds, or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** Returns how long to wait from {@code now} on; empty for no header, and for one that cannot be read. */
    static Optional<Duration> of(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String value = header.strip();
        if (value.length() <= MOST_DIGITS && value.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return value.isEmpty() ? Optional.empty() : Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(value))
                .map(date -> date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    }
}
