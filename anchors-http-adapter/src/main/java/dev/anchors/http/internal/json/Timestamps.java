package dev.anchors.http.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/**
 * Parses the timestamps of the service: a date, a time and an offset in any form of ISO 8601, extended or basic. The date may
 * be one of the calendar, of the year or of the week; seconds and minutes may be absent, and the last unit may have a
 * fraction. A timestamp without an offset is in UTC, a blank may stand for the {@code T}, and a fraction is cut after nine
 * digits.
 *
 * <p>{@link Instant#parse} would take several times as long as reading the rest of an anchor.
 */
final class Timestamps {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int FEWEST_DIGITS_BEHIND_SIGN = 5;
    private static final int MOST_DIGITS_OF_YEAR = 9;

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
        long seconds = date().toEpochDay() * SECONDS_PER_DAY;
        require(accept('T') || accept('t') || accept(' '));
        long nanos = nanosOfDay();
        seconds -= offset();
        require(position == end);
        return Instant.ofEpochSecond(seconds, nanos);
    }

    private LocalDate date() {
        int year = year();
        boolean isExtended = accept('-');
        if (accept('W')) {
            return dateOfWeek(year, isExtended);
        }
        int digits = digitsAhead();
        if (digits == 3) {
            return LocalDate.ofYearDay(year, number(3));
        }
        int month = number(2);
        require(accept('-') == isExtended);
        return LocalDate.of(year, month, number(2));
    }

    /** Returns a year of four digits, or of more behind a sign. */
    private int year() {
        boolean isNegative = accept('-');
        if (!isNegative && !accept('+')) {
            return number(4);
        }
        int digits = digitsAhead(); // the form is always extended, since nothing else would end the year
        require(digits >= FEWEST_DIGITS_BEHIND_SIGN && digits <= MOST_DIGITS_OF_YEAR);
        int year = number(digits);
        return isNegative ? -year : year;
    }

    private LocalDate dateOfWeek(int year, boolean isExtended) {
        int week = number(2);
        require(accept('-') == isExtended);
        int day = number(1);
        require(week >= 1 && day >= 1 && day <= 7);
        LocalDate inFirstWeek = LocalDate.of(year, 1, 4);
        LocalDate date = inFirstWeek.plusDays(
                7L * (week - 1) + day - inFirstWeek.getDayOfWeek().getValue());
        require(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == week);
        return date;
    }

    private long nanosOfDay() {
        int hours = number(2);
        int minutes = 0;
        int seconds = 0;
        int unit = SECONDS_PER_HOUR;
        boolean isExtended = accept(':');
        if (isExtended || isDigit()) {
            minutes = number(2);
            unit = SECONDS_PER_MINUTE;
            if (isExtended ? accept(':') : isDigit()) {
                seconds = number(2);
                unit = 1;
            }
        }
        long fraction = accept('.') || accept(',') ? unit * fraction() : 0;
        int whole = hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE + seconds;
        boolean isMidnight = whole == SECONDS_PER_DAY && hours == 24 && fraction == 0; // at the end of the day
        require(isMidnight || (hours < 24 && minutes < 60 && seconds <= 60)); // a leap second is the second after it
        return whole * NANOS_PER_SECOND + fraction;
    }

    /** Returns billionths. */
    private long fraction() {
        require(isDigit());
        int billionths = 0;
        for (int unit = 100_000_000; isDigit(); unit /= 10) { // 0 from the tenth digit on
            billionths += digit() * unit;
        }
        return billionths;
    }

    private int offset() {
        if (position == end || accept('Z') || accept('z')) {
            return 0;
        }
        boolean east = accept('+');
        require(east || accept('-') || accept('\u2212')); // the minus sign
        int hours = number(2);
        int minutes = accept(':') || isDigit() ? number(2) : 0;
        require(hours < 24 && minutes < 60);
        int seconds = hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE;
        return east ? seconds : -seconds;
    }

    private int digitsAhead() {
        int behind = position;
        while (behind < end && text[behind] >= '0' && text[behind] <= '9') {
            behind++;
        }
        return behind - position;
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
            throw new DateTimeException("not a timestamp");
        }
    }
}
