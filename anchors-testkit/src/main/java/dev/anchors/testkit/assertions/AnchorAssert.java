package dev.anchors.testkit.assertions;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.Platform;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assertions for an {@link Anchor}. {@link AnchorAssertions} is the entry point.
 *
 * <p>Each assertion returns itself, and throws {@link AssertionError} if it fails or the anchor is null.
 */
public final class AnchorAssert extends AbstractAnchorAssert<AnchorAssert, Anchor> {

    AnchorAssert(@Nullable Anchor actual) {
        super(actual, AnchorAssert.class);
    }

    /** Verifies the id. */
    public AnchorAssert hasId(AnchorId expected) {
        isNotNull();
        return expect("id", actual.id().value(), expected.value());
    }

    /** Verifies the raw type, which is case-sensitive. */
    public AnchorAssert hasRawType(String expected) {
        isNotNull();
        return expect("raw type", actual.rawType(), expected);
    }

    /** Verifies that the points have exactly these paths, as they are spelled, in this order. */
    public AnchorAssert hasPaths(String... expected) {
        isNotNull();
        return expect("paths", paths().stream().map(FullPath::value).toList(), Arrays.asList(expected));
    }

    /** Verifies the time of creation. */
    public AnchorAssert wasCreatedAt(Instant expected) {
        isNotNull();
        return expect("time of creation", actual.created().value(), expected);
    }

    /** Verifies the time of the last update. */
    public AnchorAssert wasUpdatedAt(Instant expected) {
        isNotNull();
        return expect("time of the last update", actual.updated().value(), expected);
    }

    /** Verifies that the anchor is marked as deleted. */
    public AnchorAssert isDeleted() {
        isNotNull();
        if (!actual.isDeleted()) {
            throw failure("Expected %s to be deleted, but it was not.", subject());
        }
        return this;
    }

    /** Verifies that the anchor is not marked as deleted. */
    public AnchorAssert isNotDeleted() {
        isNotNull();
        return expect("time of deletion", actual.deleted().map(GroupedTimestamp::value), Optional.empty());
    }

    @Override
    String subject() {
        return "anchor " + actual.id().value();
    }

    @Override
    AnchorType type() {
        return actual.type();
    }

    @Override
    Optional<String> name() {
        return actual.name();
    }

    @Override
    Optional<Boolean> watch() {
        return actual.watch();
    }

    @Override
    Collection<FullPath> paths() {
        return actual.paths();
    }

    @Override
    Collection<Platform> platforms() {
        return actual.points().stream()
                .map(AnchorPoint::platform)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    Collection<MaterialId> links() {
        return actual.links();
    }

    @Override
    List<String> differencesFrom(Anchor expected) {
        return Differences.between(actual, expected);
    }
}
