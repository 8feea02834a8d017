package dev.anchors.testkit.assertions;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeededAnchorAssertTest {

    private static final SeededAnnotation REMARK = SeededAnnotation.of(AnnotationType.COMMENT, "a remark");
    private static final SeededAnchor BARE = SeededAnchor.file("/bare");
    private static final SeededAnchor RICH = SeededAnchor.builder(AnchorType.DIRECTORY, new FullPath("/rich//"))
            .name("100%")
            .watch(true)
            .platform(Platform.LINUX)
            .asset(new AssetId("x"))
            .conversation(new ConversationId("y"))
            .person(new PersonId("z"))
            .annotation(REMARK)
            .build();

    @Test
    void passes_where_the_sentences_are_true() {
        assertThat(RICH)
                .hasType(AnchorType.DIRECTORY)
                .isNamed("100%")
                .isWatched()
                .isAt("/rich")
                .hasFullpath("/rich//")
                .hasPlatform(Platform.LINUX)
                .isLinkedTo(new AssetId("x"))
                .isLinkedTo(new ConversationId("y"))
                .isLinkedTo(new PersonId("z"))
                .isNotLinkedTo(new PersonId("x"))
                .hasAnnotations(REMARK)
                .isEqualTo(RICH.toBuilder().build());
        assertThat(BARE).isUnnamed().doesNotSayWhetherWatched().hasAnnotations();
    }

    @ParameterizedTest
    @MethodSource
    void fails_and_says_what_was_there_instead(
            Consumer<SeededAnchorAssert> sentence, SeededAnchor seed, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> sentence.accept(assertThat(seed)))
                .withMessage(message);
    }

    static Stream<Arguments> fails_and_says_what_was_there_instead() {
        return Stream.of(
                wrong(
                        BARE,
                        seed -> seed.hasType(AnchorType.DIRECTORY),
                        "Expected the type of the seed of /bare to be DIRECTORY, but it was FILE."),
                wrong(
                        BARE,
                        seed -> seed.isNamed("notes"),
                        "Expected the name of the seed of /bare to be \"notes\", but it was absent."),
                wrong(
                        BARE,
                        SeededAnchorAssert::isNotWatched,
                        "Expected the watch of the seed of /bare to be false, but it was absent."),
                wrong(
                        BARE,
                        seed -> seed.isAt("/rich"),
                        "Expected the seed of /bare to be at /rich, but its paths were [/bare]."),
                wrong(
                        RICH,
                        seed -> seed.hasFullpath("/rich"),
                        "Expected the path of the seed of /rich// to be \"/rich\", but it was \"/rich//\"."),
                wrong(
                        BARE,
                        seed -> seed.hasPlatform(Platform.LINUX),
                        "Expected the seed of /bare to have the platform LINUX, but it had []."),
                wrong(
                        BARE,
                        seed -> seed.isLinkedTo(new AssetId("x")),
                        "Expected the seed of /bare to be linked to AssetId[value=x], but its links were []."),
                wrong(
                        RICH,
                        seed -> seed.hasAnnotations(),
                        "Expected the annotations of the seed of /rich// to be [],"
                                + " but it was [SeededAnnotation[type=COMMENT, text=a remark]]."),
                wrong(
                        RICH,
                        seed -> seed.isEqualTo(
                                RICH.toBuilder().name("50%").watch(null).build()),
                        """
                        Expected the seed of /rich// to equal the other, but
                          name was "100%", expected "50%"
                          watch was true, expected absent"""));
    }

    private static Arguments wrong(SeededAnchor seed, Consumer<SeededAnchorAssert> sentence, String message) {
        return arguments(sentence, seed, message);
    }
}
