package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.testkit.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimesWithoutWordsTest {

    @Test
    void readable_words_are_removed_from_every_time_of_an_anchor() {
        Anchor anchor = TimesWithoutWords.in(Samples.fullAnchor());

        assertThat(anchor.created().readable()).isEmpty();
        assertThat(anchor.updated().readable()).isEmpty();
        assertThat(anchor.deleted().orElseThrow().readable()).isEmpty();
        assertThat(anchor.points().get(0).created().orElseThrow().readable()).isEmpty();
        assertThat(anchor.created().value())
                .isEqualTo(Samples.fullAnchor().created().value());
    }

    @Test
    void every_view_of_a_snapshot_has_no_words() {
        Anchor anchor = Samples.fullAnchor();
        Anchor expected = TimesWithoutWords.in(anchor);
        Anchors anchors = TimesWithoutWords.in(Anchors.of(List.of(anchor)));

        assertThat(anchors).containsExactly(expected);
        assertThat(anchors.stream()).containsExactly(expected);
        assertThat(anchors.asList()).containsExactly(expected);
        assertThat(anchors.find(anchor.id())).isEqualTo(Optional.of(expected));
        assertThat(anchors.atPath(anchor.paths().get(0))).containsExactly(expected);
        assertThat(anchors.linkedTo(anchor.assets().iterator().next())).containsExactly(expected);
    }
}
