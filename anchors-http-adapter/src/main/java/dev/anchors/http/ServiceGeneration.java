package dev.anchors.http;

/**
 * By which of its two routes a service takes the link to an asset away. The route was renamed in mid-2024; of the
 * releases only 2.2.0 has both (wire description, {@code x-until} and {@code x-since}).
 */
public enum ServiceGeneration {
    /** The documented route, {@code POST /anchors/{anchor}/assets/delete/{asset}}: releases up to 2.2.0. */
    DOCUMENTED,
    /** The current route, {@code POST /anchor/{anchor}/assets/disassociate/{asset}}: releases from 2.2.0 on. */
    CURRENT,
    /**
     * Found out by the first disassociation: the documented route, and where that is 404, which changes nothing, the
     * current one. Whichever answered is remembered.
     */
    AUTO_DETECT
}
