package dev.anchors.testkit.fake;

import java.util.Comparator;
import java.util.Objects;

/**
 * A fault at a moment of an answer.
 *
 * @param bytes of the body that go out before; 0 where the moment is before the body
 */
record ScheduledFault(Moment moment, long bytes, Fault fault) {

    /** The moments in their order. */
    enum Moment {
        BEFORE_ANSWER,
        IN_HEADER,
        IN_BODY
    }

    static final Comparator<ScheduledFault> IN_TIME =
            Comparator.comparing(ScheduledFault::moment).thenComparingLong(ScheduledFault::bytes);

    private static final long WHOLE_BODY = Long.MAX_VALUE;

    ScheduledFault {
        Objects.requireNonNull(fault, "fault");
    }

    static ScheduledFault beforeAnswer(Fault fault) {
        return new ScheduledFault(Moment.BEFORE_ANSWER, 0, fault);
    }

    static ScheduledFault inHeader(Fault fault) {
        return new ScheduledFault(Moment.IN_HEADER, 0, fault);
    }

    static ScheduledFault inBody(long bytes, Fault fault) {
        return new ScheduledFault(Moment.IN_BODY, bytes, fault);
    }

    static ScheduledFault afterAnswer(Fault fault) {
        return new ScheduledFault(Moment.IN_BODY, WHOLE_BODY, fault);
    }

    @Override
    public String toString() {
        return switch (moment) {
            case BEFORE_ANSWER -> fault + " before the answer";
            case IN_HEADER -> fault + " in the header";
            case IN_BODY -> fault + (bytes == WHOLE_BODY ? " after the answer" : " after byte " + bytes);
        };
    }
}
