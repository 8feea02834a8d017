package dev.anchors.testkit.assertions;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepositoryException;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ for anchors. It inherits all of AssertJ's own entry points, so that one static import serves both:
 *
 * <pre>{@code
 * import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
 *
 * assertThat(anchor).hasType(FILE).isNamed("notes").isAt("/home/ada/notes.md").isNotDeleted();
 * assertThat(repository.snapshot()).hasSize(1).contains(anchor.id());
 * }</pre>
 */
public final class AnchorAssertions extends Assertions {

    private AnchorAssertions() {}

    /** Starts sentences about an anchor. */
    public static AnchorAssert assertThat(@Nullable Anchor actual) {
        return new AnchorAssert(actual);
    }

    /** Starts sentences about a snapshot; those of AssertJ about an iterable belong to them. */
    public static AnchorsAssert assertThat(@Nullable Anchors actual) {
        return new AnchorsAssert(actual);
    }

    /** Starts sentences about a seed. */
    public static SeededAnchorAssert assertThat(@Nullable SeededAnchor actual) {
        return new SeededAnchorAssert(actual);
    }

    /** Starts sentences about a failure; those of AssertJ about a throwable belong to them. */
    public static AnchorRepositoryExceptionAssert assertThat(@Nullable AnchorRepositoryException actual) {
        return new AnchorRepositoryExceptionAssert(actual);
    }
}
