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

    private static final Anchor BARE = Anchor.builder(new AnchorId("bare"), AnchorType.FILE)
            .created(GroupedTimestamp.of(NOON))
            .build();
    private static final Anchor RICH = Anchor.builder(new AnchorId("rich"), AnchorType.DIRECTORY)
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
    void passes_where_the_sentences_are_true() {
        assertThat(RICH)
                .hasId(new AnchorId("rich"))
                .hasType(AnchorType.DIRECTORY)
                .hasRawType("DIRECTORY")
                .isNamed("100%")
                .isWatched()
                .isAt("C:/Users/./Ada/")
                .hasPaths("C:\\Users\\Ada")
                .hasPlatform(Platform.WINDOWS)
                .isLinkedTo(new AssetId("x"))
                .isNotLinkedTo(new PersonId("x"))
                .wasCreatedAt(NOON)
                .isDeleted()
                .wasUpdatedAt(LATER);
        assertThat(BARE).isNotDeleted().isUnnamed().doesNotSayWhetherWatched().hasPaths();
        assertThat(BARE.toBuilder().watch(false).build()).isNotWatched().isUnnamed();
    }

    @ParameterizedTest
    @MethodSource
    void fails_and_says_what_was_there_instead(Consumer<AnchorAssert> sentence, Anchor anchor, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> sentence.accept(assertThat(anchor)))
                .withMessage(message);
    }

    static Stream<Arguments> fails_and_says_what_was_there_instead() {
        return Stream.of(
                wrong(
                        RICH,
                        anchor -> anchor.hasId(new AnchorId("poor")),
                        "Expected the id of anchor rich to be \"poor\", but it was \"rich\"."),
                wrong(
                        RICH,
                        anchor -> anchor.hasType(AnchorType.FILE),
                        "Expected the type of anchor rich to be FILE, but it was DIRECTORY."),
                wrong(
                        RICH,
                        anchor -> anchor.hasRawType("SYMLINK"),
                        "Expected the type of anchor rich to be \"SYMLINK\", but it was \"DIRECTORY\"."),
                wrong(
                        RICH,
                        anchor -> anchor.isNamed("50%"),
                        "Expected the name of anchor rich to be \"50%\", but it was \"100%\"."),
                wrong(
                        BARE,
                        anchor -> anchor.isNamed("50%"),
                        "Expected the name of anchor bare to be \"50%\", but it was absent."),
                wrong(
                        RICH,
                        AnchorAssert::isUnnamed,
                        "Expected the name of anchor rich to be absent, but it was \"100%\"."),
                wrong(
                        BARE,
                        AnchorAssert::isWatched,
                        "Expected the watch of anchor bare to be true, but it was absent."),
                wrong(
                        BARE,
                        AnchorAssert::isNotWatched,
                        "Expected the watch of anchor bare to be false, but it was absent."),
                wrong(
                        RICH,
                        AnchorAssert::doesNotSayWhetherWatched,
                        "Expected the watch of anchor rich to be absent, but it was true."),
                wrong(
                        RICH,
                        anchor -> anchor.isAt("/home/ada"),
                        "Expected anchor rich to be at /home/ada, but its paths were [C:\\Users\\Ada]."),
                wrong(
                        RICH,
                        anchor -> anchor.hasPaths("C:/Users/Ada"),
                        "Expected the paths of anchor rich to be [C:/Users/Ada], but it was [C:\\Users\\Ada]."),
                wrong(
                        RICH,
                        anchor -> anchor.hasPlatform(Platform.LINUX),
                        "Expected anchor rich to have the platform LINUX, but it had [WINDOWS]."),
                wrong(
                        RICH,
                        anchor -> anchor.isLinkedTo(new PersonId("x")),
                        "Expected anchor rich to be linked to PersonId[value=x],"
                                + " but its links were [AssetId[value=x]]."),
                wrong(
                        RICH,
                        anchor -> anchor.isNotLinkedTo(new AssetId("x")),
                        "Expected anchor rich not to be linked to AssetId[value=x],"
                                + " but its links were [AssetId[value=x]]."),
                wrong(
                        RICH,
                        anchor -> anchor.wasCreatedAt(LATER),
                        "Expected the time of creation of anchor rich to be 2024-04-17T18:30:00Z,"
                                + " but it was 2024-04-17T12:00:00Z."),
                wrong(
                        RICH,
                        anchor -> anchor.wasUpdatedAt(NOON),
                        "Expected the time of the last change of anchor rich to be 2024-04-17T12:00:00Z,"
                                + " but it was 2024-04-17T18:30:00Z."),
                wrong(BARE, AnchorAssert::isDeleted, "Expected anchor bare to be deleted, but it was not."),
                wrong(
                        RICH,
                        AnchorAssert::isNotDeleted,
                        "Expected the time of deletion of anchor rich to be absent, but it was 2024-04-17T18:30:00Z."));
    }

    private static Arguments wrong(Anchor anchor, Consumer<AnchorAssert> sentence, String message) {
        return arguments(sentence, anchor, message);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void fails_where_there_is_no_anchor(Consumer<AnchorAssert> sentence) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> sentence.accept(assertThat((Anchor) null)))
                .withMessageContaining("not to be null");
    }

    static Stream<Consumer<AnchorAssert>> sentences() {
        return Stream.of(
                anchor -> anchor.hasId(new AnchorId("x")),
                anchor -> anchor.hasType(AnchorType.FILE),
                anchor -> anchor.hasRawType("FILE"),
                anchor -> anchor.isNamed("x"),
                AnchorAssert::isUnnamed,
                AnchorAssert::isWatched,
                AnchorAssert::isNotWatched,
                AnchorAssert::doesNotSayWhetherWatched,
                anchor -> anchor.isAt("/"),
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
    void a_description_stands_before_the_message() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(BARE).as("after %s", "create").isDeleted())
                .withMessage("[after create] Expected anchor bare to be deleted, but it was not.");
    }
}
