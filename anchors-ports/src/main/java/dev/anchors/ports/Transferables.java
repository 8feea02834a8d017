package dev.anchors.ports;

/**
 * Whether a response has transferable data, the wire's {@code transferables}. Of anchors, transferable data are the details
 * of points: path, platform, times.
 */
public enum Transferables {
    /** With the details of points; the default, as in the service. */
    INCLUDED,
    /**
     * Without the details of points, which is faster where ids and links are enough. The points then have no path, so that
     * {@link dev.anchors.domain.Anchors#atPath} finds nothing.
     */
    OMITTED
}
