package dev.anchors.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The response to a {@link Probe}, as far as it has arrived.
 *
 * @param received all that has arrived, each byte as one character
 * @param isAtEnd whether nothing more will be read
 */
record ProbeResponse(String received, boolean isAtEnd) {

    private static final String START = "HTTP/1.";
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern SUCCESS = Pattern.compile("HTTP/1\\.\\d 200\\b");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length:[ \t]*(\\d{1,9})[ \t]*\r\n");

    /** Returns whether more would change nothing: the response has ended, or is not the one that was asked for. */
    boolean isComplete() {
        return isAtEnd || !canBeHttp() || (endOfHead() >= 0 && (!isSuccess() || received.length() >= endOfBody()));
    }

    /** Returns the text of a complete response with status 200; empty for any other response. */
    Optional<String> text() {
        return isSuccess() && endOfHead() >= 0 && received.length() >= endOfBody()
                ? Optional.of(received.substring(endOfHead(), endOfBody()))
                : Optional.empty();
    }

    private boolean canBeHttp() {
        return received.startsWith(START) || START.startsWith(received);
    }

    private boolean isSuccess() {
        return SUCCESS.matcher(received).lookingAt();
    }

    private int endOfHead() {
        int end = received.indexOf(END_OF_HEAD);
        return end < 0 ? end : end + END_OF_HEAD.length();
    }

    /** Returns where the body ends; without a length, where the response does. */
    private int endOfBody() {
        Matcher length = LENGTH.matcher(received).region(0, endOfHead());
        if (length.find()) {
            return endOfHead() + Integer.parseInt(length.group(1));
        }
        return isAtEnd ? received.length() : Integer.MAX_VALUE;
    }
}
