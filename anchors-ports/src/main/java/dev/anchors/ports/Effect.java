package dev.anchors.ports;

/** What a failed call is known to have changed. */
public enum Effect {
    /** Nothing changed, and the call may be repeated (rule FAI-2). */
    NONE,
    /** The change may have been made: check before repeating the call. */
    UNKNOWN
}
