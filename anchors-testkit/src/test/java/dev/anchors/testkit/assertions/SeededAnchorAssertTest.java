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

    private static final SeededAnnotation COMMENT = SeededAnnotation.of(AnnotationType.COMMENT, "a comment");
    private static final SeededAnchor MINIMAL = SeededAnchor.file("/minimal");
    private static final SeededAnchor FULL = SeededAnchor.builder(AnchorType.DIRECTORY, new FullPath("/full//"))
            .name("100%")
            .watch(true)
            .platform(Platform.LINUX)
            .asset(new AssetId("x"))
            .conversation(new ConversationId("y"))
            .person(new PersonId("z"))
            .annotation(COMMENT)
            .build();

    @Test
    void true_assertions_about_a_seed_pass() {
        assertThat(FULL)
                .hasType(AnchorType.DIRECTORY)
                .isNamed("100%")
                .isWatched()
                .isAtPath("/full")
                .hasFullpath("/full//")
                .hasPlatform(Platform.LINUX)
                .isLinkedTo(new AssetId("x"))
                .isLinkedTo(new ConversationId("y"))
                .isLinkedTo(new PersonId("z"))
                .isNotLinkedTo(new PersonId("x"))
                .hasAnnotations(COMMENT)
                .isEqualTo(FULL.toBuilder().build());
        assertThat(MINIMAL).isUnnamed().hasNoWatchFlag().hasAnnotations();
    }

    @ParameterizedTest
    @MethodSource
    void a_false_assertion_about_a_seed_fails_and_shows_the_actual_value(
            Consumer<SeededAnchorAssert> assertion, SeededAnchor seed, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.accept(assertThat(seed)))
                .withMessage(message);
    }

    static Stream<Arguments> a_false_assertion_about_a_seed_fails_and_shows_the_actual_value() {
        return Stream.of(
                failing(
                        MINIMAL,
                        seed -> seed.hasType(AnchorType.DIRECTORY),
                        "Expected the type of the seed of /minimal to be DIRECTORY, but it was FILE."),
                failing(
                        MINIMAL,
                        seed -> seed.isNamed("notes"),
                        "Expected the name of the seed of /minimal to be \"notes\", but it was absent."),
                failing(
                        MINIMAL,
                        SeededAnchorAssert::isNotWatched,
                        "Expected the watch flag of the seed of /minimal to be false, but it was absent."),
                failing(
                        MINIMAL,
                        seed -> seed.isAtPath("/full"),
                        "Expected the seed of /minimal to be at path /full, but its paths were [/minimal]."),
                failing(
                        FULL,
                        seed -> seed.hasFullpath("/full"),
                        "Expected the path of the seed of /full// to be \"/full\", but it was \"/full//\"."),
                failing(
                        MINIMAL,
                        seed -> seed.hasPlatform(Platform.LINUX),
                        "Expected the seed of /minimal to have the platform LINUX, but it had []."),
                failing(
                        MINIMAL,
                        seed -> seed.isLinkedTo(new AssetId("x")),
                        "Expected the seed of /minimal to be linked to AssetId[value=x], but its links were []."),
                failing(
                        FULL,
                        seed -> seed.hasAnnotations(),
                        "Expected the annotations of the seed of /full// to be [],"
                                + " but it was [SeededAnnotation[type=COMMENT, text=a comment]]."),
                failing(
                        FULL,
                        seed -> seed.isEqualTo(
                                FULL.toBuilder().name("50%").watch(null).build()),
                        """
                        Expected the seed of /full// to equal the expected value, but
                          name was "100%", expected "50%"
                          watch was true, expected absent"""));
    }

    private static Arguments failing(SeededAnchor seed, Consumer<SeededAnchorAssert> assertion, String message) {
        return arguments(assertion, seed, message);
    }
}
