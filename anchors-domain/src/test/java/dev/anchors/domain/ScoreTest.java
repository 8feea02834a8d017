package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScoreTest extends ValueContract<Score> {

    @Override
    Score minimal() {
        return Score.of(3, 4);
    }

    @Override
    String minimalText() {
        return "Score[manual=3, automatic=4]";
    }

    @Override
    Stream<Field<Score>> fields() {
        return Stream.of(
                field("manual", Score::manual, -3L, Score.of(-3, 4)),
                field("automatic", Score::automatic, -4L, Score.of(3, -4)),
                counter("priority", Score::priority, Score.builder(3, 4).priority(5L)),
                counter("reuse", Score::reuse, Score.builder(3, 4).reuse(5L)),
                counter("update", Score::update, Score.builder(3, 4).update(5L)),
                counter("reference", Score::reference, Score.builder(3, 4).reference(5L)),
                counter("searched", Score::searched, Score.builder(3, 4).searched(5L)),
                field(
                        "schema",
                        Score::schema,
                        Optional.of(SCHEMA),
                        Score.builder(3, 4).schema(SCHEMA).build()));
    }

    private static Field<Score> counter(String name, Function<Score, ?> reader, Score.Builder changed) {
        return field(name, reader, OptionalLong.of(5), changed.build());
    }

    @Test
    void a_score_keeps_any_number_of_64_bits() {
        Score score = Score.builder(Long.MIN_VALUE, Long.MAX_VALUE)
                .reuse(Long.MIN_VALUE)
                .build();

        assertThat(score)
                .hasToString("Score[manual=-9223372036854775808, automatic=9223372036854775807,"
                        + " reuse=-9223372036854775808]");
    }

    @Test
    void a_counter_of_zero_is_present_in_a_score_and_null_clears_it() {
        assertThat(Score.builder(3, 4).reuse(0L).build()).isNotEqualTo(minimal());
        assertThat(Score.builder(3, 4).reuse(0L).reuse(null).build()).isEqualTo(minimal());
    }
}
