package dev.anchors.domain;

/**
 * Identifies an asset: a snippet, an image or a file that the service keeps.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record AssetId(String value) implements MaterialId, Comparable<AssetId> {

    /** Rejects null, blank text and NUL. */
    public AssetId {
        Text.naming("asset id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.ASSET;
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(AssetId other) {
        return value.compareTo(other.value);
    }
}
