package dev.anchors.testkit.assertions;

import dev.anchors.domain.AnchorType;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Assertions for a {@link SeededAnchor}. {@link AnchorAssertions} is the entry point.
 *
 * <p>Each assertion returns itself, and throws {@link AssertionError} if it fails or the seed is null.
 */
public final class SeededAnchorAssert extends AbstractAnchorAssert<SeededAnchorAssert, SeededAnchor> {

    SeededAnchorAssert(@Nullable SeededAnchor actual) {
        super(actual, SeededAnchorAssert.class);
    }

    /** Verifies the path as it is spelled. */
    public SeededAnchorAssert hasFullpath(String expected) {
        isNotNull();
        return expect("path", actual.fullpath().value(), expected);
    }

    /** Verifies that the seed has exactly these annotations, in this order. */
    public SeededAnchorAssert hasAnnotations(SeededAnnotation... expected) {
        isNotNull();
        return expect("annotations", actual.annotations(), Arrays.asList(expected));
    }

    @Override
    String subject() {
        return "the seed of " + actual.fullpath().value();
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
        return List.of(actual.fullpath());
    }

    @Override
    Collection<Platform> platforms() {
        return actual.platform().stream().toList();
    }

    @Override
    Collection<MaterialId> links() {
        Set<MaterialId> links = new LinkedHashSet<>(actual.persons());
        actual.asset().ifPresent(links::add);
        actual.conversation().ifPresent(links::add);
        return links;
    }

    @Override
    List<String> differencesFrom(SeededAnchor expected) {
        return Differences.between(actual, expected);
    }
}
