package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.SCHEMA;
import static dev.anchors.domain.Fixtures.SCORE;
import static dev.anchors.domain.Fixtures.anchor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
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
    void anchors_are_sorted_by_the_time_of_their_creation_or_of_their_last_change() {
        Anchor old = changed("old", 0, 3);
        Anchor middle = changed("middle", 1, 1);
        Anchor recent = changed("recent", 2, 2);
        List<Anchor> anchors = List.of(middle, old, recent);

        assertThat(anchors.stream().sorted(Anchors.NEWEST_FIRST)).containsExactly(recent, middle, old);
        assertThat(anchors.stream().sorted(Anchors.RECENTLY_UPDATED_FIRST)).containsExactly(old, recent, middle);
    }

    private static Anchor changed(String id, long created, long updated) {
        return anchor(id)
                .created(GroupedTimestamp.of(Instant.ofEpochSecond(created)))
                .updated(GroupedTimestamp.of(Instant.ofEpochSecond(updated)))
                .build();
    }

    @Test
    void iterator_stream_and_list_of_a_snapshot_have_the_same_order() {
        Anchors anchors = Anchors.of(List.of(ONE, TWO, THREE));

        assertThat(anchors).containsExactly(ONE, TWO, THREE);
        assertThat(anchors.stream()).containsExactly(ONE, TWO, THREE);
        assertThat(anchors.asList()).containsExactly(ONE, TWO, THREE).isUnmodifiable();
    }

    @Test
    void a_snapshot_returns_the_number_of_its_anchors() {
        assertThat(Anchors.of(List.of(ONE, TWO)).size()).isEqualTo(2);
        assertThat(Anchors.of(List.of(ONE)).isEmpty()).isFalse();
    }

    @Test
    void a_snapshot_can_be_empty() {
        Anchors empty = Anchors.empty();

        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.size()).isZero();
        assertThat(empty).isEmpty();
        assertThat(empty).isEqualTo(Anchors.of(List.of())).hasToString("Anchors[]");
        assertThat(empty.score()).isEmpty();
        assertThat(empty.schema()).isEmpty();
    }

    @Test
    void a_snapshot_refuses_two_anchors_with_the_same_id() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Anchors.of(List.of(ONE, TWO, anchor("z").name("twin").build())))
                .withMessage("two anchors have the id z");
    }

    @Test
    void a_builder_of_snapshots_is_empty_after_each_snapshot() {
        Anchors.Builder builder = Anchors.builder().add(ONE);
        Anchors first = builder.build();
        Anchors second = builder.add(TWO).add(ONE).build();

        assertThat(first).containsExactly(ONE);
        assertThat(first.find(TWO.id())).isEmpty();
        assertThat(second).containsExactly(TWO, ONE);
        assertThat(builder.build()).isEqualTo(Anchors.empty());
    }

    @Test
    void a_builder_of_snapshots_goes_on_after_it_refused_an_anchor() {
        Anchors.Builder builder = Anchors.builder().add(ONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(anchor("z").name("twin").build()));
        assertThat(builder.add(TWO).build().find(ONE.id())).containsSame(ONE);
    }

    @Test
    void a_snapshot_does_not_change_with_the_list_that_was_given() {
        List<Anchor> list = new ArrayList<>(List.of(ONE));
        Anchors anchors = Anchors.of(list);

        list.add(TWO);

        assertThat(anchors).containsExactly(ONE);
    }

    @Test
    void a_snapshot_can_have_a_score_and_a_schema() {
        Anchors anchors = Anchors.of(List.of(ONE));
        Anchors changed = anchors.withScore(SCORE).withSchema(SCHEMA);

        assertThat(changed.score()).contains(SCORE);
        assertThat(changed.schema()).contains(SCHEMA);
        assertThat(changed).containsExactly(ONE);
        assertThat(anchors.score()).isEmpty();
        assertThat(changed.withScore(null).withSchema(null)).isEqualTo(anchors);
    }

    @Test
    void snapshots_with_equal_anchors_order_score_and_schema_are_equal() {
        Anchors anchors = Anchors.of(List.of(ONE, TWO));

        assertThat(anchors).isEqualTo(Anchors.of(List.of(ONE, TWO))).hasSameHashCodeAs(Anchors.of(List.of(ONE, TWO)));
        assertThat(anchors.withScore(SCORE).withSchema(SCHEMA))
                .isEqualTo(anchors.withSchema(SCHEMA).withScore(SCORE));
    }

    @Test
    void snapshots_that_differ_in_anchors_order_score_or_schema_are_not_equal() {
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
    void a_snapshot_refuses_null() {
        assertThatNullPointerException().isThrownBy(() -> Anchors.of(null));
        assertThatNullPointerException().isThrownBy(() -> Anchors.of(Arrays.asList(ONE, null)));
        assertThatNullPointerException().isThrownBy(() -> Anchors.over(null)).withMessage("index");
    }

    @Test
    void the_text_of_a_small_snapshot_shows_every_anchor() {
        assertThat(Anchors.of(List.of(ONE, TWO))).hasToString("Anchors[" + ONE + ", " + TWO + "]");
    }

    @Test
    void the_text_of_a_large_snapshot_shows_ten_anchors_and_the_number_of_the_others() {
        assertThat(many(10).toString()).endsWith(anchor("a-10").build() + "]");
        assertThat(many(12).toString()).endsWith(anchor("a-10").build() + ", and 2 more]");
    }

    private static Anchors many(int count) {
        return Anchors.of(IntStream.rangeClosed(1, count)
                .mapToObj(number -> anchor("a-" + number).build())
                .toList());
    }
}
