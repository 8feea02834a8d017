package dev.anchors.testkit.assertions;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;

/** Sentences about an {@link AnchorRepositoryException}; see {@link AnchorAssertions}. */
public final class AnchorRepositoryExceptionAssert
        extends AbstractThrowableAssert<AnchorRepositoryExceptionAssert, AnchorRepositoryException> {

    AnchorRepositoryExceptionAssert(@Nullable AnchorRepositoryException actual) {
        super(actual, AnchorRepositoryExceptionAssert.class);
    }

    /** Fails unless it was that operation that failed. */
    public AnchorRepositoryExceptionAssert isFor(Operation expected) {
        isNotNull();
        return expect("operation", actual.operation(), expected);
    }

    /** Fails unless the failed call is known to have had that effect. */
    public AnchorRepositoryExceptionAssert hasEffect(Effect expected) {
        isNotNull();
        return expect("effect", actual.effect(), expected);
    }

    private AnchorRepositoryExceptionAssert expect(String what, Enum<?> was, Enum<?> expected) {
        if (was != expected) {
            throw failureWithActualExpected(
                    was,
                    expected,
                    "Expected the %s of %s to be %s, but it was %s: %s",
                    what,
                    actual.getClass().getSimpleName(),
                    expected,
                    was,
                    actual.getMessage());
        }
        return this;
    }
}
