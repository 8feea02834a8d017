package dev.anchors.testkit.assertions;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions for an {@link AnchorRepositoryException}. {@link AnchorAssertions} is the entry point.
 *
 * <p>Each assertion returns itself, and throws {@link AssertionError} if it fails or the exception is null.
 */
public final class AnchorRepositoryExceptionAssert
        extends AbstractThrowableAssert<AnchorRepositoryExceptionAssert, AnchorRepositoryException> {

    AnchorRepositoryExceptionAssert(@Nullable AnchorRepositoryException actual) {
        super(actual, AnchorRepositoryExceptionAssert.class);
    }

    /** Verifies the operation that failed. */
    public AnchorRepositoryExceptionAssert hasOperation(Operation expected) {
        isNotNull();
        return expect("operation", actual.operation(), expected);
    }

    /** Verifies the effect of the failed call. */
    public AnchorRepositoryExceptionAssert hasEffect(Effect expected) {
        isNotNull();
        return expect("effect", actual.effect(), expected);
    }

    private AnchorRepositoryExceptionAssert expect(String property, Enum<?> value, Enum<?> expected) {
        if (value != expected) {
            throw failureWithActualExpected(
                    value,
                    expected,
                    "Expected the %s of %s to be %s, but it was %s: %s",
                    property,
                    actual.getClass().getSimpleName(),
                    expected,
                    value,
                    actual.getMessage());
        }
        return this;
    }
}
