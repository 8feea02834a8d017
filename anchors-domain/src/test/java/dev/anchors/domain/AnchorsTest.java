package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.SCHEMA;
import static dev.anchors.domain.Fixtures.SCORE;
import static dev.anchors.domain.Fixtures.anchor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnchorsTest {

    private static final Anchor ONE = anchor("z").build();
    private static final Anchor TWO = anchor("a").build();
    private static final Anchor THREE = anchor("m").build();

    @Test
    void keep_their_order_however_they_are_walked() {
        Anchors anchors = Anchors.of(List.of(ONE, TWO, THREE));

        assertThat(anchors).containsExactly(ONE, TWO, THREE);
        assertThat(anchors.stream()).containsExactly(ONE, TWO, THREE);
        assertThat(anchors.asList()).containsExactly(ONE, TWO, THREE).isUnmodifiable();
    }

    @Test
    void know_their_number() {
        assertThat(Anchors.of(List.of(ONE, TWO)).size()).isEqualTo(2);
        assertThat(Anchors.of(List.of(ONE)).isEmpty()).isFalse();
    }

    @Test
    void may_be_none() {
        Anchors none = Anchors.empty();

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.size()).isZero();
        assertThat(none).isEmpty();
        assertThat(none).isEqualTo(Anchors.of(List.of())).hasToString("Anchors[]");
        assertThat(none.score()).isEmpty();
        assertThat(none.schema()).isEmpty();
    }

    @Test
    void refuse_two_anchors_of_one_id() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Anchors.of(List.of(ONE, TWO, anchor("z").name("twin").build())))
                .withMessage("two anchors have the id z");
    }

    @Test
    void are_detached_from_the_list_they_came_in() {
        List<Anchor> list = new ArrayList<>(List.of(ONE));
        Anchors anchors = Anchors.of(list);

        list.add(TWO);

        assertThat(anchors).containsExactly(ONE);
    }

    @Test
    void carry_a_score_and_a_stamp_of_the_whole() {
        Anchors anchors = Anchors.of(List.of(ONE));
        Anchors stamped = anchors.withScore(SCORE).withSchema(SCHEMA);

        assertThat(stamped.score()).contains(SCORE);
        assertThat(stamped.schema()).contains(SCHEMA);
        assertThat(stamped).containsExactly(ONE);
        assertThat(anchors.score()).isEmpty();
        assertThat(stamped.withScore(null).withSchema(null)).isEqualTo(anchors);
    }

    @Test
    void equal_when_anchors_order_score_and_stamp_do() {
        Anchors anchors = Anchors.of(List.of(ONE, TWO));

        assertThat(anchors).isEqualTo(Anchors.of(List.of(ONE, TWO))).hasSameHashCodeAs(Anchors.of(List.of(ONE, TWO)));
        assertThat(anchors.withScore(SCORE).withSchema(SCHEMA))
                .isEqualTo(anchors.withSchema(SCHEMA).withScore(SCORE));
    }

    @Test
    void differ_when_any_of_them_does() {
        Anchors anchors = Anchors.of(List.of(ONE, TWO));

        assertThat(List.of(
                        Anchors.of(List.of(TWO, ONE)),
                        Anchors.of(List.of(ONE)),
                        Anchors.of(List.of(ONE, TWO, THREE)),
                        Anchors.of(List.of(ONE, TWO.toBuilder().name("new").build())),
                        anchors.withScore(SCORE),
                        anchors.withSchema(SCHEMA)))
                .doesNotContain(anchors);
        assertThat(anchors.hashCode()).isNotEqualTo(Anchors.empty().hashCode());
        assertThat((Object) anchors).isNotEqualTo(List.of(ONE, TWO)).isNotEqualTo(null);
    }

    @Test
    void refuse_null() {
        assertThatNullPointerException().isThrownBy(() -> Anchors.of(null));
        assertThatNullPointerException().isThrownBy(() -> Anchors.of(Arrays.asList(ONE, null)));
        assertThatNullPointerException().isThrownBy(() -> Anchors.over(null)).withMessage("index");
    }

    @Test
    void show_all_of_a_few() {
        assertThat(Anchors.of(List.of(ONE, TWO))).hasToString("Anchors[" + ONE + ", " + TWO + "]");
    }

    @Test
    void show_ten_and_say_how_many_more_there_are() {
        assertThat(many(10).toString()).endsWith(anchor("a-10").build() + "]");
        assertThat(many(12).toString()).endsWith(anchor("a-10").build() + ", and 2 more]");
    }

    private static Anchors many(int count) {
        return Anchors.of(IntStream.rangeClosed(1, count)
                .mapToObj(number -> anchor("a-" + number).build())
                .toList());
    }
}
