package dev.anchors.http.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Parses the timestamps of the service: RFC 3339, and other forms that releases and clients write. A timestamp without an
 * offset is in UTC, a blank may stand for the {@code T}, and a fraction is cut after nine digits.
 *
 * <p>{@link Instant#parse} would take several times as long as reading the rest of an anchor.
 */
final class Timestamps {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int SECONDS_PER_DAY = 86_400;

    private final char[] text;
    private final int end;
    private int position;

    private Timestamps(char[] text, int start, int end) {
        this.text = text;
        position = start;
        this.end = end;
    }

    /** Returns the instant of a timestamp that is the whole text, and throws as the other method does. */
    static Instant parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /**
     * Returns the instant of a timestamp that is a part of the text.
     *
     * @throws DateTimeException if the part is not a timestamp, or its day or time does not exist
     */
    static Instant parse(char[] text, int offset, int length) {
        return new Timestamps(text, offset, offset + length).instant();
    }

    private Instant instant() {
        long seconds = day() * SECONDS_PER_DAY;
        require(accept('T') || accept('t') || accept(' '));
        seconds += time();
        int nanos = accept('.') ? fraction() : 0;
        seconds -= offset();
        require(position == end);
        return Instant.ofEpochSecond(seconds, nanos);
    }

    private long day() {
        int year = number(4);
        require(accept('-'));
        int month = number(2);
        require(accept('-'));
        return LocalDate.of(year, month, number(2)).toEpochDay();
    }

    private int time() {
        int hours = number(2);
        require(accept(':'));
        int minutes = number(2);
        require(accept(':'));
        int seconds = number(2);
        require(hours < 24 && minutes < 60 && seconds <= 60); // a leap second is read as the second after it
        return hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE + seconds;
    }

    private int fraction() {
        require(isDigit());
        int nanos = 0;
        for (int unit = 100_000_000; isDigit(); unit /= 10) { // 0 from the tenth digit on
            nanos += digit() * unit;
        }
        return nanos;
    }

    private int offset() {
        if (position == end || accept('Z') || accept('z')) {
            return 0;
        }
        boolean east = accept('+');
        require(east || accept('-'));
        int hours = number(2);
        int minutes = accept(':') || isDigit() ? number(2) : 0;
        require(hours < 24 && minutes < 60);
        int seconds = hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE;
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
        require(isDigit());
        return text[position++] - '0';
    }

    private boolean isDigit() {
        return position < end && text[position] >= '0' && text[position] <= '9';
    }

    private boolean accept(char expected) {
        if (position < end && text[position] == expected) {
            position++;
            return true;
        }
        return false;
    }

    private static void require(boolean met) {
        if (!met) {
            throw new DateTimeException("not an RFC 3339 timestamp");
        }
    }
}
