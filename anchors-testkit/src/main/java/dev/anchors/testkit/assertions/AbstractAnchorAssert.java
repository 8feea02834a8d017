package dev.anchors.testkit.assertions;

import dev.anchors.domain.AnchorType;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.Platform;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** The assertions that {@link AnchorAssert} and {@link SeededAnchorAssert} share. */
abstract class AbstractAnchorAssert<SELF extends AbstractAnchorAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    AbstractAnchorAssert(@Nullable ACTUAL actual, Class<?> self) {
        super(actual, self);
    }

    /** Returns the name of the actual value in failure messages. */
    abstract String subject();

    abstract AnchorType type();

    abstract Optional<String> name();

    abstract Optional<Boolean> watch();

    abstract Collection<FullPath> paths();

    abstract Collection<Platform> platforms();

    abstract Collection<MaterialId> links();

    abstract List<String> differencesFrom(ACTUAL expected);

    /** Verifies the type. Unknown types are {@link AnchorType#UNKNOWN}. */
    public SELF hasType(AnchorType expected) {
        isNotNull();
        return expect("type", type(), expected);
    }

    /** Verifies that the name is present and equal to {@code expected}. */
    public SELF isNamed(String expected) {
        isNotNull();
        return expect("name", name(), Optional.of(expected));
    }

    /** Verifies that the name is absent. */
    public SELF isUnnamed() {
        isNotNull();
        return expect("name", name(), Optional.empty());
    }

    /** Verifies that the watch flag is present and true. */
    public SELF isWatched() {
        isNotNull();
        return expect("watch flag", watch(), Optional.of(true));
    }

    /** Verifies that the watch flag is present and false. */
    public SELF isNotWatched() {
        isNotNull();
        return expect("watch flag", watch(), Optional.of(false));
    }

    /** Verifies that the watch flag is absent. */
    public SELF hasNoWatchFlag() {
        isNotNull();
        return expect("watch flag", watch(), Optional.empty());
    }

    /** Verifies that one of the paths equals {@code path} after both are {@linkplain FullPath#normalized() normalized}. */
    public SELF isAtPath(String path) {
        isNotNull();
        FullPath expected = new FullPath(path).normalized();
        if (paths().stream().map(FullPath::normalized).noneMatch(expected::equals)) {
            throw failure(
                    "Expected %s to be at path %s, but its paths were %s.",
                    subject(), path, paths().stream().map(FullPath::value).toList());
        }
        return myself;
    }

    /** Verifies that one of the paths belongs to the platform. */
    public SELF hasPlatform(Platform expected) {
        isNotNull();
        if (!platforms().contains(expected)) {
            throw failure("Expected %s to have the platform %s, but it had %s.", subject(), expected, platforms());
        }
        return myself;
    }

    /** Verifies that the link to {@code material} is present. */
    public SELF isLinkedTo(MaterialId material) {
        isNotNull();
        if (!links().contains(material)) {
            throw failure("Expected %s to be linked to %s, but its links were %s.", subject(), material, links());
        }
        return myself;
    }

    /** Verifies that the link to {@code material} is absent. */
    public SELF isNotLinkedTo(MaterialId material) {
        isNotNull();
        if (links().contains(material)) {
            throw failure("Expected %s not to be linked to %s, but its links were %s.", subject(), material, links());
        }
        return myself;
    }

    /** Verifies that every field is equal. The message of a failure shows only the fields that differ. */
    @Override
    public SELF isEqualTo(@Nullable Object expected) {
        if (actual == null || expected == null || actual.getClass() != expected.getClass() || actual.equals(expected)) {
            return super.isEqualTo(expected);
        }
        @SuppressWarnings("unchecked") // its class is that of the actual value
        List<String> differences = differencesFrom((ACTUAL) expected);
        throw failureWithActualExpected(
                actual,
                expected,
                "Expected %s to equal the expected value, but\n  %s",
                subject(),
                String.join("\n  ", differences));
    }

    final SELF expect(String field, Object value, Object expected) {
        if (!Objects.equals(value, expected)) {
            throw failureWithActualExpected(
                    value,
                    expected,
                    "Expected the %s of %s to be %s, but it was %s.",
                    field,
                    subject(),
                    Differences.text(expected),
                    Differences.text(value));
        }
        return myself;
    }
}
