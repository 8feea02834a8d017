package dev.anchors.testkit.assertions;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepositoryException;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ assertions for anchors. This class inherits the entry points of AssertJ, so that one static import is enough:
 *
 * <pre>{@code
 * import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
 *
 * assertThat(anchor).hasType(FILE).isNamed("notes").isAtPath("/home/ada/notes.md").isNotDeleted();
 * assertThat(repository.snapshot()).hasSize(1).contains(anchor.id());
 * }</pre>
 *
 * <p>The actual value may be null, which fails every assertion but {@code isNull}. The returned assertions are not
 * thread-safe.
 */
public final class AnchorAssertions extends Assertions {

    private AnchorAssertions() {}

    /** Returns assertions for an anchor. */
    public static AnchorAssert assertThat(@Nullable Anchor actual) {
        return new AnchorAssert(actual);
    }

    /** Returns assertions for a snapshot, which include those of AssertJ for an iterable. */
    public static AnchorsAssert assertThat(@Nullable Anchors actual) {
        return new AnchorsAssert(actual);
    }

    /** Returns assertions for a seed. */
    public static SeededAnchorAssert assertThat(@Nullable SeededAnchor actual) {
        return new SeededAnchorAssert(actual);
    }

    /** Returns assertions for a failure of the port, which include those of AssertJ for a throwable. */
    public static AnchorRepositoryExceptionAssert assertThat(@Nullable AnchorRepositoryException actual) {
        return new AnchorRepositoryExceptionAssert(actual);
    }
}
