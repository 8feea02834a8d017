package dev.anchors.testkit.architecture.offending;

import dev.anchors.testkit.ManualClock;
import java.util.List;
import org.apache.hc.core5.http.Header;

/** Does what an adapter must not: it shows a type of a library, and leans on another part of the house. */
public final class LeakyAdapter {

    private LeakyAdapter() {}

    /** Shows a library's type as an argument of a type. */
    public static List<Header> headers(ManualClock clock) {
        return List.of();
    }
}
