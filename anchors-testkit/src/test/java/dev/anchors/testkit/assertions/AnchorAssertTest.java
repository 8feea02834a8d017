package dev.anchors.testkit.assertions;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnchorAssertTest {

    private static final Instant NOON = Instant.parse("2024-04-17T12:00:00Z");
    private static final Instant LATER = Instant.parse("2024-04-17T18:30:00Z");

    private static final Anchor MINIMAL = Anchor.builder(new AnchorId("minimal"), AnchorType.FILE)
            .created(GroupedTimestamp.of(NOON))
            .build();
    private static final Anchor FULL = Anchor.builder(new AnchorId("full"), AnchorType.DIRECTORY)
            .name("100%")
            .watch(true)
            .point(AnchorPoint.builder(new AnchorPointId("p-1"))
                    .fullpath(new FullPath("C:\\Users\\Ada"))
                    .platform(Platform.WINDOWS)
                    .build())
            .created(GroupedTimestamp.of(NOON))
            .updated(GroupedTimestamp.of(LATER))
            .deleted(GroupedTimestamp.of(LATER))
            .link(new AssetId("x"))
            .build();

    @Test
    void true_assertions_about_an_anchor_pass() {
        assertThat(FULL)
                .hasId(new AnchorId("full"))
                .hasType(AnchorType.DIRECTORY)
                .hasRawType("DIRECTORY")
                .isNamed("100%")
                .isWatched()
                .isAtPath("C:/Users/./Ada/")
                .hasPaths("C:\\Users\\Ada")
                .hasPlatform(Platform.WINDOWS)
                .isLinkedTo(new AssetId("x"))
                .isNotLinkedTo(new PersonId("x"))
                .wasCreatedAt(NOON)
                .isDeleted()
                .wasUpdatedAt(LATER);
        assertThat(MINIMAL).isNotDeleted().isUnnamed().hasNoWatchFlag().hasPaths();
        assertThat(MINIMAL.toBuilder().watch(false).build()).isNotWatched().isUnnamed();
    }

    @ParameterizedTest
    @MethodSource
    void a_false_assertion_about_an_anchor_fails_and_shows_the_actual_value(
            Consumer<AnchorAssert> assertion, Anchor anchor, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.accept(assertThat(anchor)))
                .withMessage(message);
    }

    static Stream<Arguments> a_false_assertion_about_an_anchor_fails_and_shows_the_actual_value() {
        return Stream.of(
                failing(
                        FULL,
                        anchor -> anchor.hasId(new AnchorId("other")),
                        "Expected the id of anchor full to be \"other\", but it was \"full\"."),
                failing(
                        FULL,
                        anchor -> anchor.hasType(AnchorType.FILE),
                        "Expected the type of anchor full to be FILE, but it was DIRECTORY."),
                failing(
                        FULL,
                        anchor -> anchor.hasRawType("SYMLINK"),
                        "Expected the raw type of anchor full to be \"SYMLINK\", but it was \"DIRECTORY\"."),
                failing(
                        FULL,
                        anchor -> anchor.isNamed("50%"),
                        "Expected the name of anchor full to be \"50%\", but it was \"100%\"."),
                failing(
                        MINIMAL,
                        anchor -> anchor.isNamed("50%"),
                        "Expected the name of anchor minimal to be \"50%\", but it was absent."),
                failing(
                        FULL,
                        AnchorAssert::isUnnamed,
                        "Expected the name of anchor full to be absent, but it was \"100%\"."),
                failing(
                        MINIMAL,
                        AnchorAssert::isWatched,
                        "Expected the watch flag of anchor minimal to be true, but it was absent."),
                failing(
                        MINIMAL,
                        AnchorAssert::isNotWatched,
                        "Expected the watch flag of anchor minimal to be false, but it was absent."),
                failing(
                        FULL,
                        AnchorAssert::hasNoWatchFlag,
                        "Expected the watch flag of anchor full to be absent, but it was true."),
                failing(
                        FULL,
                        anchor -> anchor.isAtPath("/home/ada"),
                        "Expected anchor full to be at path /home/ada, but its paths were [C:\\Users\\Ada]."),
                failing(
                        FULL,
                        anchor -> anchor.hasPaths("C:/Users/Ada"),
                        "Expected the paths of anchor full to be [C:/Users/Ada], but it was [C:\\Users\\Ada]."),
                failing(
                        FULL,
                        anchor -> anchor.hasPlatform(Platform.LINUX),
                        "Expected anchor full to have the platform LINUX, but it had [WINDOWS]."),
                failing(
                        FULL,
                        anchor -> anchor.isLinkedTo(new PersonId("x")),
                        "Expected anchor full to be linked to PersonId[value=x],"
                                + " but its links were [AssetId[value=x]]."),
                failing(
                        FULL,
                        anchor -> anchor.isNotLinkedTo(new AssetId("x")),
                        "Expected anchor full not to be linked to AssetId[value=x],"
                                + " but its links were [AssetId[value=x]]."),
                failing(
                        FULL,
                        anchor -> anchor.wasCreatedAt(LATER),
                        "Expected the time of creation of anchor full to be 2024-04-17T18:30:00Z,"
                                + " but it was 2024-04-17T12:00:00Z."),
                failing(
                        FULL,
                        anchor -> anchor.wasUpdatedAt(NOON),
                        "Expected the time of the last update of anchor full to be 2024-04-17T12:00:00Z,"
                                + " but it was 2024-04-17T18:30:00Z."),
                failing(MINIMAL, AnchorAssert::isDeleted, "Expected anchor minimal to be deleted, but it was not."),
                failing(
                        FULL,
                        AnchorAssert::isNotDeleted,
                        "Expected the time of deletion of anchor full to be absent, but it was 2024-04-17T18:30:00Z."));
    }

    private static Arguments failing(Anchor anchor, Consumer<AnchorAssert> assertion, String message) {
        return arguments(assertion, anchor, message);
    }

    @ParameterizedTest
    @MethodSource("assertions")
    void every_assertion_about_an_anchor_fails_for_null(Consumer<AnchorAssert> assertion) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.accept(assertThat((Anchor) null)))
                .withMessageContaining("not to be null");
    }

    static Stream<Consumer<AnchorAssert>> assertions() {
        return Stream.of(
                anchor -> anchor.hasId(new AnchorId("x")),
                anchor -> anchor.hasType(AnchorType.FILE),
                anchor -> anchor.hasRawType("FILE"),
                anchor -> anchor.isNamed("x"),
                AnchorAssert::isUnnamed,
                AnchorAssert::isWatched,
                AnchorAssert::isNotWatched,
                AnchorAssert::hasNoWatchFlag,
                anchor -> anchor.isAtPath("/"),
                AnchorAssert::hasPaths,
                anchor -> anchor.hasPlatform(Platform.WEB),
                anchor -> anchor.isLinkedTo(new AssetId("x")),
                anchor -> anchor.isNotLinkedTo(new AssetId("x")),
                anchor -> anchor.wasCreatedAt(NOON),
                anchor -> anchor.wasUpdatedAt(NOON),
                AnchorAssert::isDeleted,
                AnchorAssert::isNotDeleted);
    }

    @Test
    void the_description_of_an_assertion_precedes_its_message() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(MINIMAL).as("after %s", "create").isDeleted())
                .withMessage("[after create] Expected anchor minimal to be deleted, but it was not.");
    }
}
