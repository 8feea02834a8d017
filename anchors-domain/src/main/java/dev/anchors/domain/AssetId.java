package dev.anchors.domain;

/**
 * Identifies an asset: a snippet, an image or a file that the service keeps.
 *
 * @param value the identifier as the service writes it; opaque, not blank
 */
public record AssetId(String value) implements MaterialId {

    /** Refuses null, blank text and NUL, and nothing else. */
    public AssetId {
        Text.naming("asset id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.ASSET;
    }
}
