package dev.anchors.http.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads the timestamps of the service: RFC 3339, and what its releases and clients were seen to write besides. A
 * timestamp without an offset is taken as UTC, a blank as the {@code T}, and more than nine digits of a fraction are cut.
 *
 * <p>{@link Instant#parse} would do most of it, at several times the cost of reading the rest of an anchor.
 */
final class Timestamps {

    private static final int SECONDS_A_MINUTE = 60;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int SECONDS_A_DAY = 86_400;

    private final char[] text;
    private final int end;
    private int at;

    private Timestamps(char[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** Does what the other one does with a whole text. */
    static Instant parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /**
     * Returns the instant.
     *
     * @throws DateTimeException if the text is no timestamp, or one of a day or time that there is not
     */
    static Instant parse(char[] text, int offset, int length) {
        return new Timestamps(text, offset, offset + length).instant();
    }

    private Instant instant() {
        long seconds = day() * SECONDS_A_DAY;
        demand(take('T') || take('t') || take(' '));
        seconds += time();
        int nanos = take('.') ? fraction() : 0;
        seconds -= offset();
        demand(at == end);
        return Instant.ofEpochSecond(seconds, nanos);
    }

    private long day() {
        int year = number(4);
        demand(take('-'));
        int month = number(2);
        demand(take('-'));
        return LocalDate.of(year, month, number(2)).toEpochDay();
    }

    private int time() {
        int hours = number(2);
        demand(take(':'));
        int minutes = number(2);
        demand(take(':'));
        int seconds = number(2);
        demand(hours < 24 && minutes < 60 && seconds <= 60); // a leap second counts as the second after it
        return hours * SECONDS_AN_HOUR + minutes * SECONDS_A_MINUTE + seconds;
    }

    private int fraction() {
        demand(isDigit());
        int nanos = 0;
        for (int unit = 100_000_000; isDigit(); unit /= 10) { // behind the ninth digit it is 0
            nanos += digit() * unit;
        }
        return nanos;
    }

    private int offset() {
        if (at == end || take('Z') || take('z')) {
            return 0;
        }
        boolean east = take('+');
        demand(east || take('-'));
        int hours = number(2);
        int minutes = take(':') || isDigit() ? number(2) : 0;
        demand(hours < 24 && minutes < 60);
        int seconds = hours * SECONDS_AN_HOUR + minutes * SECONDS_A_MINUTE;
        return east ? seconds : -seconds;
    }

    private int number(int digits) {
        int number = 0;
        for (int i = 0; i < digits; i++) {
            number = number * 10 + digit();
        }
        return number;
    }

    private int digit() {
        demand(isDigit());
        return text[at++] - '0';
    }

    private boolean isDigit() {
        return at < end && text[at] >= '0' && text[at] <= '9';
    }

    private boolean take(char expected) {
        if (at < end && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private static void demand(boolean met) {
        if (!met) {
            throw new DateTimeException("no RFC 3339 timestamp");
        }
    }
}
