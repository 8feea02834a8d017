package dev.anchors.http;

/**
 * The route by which a service removes links to assets. It was renamed in mid-2024; of the releases, only 2.2.0 has both
 * routes.
 */
public enum ServiceGeneration {
    /** The documented route, {@code POST /anchors/{anchor}/assets/delete/{asset}}: releases up to 2.2.0. */
    DOCUMENTED,
    /** The current route, {@code POST /anchor/{anchor}/assets/disassociate/{asset}}: releases from 2.2.0 on. */
    CURRENT,
    /**
     * The first call that removes a link to an asset detects the route: it tries the documented one, and after a 404, which
     * changes nothing, the current one. The repository remembers the route that the service has.
     */
    AUTO_DETECT
}
