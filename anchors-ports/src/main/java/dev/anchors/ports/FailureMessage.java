package dev.anchors.ports;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Composes the messages of failures: the operation, what happened, what that means and what to do, on one line of at most
 * 1,000 characters. Characters that could break the line or hide in it are escaped.
 */
final class FailureMessage {

    private static final int MOST = 1_000;
    private static final int MOST_OF_A_VALUE = 300;
    private static final String CUT = "...";
    private static final String MAY_HAVE_CHANGED =
            "the change may have been made, so check before repeating the call; ";

    private FailureMessage() {}

    /** Returns the message of a failure of that effect. */
    static String of(Operation operation, Effect effect, String problem, String advice) {
        return of(operation, problem, effect == Effect.UNKNOWN ? MAY_HAVE_CHANGED + advice : advice);
    }

    /** Returns the message of a failure whose advice says all that is to be said of the effect. */
    static String of(Operation operation, String problem, String advice) {
        String start = operation.name().toLowerCase(Locale.ROOT) + ": ";
        String end = "; " + advice;
        return start + shortened(problem, MOST - start.length() - end.length()) + end;
    }

    /** Returns a value that came from outside, escaped and short enough to leave room for the rest of a message. */
    static String shown(String value) {
        return shortened(value, MOST_OF_A_VALUE);
    }

    /** Returns the words for a status and a reason; empty if there is neither. */
    static String status(OptionalInt status, String reason) {
        return (status.isPresent() ? " with status " + status.getAsInt() : "")
                + (reason.isEmpty() ? "" : ": " + shown(reason));
    }

    private static String shortened(String text, int most) {
        StringBuilder shown = new StringBuilder();
        int end = 0; // of what can stay if the text has to be cut
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            shown.append(escaped(text.codePointAt(i)));
            if (shown.length() > most) {
                return shown.substring(0, end) + CUT;
            }
            if (shown.length() <= most - CUT.length()) {
                end = shown.length();
            }
        }
        return shown.toString();
    }

    private static String escaped(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> escape(codePoint);
            default -> Character.toString(codePoint);
        };
    }

    private static String escape(int codePoint) {
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
            escape.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        return escape.toString();
    }
}
