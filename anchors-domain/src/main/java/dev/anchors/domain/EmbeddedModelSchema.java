package dev.anchors.domain;

import java.util.Objects;

/**
 * The version stamp that each model of the service may have.
 *
 * @param migration the number of the database migration
 * @param semantic the API version, for example {@code MAJOR_0_MINOR_0_PATCH_1}; never interpreted
 */
public record EmbeddedModelSchema(long migration, String semantic) {

    /** Rejects null. */
    public EmbeddedModelSchema {
        Objects.requireNonNull(semantic, "semantic");
    }
}
