package dev.anchors.testkit.architecture.offending;

import dev.anchors.testkit.ManualClock;
import java.util.List;
import org.apache.hc.core5.http.Header;

/** An adapter that violates both rules: it exposes a library type and depends on another module of the project. */
public final class LeakyAdapter {

    private LeakyAdapter() {}

    /** Exposes a library type as a type argument. */
    public static List<Header> headers(ManualClock clock) {
        return List.of();
    }

    /** Exposes a library type as the type of a parameter. */
    public static void send(Header header) {}

    /** Exposes a library type as a type argument of a parameter. */
    public static void sendAll(List<Header> headers) {}
}
