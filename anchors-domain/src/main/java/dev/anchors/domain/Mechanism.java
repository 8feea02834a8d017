package dev.anchors.domain;

/** How a material came to be. */
public enum Mechanism {
    /** Made by a person. */
    MANUAL,
    /** Suggested by the service. */
    RECOMMENDED,
    /** Made by the service on its own. */
    AUTOMATIC,
    /** For the service's own use. */
    INTERNAL,
    /** Kept although deleted. */
    DELETED,
    /** None of the other mechanisms. */
    UNKNOWN,
    /** Made by an agent outside the service. */
    EXTERNAL_AGENT
}
