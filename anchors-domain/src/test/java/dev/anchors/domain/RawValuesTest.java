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

/** Tests raw types, raw platforms and raw mechanisms, which may be unknown to this version of the library. */
class RawValuesTest {

    private static final AnchorPointId POINT = new AnchorPointId("p-1");

    @ParameterizedTest
    @EnumSource
    void a_known_raw_type_gives_its_anchor_type(AnchorType type) {
        Anchor anchor = anchor("a-1").rawType(type.name()).build();

        assertThat(anchor.type()).isEqualTo(type);
        assertThat(anchor)
                .isEqualTo(Anchor.builder(anchor.id(), type)
                        .created(anchor.created())
                        .build());
    }

    @ParameterizedTest
    @EnumSource
    void a_known_raw_platform_gives_its_platform(Platform platform) {
        AnchorPoint point =
                AnchorPoint.builder(POINT).rawPlatform(platform.name()).build();

        assertThat(point.platform()).contains(platform);
        assertThat(point)
                .isEqualTo(AnchorPoint.builder(POINT).platform(platform).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYMLINK", "file", "FILE ", "ДИРЕКТОРИЯ"})
    void an_anchor_of_an_unknown_type_keeps_its_raw_type(String raw) {
        Anchor anchor = anchor("a-1").rawType(raw).build();

        assertThat(anchor.type()).isEqualTo(AnchorType.UNKNOWN);
        assertThat(anchor.rawType()).isEqualTo(raw);
        assertThat(anchor.toBuilder().build().rawType()).isEqualTo(raw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HAIKU", "linux", "WEB ", "プラットフォーム"})
    void an_anchor_point_of_an_unknown_platform_keeps_its_raw_platform(String raw) {
        AnchorPoint point = AnchorPoint.builder(POINT).rawPlatform(raw).build();

        assertThat(point.platform()).contains(Platform.UNKNOWN);
        assertThat(point.rawPlatform()).contains(raw);
        assertThat(point.toBuilder().build().rawPlatform()).contains(raw);
    }

    @ParameterizedTest
    @EnumSource
    void a_known_raw_mechanism_gives_its_mechanism(Mechanism mechanism) {
        SeededAnnotation annotation =
                annotation().rawMechanism(mechanism.name()).build();

        assertThat(annotation.mechanism()).contains(mechanism);
        assertThat(annotation).isEqualTo(annotation().mechanism(mechanism).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GUESSED", "manual", "MANUAL ", "Механизм"})
    void an_annotation_of_an_unknown_mechanism_keeps_its_raw_mechanism(String raw) {
        SeededAnnotation annotation = annotation().rawMechanism(raw).build();

        assertThat(annotation.mechanism()).contains(Mechanism.UNKNOWN);
        assertThat(annotation.rawMechanism()).contains(raw);
        assertThat(annotation)
                .isNotEqualTo(annotation().mechanism(Mechanism.UNKNOWN).build());
    }

    @Test
    void a_missing_mechanism_of_an_annotation_is_absent_and_not_unknown() {
        assertThat(annotation().build().mechanism()).isEmpty();
        assertThat(annotation()
                        .mechanism(Mechanism.MANUAL)
                        .mechanism(null)
                        .build()
                        .mechanism())
                .isEmpty();
    }

    private static SeededAnnotation.Builder annotation() {
        return SeededAnnotation.builder(AnnotationType.COMMENT, "a remark");
    }

    @Test
    void a_missing_platform_of_an_anchor_point_is_absent_and_not_unknown() {
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
    void raw_types_platforms_and_mechanisms_refuse_null(String raw) {
        assertThatNullPointerException().isThrownBy(() -> AnchorType.of(raw)).withMessage("rawType");
        assertThatNullPointerException().isThrownBy(() -> Platform.of(raw)).withMessage("rawPlatform");
        assertThatNullPointerException().isThrownBy(() -> Mechanism.of(raw)).withMessage("rawMechanism");
    }

    @Test
    void an_anchor_refuses_a_blank_raw_type() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchor("a-1").rawType(" "))
                .withMessage("anchor type must not be blank, but was \" \"");
    }
}
