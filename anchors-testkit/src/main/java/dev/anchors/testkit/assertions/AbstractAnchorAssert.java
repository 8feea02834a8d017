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

/** What can be said of an anchor and of the seed of one. */
abstract class AbstractAnchorAssert<SELF extends AbstractAnchorAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    AbstractAnchorAssert(@Nullable ACTUAL actual, Class<?> self) {
        super(actual, self);
    }

    /** What a message calls the actual value. */
    abstract String subject();

    abstract AnchorType type();

    abstract Optional<String> name();

    abstract Optional<Boolean> watch();

    abstract Collection<FullPath> paths();

    abstract Collection<Platform> platforms();

    abstract Collection<MaterialId> links();

    abstract List<String> differencesFrom(ACTUAL expected);

    /** Fails unless it is of that type; a word that this version does not know is of type UNKNOWN. */
    public SELF hasType(AnchorType expected) {
        isNotNull();
        return expect("type", type(), expected);
    }

    /** Fails unless it has that name. */
    public SELF isNamed(String expected) {
        isNotNull();
        return expect("name", name(), Optional.of(expected));
    }

    /** Fails if it has a name. */
    public SELF isUnnamed() {
        isNotNull();
        return expect("name", name(), Optional.empty());
    }

    /** Fails unless it is to be watched. */
    public SELF isWatched() {
        isNotNull();
        return expect("watch", watch(), Optional.of(true));
    }

    /** Fails unless it says that it is not to be watched. */
    public SELF isNotWatched() {
        isNotNull();
        return expect("watch", watch(), Optional.of(false));
    }

    /** Fails if it says whether it is to be watched. */
    public SELF doesNotSayWhetherWatched() {
        isNotNull();
        return expect("watch", watch(), Optional.empty());
    }

    /** Fails unless a path of it is {@code path}, in whichever spelling. */
    public SELF isAt(String path) {
        isNotNull();
        FullPath expected = new FullPath(path).normalized();
        if (paths().stream().map(FullPath::normalized).noneMatch(expected::equals)) {
            throw failure(
                    "Expected %s to be at %s, but its paths were %s.",
                    subject(), path, paths().stream().map(FullPath::value).toList());
        }
        return myself;
    }

    /** Fails unless a path of it belongs to that platform. */
    public SELF hasPlatform(Platform expected) {
        isNotNull();
        if (!platforms().contains(expected)) {
            throw failure("Expected %s to have the platform %s, but it had %s.", subject(), expected, platforms());
        }
        return myself;
    }

    /** Fails unless it is linked to that material. */
    public SELF isLinkedTo(MaterialId material) {
        isNotNull();
        if (!links().contains(material)) {
            throw failure("Expected %s to be linked to %s, but its links were %s.", subject(), material, links());
        }
        return myself;
    }

    /** Fails if it is linked to that material. */
    public SELF isNotLinkedTo(MaterialId material) {
        isNotNull();
        if (links().contains(material)) {
            throw failure("Expected %s not to be linked to %s, but its links were %s.", subject(), material, links());
        }
        return myself;
    }

    /** Fails unless every field is equal; the message has the fields that differ and no other. */
    @Override
    public SELF isEqualTo(@Nullable Object expected) {
        if (actual == null || expected == null || actual.getClass() != expected.getClass() || actual.equals(expected)) {
            return super.isEqualTo(expected);
        }
        @SuppressWarnings("unchecked") // of the class of the actual value
        List<String> differences = differencesFrom((ACTUAL) expected);
        throw failureWithActualExpected(
                actual,
                expected,
                "Expected %s to equal the other, but\n  %s",
                subject(),
                String.join("\n  ", differences));
    }

    final SELF expect(String field, Object was, Object expected) {
        if (!Objects.equals(was, expected)) {
            throw failureWithActualExpected(
                    was,
                    expected,
                    "Expected the %s of %s to be %s, but it was %s.",
                    field,
                    subject(),
                    Differences.text(expected),
                    Differences.text(was));
        }
        return myself;
    }
}
