package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.anchor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service learns new words before this library does. */
class OpenWordsTest {

    private static final AnchorPointId POINT = new AnchorPointId("p-1");

    @ParameterizedTest
    @EnumSource
    void knows_every_type_by_its_word(AnchorType type) {
        Anchor anchor = anchor("a-1").rawType(type.name()).build();

        assertThat(anchor.type()).isEqualTo(type);
        assertThat(anchor)
                .isEqualTo(Anchor.builder(anchor.id(), type)
                        .created(anchor.created())
                        .build());
    }

    @ParameterizedTest
    @EnumSource
    void knows_every_platform_by_its_word(Platform platform) {
        AnchorPoint point =
                AnchorPoint.builder(POINT).rawPlatform(platform.name()).build();

        assertThat(point.platform()).contains(platform);
        assertThat(point)
                .isEqualTo(AnchorPoint.builder(POINT).platform(platform).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYMLINK", "file", "FILE ", "ДИРЕКТОРИЯ"})
    void keeps_the_word_of_a_type_it_does_not_know(String word) {
        Anchor anchor = anchor("a-1").rawType(word).build();

        assertThat(anchor.type()).isEqualTo(AnchorType.UNKNOWN);
        assertThat(anchor.rawType()).isEqualTo(word);
        assertThat(anchor.toBuilder().build().rawType()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HAIKU", "linux", "WEB ", "プラットフォーム"})
    void keeps_the_word_of_a_platform_it_does_not_know(String word) {
        AnchorPoint point = AnchorPoint.builder(POINT).rawPlatform(word).build();

        assertThat(point.platform()).contains(Platform.UNKNOWN);
        assertThat(point.rawPlatform()).contains(word);
        assertThat(point.toBuilder().build().rawPlatform()).contains(word);
    }

    @Test
    void a_switch_over_the_type_meets_a_new_word_as_unknown() {
        assertThat(described(anchor("a-1").build())).isEqualTo("a file");
        assertThat(described(anchor("a-1").rawType("SYMLINK").build())).isEqualTo("something called SYMLINK");
    }

    private static String described(Anchor anchor) {
        return switch (anchor.type()) {
            case FILE -> "a file";
            case DIRECTORY -> "a directory";
            case UNKNOWN -> "something called " + anchor.rawType();
        };
    }

    @Test
    void a_platform_that_is_not_told_is_absent_and_not_unknown() {
        assertThat(AnchorPoint.of(POINT).platform()).isEmpty();
        assertThat(AnchorPoint.builder(POINT)
                        .platform(Platform.LINUX)
                        .platform(null)
                        .build()
                        .platform())
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    void refuses_null_for_a_word(String word) {
        assertThatNullPointerException().isThrownBy(() -> AnchorType.of(word)).withMessage("rawType");
        assertThatNullPointerException().isThrownBy(() -> Platform.of(word)).withMessage("rawPlatform");
    }

    @Test
    void refuses_a_blank_word_for_a_type() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchor("a-1").rawType(" "))
                .withMessage("anchor type must not be blank, but was \" \"");
    }
}
