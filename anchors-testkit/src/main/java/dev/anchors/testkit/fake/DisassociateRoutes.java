package dev.anchors.testkit.fake;

/**
 * The routes by which a {@link FakePiecesOs} removes a link from an anchor to an asset. The service renamed the route in
 * mid-2024. Its release 2.2.0 is the only one with both routes.
 */
public enum DisassociateRoutes {
    /** Only {@code /anchors/{anchor}/assets/delete/{asset}}, in releases before 2.2.0. */
    DOCUMENTED,
    /** Only {@code /anchor/{anchor}/assets/disassociate/{asset}}, in releases since 2.3.0. */
    CURRENT,
    /** Both routes: release 2.2.0. */
    BOTH
}
