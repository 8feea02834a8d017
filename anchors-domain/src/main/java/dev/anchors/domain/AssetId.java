package dev.anchors.domain;

/**
 * Identifies an asset: a snippet, an image or a file that the service keeps.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record AssetId(String value) implements MaterialId {

    /** Rejects null, blank text and NUL. */
    public AssetId {
        Text.naming("asset id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.ASSET;
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
