package dev.anchors.domain;

import java.util.Objects;

/**
 * The platform that a path belongs to.
 *
 * <p>A word that this version does not know reads as {@link #UNKNOWN}, and {@link AnchorPoint#rawPlatform()} keeps it
 * as it came.
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
    /** A word of the service's own, or one that this version does not know. */
    UNKNOWN;

    /** Returns the constant of that exact name, or {@link #UNKNOWN}. */
    public static Platform of(String word) {
        return switch (Objects.requireNonNull(word, "word")) {
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
