package dev.anchors.http.internal.calls;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpStatus;

/** What a response says of the reason of a failure, for messages; empty where it says nothing that is no personal data. */
final class Reasons {

    /** A status that no standard has: the service wants to be updated before it serves requests. */
    private static final int UPDATE_REQUIRED = 593;

    private static final Pattern EVENT = Pattern.compile("\"eventId\"\\s*:\\s*\"([0-9A-Za-z-]{1,64})\"");

    private Reasons() {}

    /**
     * Returns why a request was refused.
     *
     * @param requirement which services have the operation; empty if every service has it
     * @param url what was asked
     */
    static String ofRefusal(int status, String requirement, String url) {
        return switch (status) {
            case HttpStatus.SC_UNAUTHORIZED -> "nobody is signed in at PiecesOS";
            case HttpStatus.SC_NOT_FOUND -> requirement.isEmpty() ? ofAnotherProgram(url) : requirement;
            default -> "";
        };
    }

    /** Returns why a service failed that responded with this text. */
    static String ofFailure(int status, String text) {
        if (status == UPDATE_REQUIRED) {
            return "PiecesOS asks for an update";
        }
        Matcher event = EVENT.matcher(text);
        return event.find() ? "its log has the event " + event.group(1) : "";
    }

    /** Returns why a response is not one of the service. */
    static String ofAnotherProgram(String url) {
        return "another program or a wrong path is at " + url;
    }
}
