package dev.anchors.ports;

/** What a failed call is known to have done. */
public enum Effect {
    /** Certainly not applied: nothing changed, and the call may be made again (rule FAI-2). */
    NONE,
    /** May have been applied: look before making the call again. */
    UNKNOWN
}
