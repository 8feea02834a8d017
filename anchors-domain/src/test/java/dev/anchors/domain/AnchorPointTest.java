package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.LATER;
import static dev.anchors.domain.Fixtures.NOON;
import static dev.anchors.domain.Fixtures.SCHEMA;
import static dev.anchors.domain.Fixtures.SCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnchorPointTest extends ValueContract<AnchorPoint> {

    private static final AnchorPointId ID = new AnchorPointId("p-1");

    @Override
    AnchorPoint minimal() {
        return AnchorPoint.of(ID);
    }

    @Override
    String minimalText() {
        return "AnchorPoint[id=p-1]";
    }

    @Override
    Set<String> derivedAccessors() {
        return Set.of("platform");
    }

    @Override
    Stream<Field<AnchorPoint>> fields() {
        FullPath path = new FullPath("/home/ada");
        AnchorId anchor = new AnchorId("a-1");
        AnchorPointId other = new AnchorPointId("p-2");
        return Stream.of(
                field("id", AnchorPoint::id, other, AnchorPoint.of(other)),
                detail("fullpath", AnchorPoint::fullpath, path, point -> point.fullpath(path)),
                detail("rawPlatform", AnchorPoint::rawPlatform, "HAIKU", point -> point.rawPlatform("HAIKU")),
                detail("verified", AnchorPoint::verified, false, point -> point.verified(false)),
                detail("created", AnchorPoint::created, NOON, point -> point.created(NOON)),
                detail("updated", AnchorPoint::updated, LATER, point -> point.updated(LATER)),
                detail("deleted", AnchorPoint::deleted, LATER, point -> point.deleted(LATER)),
                detail("anchor", AnchorPoint::anchor, anchor, point -> point.anchor(anchor)),
                detail("score", AnchorPoint::score, SCORE, point -> point.score(SCORE)),
                detail("schema", AnchorPoint::schema, SCHEMA, point -> point.schema(SCHEMA)));
    }

    private static Field<AnchorPoint> detail(
            String name, Function<AnchorPoint, ?> reader, Object value, UnaryOperator<AnchorPoint.Builder> setter) {
        return field(
                name,
                reader,
                Optional.of(value),
                setter.apply(AnchorPoint.builder(ID)).build());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void a_builder_made_from_an_anchor_point_keeps_each_field(Field<AnchorPoint> field) {
        assertThat(field.changed().toBuilder().build()).isEqualTo(field.changed());
    }

    @Test
    void null_clears_an_optional_field_of_an_anchor_point() {
        AnchorPoint.Builder point =
                AnchorPoint.builder(ID).fullpath(new FullPath("/home")).platform(Platform.LINUX);

        assertThat(point.fullpath(null).platform(null).build()).isEqualTo(minimal());
    }

    @Test
    void an_anchor_point_does_not_change_with_its_builder() {
        AnchorPoint.Builder builder = AnchorPoint.builder(ID);
        AnchorPoint point = builder.build();

        builder.verified(true);

        assertThat(point.verified()).isEmpty();
    }

    @Test
    void an_anchor_point_refuses_a_null_id() {
        assertThatNullPointerException()
                .isThrownBy(() -> AnchorPoint.builder(null))
                .withMessage("id");
        assertThatNullPointerException().isThrownBy(() -> AnchorPoint.of(null)).withMessage("id");
    }

    @Test
    void the_text_of_an_anchor_point_shows_ids_and_paths_unchanged() {
        AnchorPoint point = AnchorPoint.builder(ID)
                .fullpath(new FullPath("C:\\a b"))
                .platform(Platform.WINDOWS)
                .anchor(new AnchorId("a-1"))
                .build();

        assertThat(point).hasToString("AnchorPoint[id=p-1, fullpath=C:\\a b, platform=WINDOWS, anchor=a-1]");
    }
}
