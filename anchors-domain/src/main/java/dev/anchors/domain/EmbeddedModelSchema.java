package dev.anchors.domain;

import java.util.Objects;

/**
 * The version stamp that any model of the service may carry.
 *
 * @param migration number of the database migration
 * @param semantic marker of the API version, for example {@code MAJOR_0_MINOR_0_PATCH_1}; never interpreted
 */
public record EmbeddedModelSchema(long migration, String semantic) {

    /** Refuses null. */
    public EmbeddedModelSchema {
        Objects.requireNonNull(semantic, "semantic");
    }
}
