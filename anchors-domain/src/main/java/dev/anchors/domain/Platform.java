package dev.anchors.domain;

import java.util.Objects;

/**
 * The platform that a path belongs to.
 *
 * <p>A platform that this version does not know reads as {@link #UNKNOWN}; {@link AnchorPoint#rawPlatform()} is then what
 * the service wrote.
 */
public enum Platform {
    /** A browser. */
    WEB,
    /** Apple's desktop. */
    MACOS,
    /** Linux. */
    LINUX,
    /** Microsoft Windows. */
    WINDOWS,
    /** Fuchsia. */
    FUCHSIA,
    /** Apple's phones and tablets. */
    IOS,
    /** Android. */
    ANDROID,
    /** Reported as UNKNOWN, or not known to this version. */
    UNKNOWN;

    /** Returns the constant with exactly this name, or {@link #UNKNOWN}. */
    public static Platform of(String rawPlatform) {
        return switch (Objects.requireNonNull(rawPlatform, "rawPlatform")) {
            case "WEB" -> WEB;
            case "MACOS" -> MACOS;
            case "LINUX" -> LINUX;
            case "WINDOWS" -> WINDOWS;
            case "FUCHSIA" -> FUCHSIA;
            case "IOS" -> IOS;
            case "ANDROID" -> ANDROID;
            default -> UNKNOWN;
        };
    }
}
