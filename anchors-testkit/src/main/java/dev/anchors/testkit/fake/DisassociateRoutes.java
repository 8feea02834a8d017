package dev.anchors.testkit.fake;

/**
 * Which routes of disassociate a {@link FakePiecesOs} knows. The service renamed the route in mid-2024; of its releases
 * only 2.2.0 has both (wire description, {@code x-until} and {@code x-since}).
 */
public enum DisassociateRoutes {
    /** Only the documented one, {@code /anchors/{anchor}/assets/delete/{asset}}: releases before 2.2.0. */
    DOCUMENTED,
    /** Only the current one, {@code /anchor/{anchor}/assets/disassociate/{asset}}: releases from 2.3.0 on. */
    CURRENT,
    /** Both: release 2.2.0. */
    BOTH
}
