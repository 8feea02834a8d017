package dev.anchors.testkit.fake;

import java.util.Comparator;
import java.util.Objects;

/**
 * A fault at a moment of a response.
 *
 * @param bytes the number of body bytes that are sent before the fault; 0 for the moments before the body
 */
record ScheduledFault(Moment moment, long bytes, Fault fault) {

    /** The moments of a response, in their order. */
    enum Moment {
        BEFORE_RESPONSE,
        IN_HEADER,
        IN_BODY
    }

    static final Comparator<ScheduledFault> BY_TIME =
            Comparator.comparing(ScheduledFault::moment).thenComparingLong(ScheduledFault::bytes);

    private static final long WHOLE_BODY = Long.MAX_VALUE;

    ScheduledFault {
        Objects.requireNonNull(fault, "fault");
    }

    static ScheduledFault beforeResponse(Fault fault) {
        return new ScheduledFault(Moment.BEFORE_RESPONSE, 0, fault);
    }

    static ScheduledFault inHeader(Fault fault) {
        return new ScheduledFault(Moment.IN_HEADER, 0, fault);
    }

    static ScheduledFault inBody(long bytes, Fault fault) {
        return new ScheduledFault(Moment.IN_BODY, bytes, fault);
    }

    static ScheduledFault afterResponse(Fault fault) {
        return new ScheduledFault(Moment.IN_BODY, WHOLE_BODY, fault);
    }

    @Override
    public String toString() {
        return switch (moment) {
            case BEFORE_RESPONSE -> fault + " before the response";
            case IN_HEADER -> fault + " in the header";
            case IN_BODY -> fault + (bytes == WHOLE_BODY ? " after the response" : " after byte " + bytes);
        };
    }
}
