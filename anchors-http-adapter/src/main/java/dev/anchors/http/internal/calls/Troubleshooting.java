package dev.anchors.http.internal.calls;

import java.util.Locale;

/** The sections of TROUBLESHOOTING.md that messages refer to. */
public enum Troubleshooting {
    PORTS,
    CERTIFICATES,
    TIMEOUTS,
    VERSIONS;

    /** Returns the reference for a message, for example {@code see anchors-http-adapter/TROUBLESHOOTING.md#ports}. */
    @Override
    public String toString() {
        return "see anchors-http-adapter/TROUBLESHOOTING.md#" + name().toLowerCase(Locale.ROOT);
    }
}
