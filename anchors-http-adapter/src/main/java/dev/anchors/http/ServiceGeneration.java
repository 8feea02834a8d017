package dev.anchors.http;

/**
 * The route by which a service removes links to assets. It was renamed in mid-2024; of the releases, only 2.2.0 has both
 * routes.
 */
public enum ServiceGeneration {
    /**
     * PiecesOS up to 2.2.0, and the published description of the service:
     * {@code POST /anchors/{anchor}/assets/delete/{asset}}.
     */
    LEGACY,
    /** PiecesOS 2.2.0 or later: {@code POST /anchor/{anchor}/assets/disassociate/{asset}}. */
    CURRENT,
    /**
     * Any PiecesOS: a call tries the route that worked last, at first the legacy one, and after a 404, which changes nothing,
     * the other one. The repository remembers the other route once a link was removed by it.
     */
    AUTO_DETECT
}
