package dev.anchors.testkit.assertions;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractIterableAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions for {@link Anchors}. {@link AnchorAssertions} is the entry point.
 *
 * <p>Each assertion returns itself, and throws {@link AssertionError} if it fails or the snapshot is null.
 */
public final class AnchorsAssert extends AbstractIterableAssert<AnchorsAssert, Anchors, Anchor, AnchorAssert> {

    AnchorsAssert(@Nullable Anchors actual) {
        super(actual, AnchorsAssert.class);
    }

    /** Verifies that {@link Anchors#find} finds an anchor with this id. */
    public AnchorsAssert contains(AnchorId id) {
        isNotNull();
        if (actual.find(id).isEmpty()) {
            throw failure("Expected the snapshot to contain anchor %s, but it contained %s.", id.value(), ids());
        }
        return this;
    }

    /** Verifies that {@link Anchors#find} finds no anchor with this id. */
    public AnchorsAssert doesNotContain(AnchorId id) {
        isNotNull();
        actual.find(id).ifPresent(found -> {
            throw failure("Expected the snapshot not to contain anchor %s, but it contained %s.", id.value(), found);
        });
        return this;
    }

    /** Verifies that the anchors have exactly these ids, in this order. */
    public AnchorsAssert hasIds(AnchorId... expected) {
        isNotNull();
        List<String> values = Arrays.stream(expected).map(AnchorId::value).toList();
        if (!ids().equals(values)) {
            throw failureWithActualExpected(
                    ids(), values, "Expected the snapshot to have the ids %s, but it had %s.", values, ids());
        }
        return this;
    }

    /**
     * Verifies that the anchors, their order, the score and the schema are equal. The message of a failure shows only
     * the differences, at most 20 of them.
     */
    @Override
    public AnchorsAssert isEqualTo(@Nullable Object expected) {
        if (actual == null || !(expected instanceof Anchors other) || actual.equals(other)) {
            return super.isEqualTo(expected);
        }
        throw failureWithActualExpected(
                actual,
                expected,
                "Expected the snapshot to equal the expected value, but\n  %s",
                String.join("\n  ", Differences.between(actual, other)));
    }

    private List<String> ids() {
        return actual.stream().map(anchor -> anchor.id().value()).toList();
    }

    @Override
    protected AnchorAssert toAssert(Anchor anchor, String description) {
        return new AnchorAssert(anchor).as(description);
    }

    @Override
    protected AnchorsAssert newAbstractIterableAssert(Iterable<? extends Anchor> elements) {
        List<Anchor> anchors = new ArrayList<>();
        elements.forEach(anchors::add);
        return new AnchorsAssert(Anchors.of(anchors));
    }
}
