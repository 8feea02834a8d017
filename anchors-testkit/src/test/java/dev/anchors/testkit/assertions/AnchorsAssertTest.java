package dev.anchors.testkit.assertions;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.Score;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnchorsAssertTest {

    private static final Anchor ONE = anchor("one");
    private static final Anchor TWO = anchor("two");
    private static final Anchor THREE = anchor("three");
    private static final Anchor RENAMED = ONE.toBuilder().name("x").build();
    private static final Anchors BOTH = Anchors.of(List.of(ONE, TWO));

    private static Anchor anchor(String id) {
        return Anchor.builder(new AnchorId(id), AnchorType.FILE)
                .created(GroupedTimestamp.of(Instant.EPOCH))
                .build();
    }

    @Test
    void true_assertions_about_a_snapshot_pass() {
        assertThat(Anchors.empty()).doesNotContain(ONE.id()).hasIds().isEmpty();
        assertThat(BOTH)
                .hasSize(2)
                .contains(ONE.id())
                .contains(TWO)
                .containsExactly(ONE, TWO)
                .isEqualTo(Anchors.of(List.of(ONE, TWO)))
                .hasIds(ONE.id(), TWO.id());
    }

    @Test
    void assertions_about_a_snapshot_lead_to_assertions_about_its_anchors() {
        assertThat(BOTH).first().hasId(ONE.id()).isUnnamed();
        assertThat(BOTH)
                .filteredOn(anchor -> anchor.id().equals(TWO.id()))
                .hasSize(1)
                .singleElement()
                .isNotDeleted();
    }

    @ParameterizedTest
    @MethodSource
    void a_false_assertion_about_a_snapshot_fails_and_shows_the_difference(
            Consumer<AnchorsAssert> assertion, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.accept(assertThat(BOTH)))
                .withMessage(message);
    }

    static Stream<Arguments> a_false_assertion_about_a_snapshot_fails_and_shows_the_difference() {
        return Stream.of(
                failing(
                        anchors -> anchors.contains(THREE.id()),
                        "Expected the snapshot to contain anchor three, but it contained [one, two]."),
                failing(
                        anchors -> anchors.doesNotContain(TWO.id()),
                        "Expected the snapshot not to contain anchor two, but it contained " + TWO + "."),
                failing(
                        anchors -> anchors.hasIds(TWO.id(), ONE.id()),
                        "Expected the snapshot to have the ids [two, one], but it had [one, two]."),
                failing(anchors -> anchors.isEqualTo(Anchors.of(List.of(TWO, ONE))), """
                        Expected the snapshot to equal the expected value, but
                          order was [one, two], expected [two, one]"""),
                failing(anchors -> anchors.isEqualTo(Anchors.of(List.of(TWO, THREE))), """
                        Expected the snapshot to equal the expected value, but
                          missing: %s
                          unexpected: %s""".formatted(THREE, ONE)),
                failing(
                        anchors -> anchors.isEqualTo(
                                Anchors.of(List.of(RENAMED, TWO)).withScore(Score.of(1, 2))),
                        """
                        Expected the snapshot to equal the expected value, but
                          anchor one: name was absent, expected "x"
                          score was absent, expected Score[manual=1, automatic=2]"""));
    }

    private static Arguments failing(Consumer<AnchorsAssert> assertion, String message) {
        return arguments(assertion, message);
    }

    @Test
    void at_most_twenty_differences_between_snapshots_are_shown_and_the_others_are_counted() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(numbered(20)).isEqualTo(Anchors.empty()))
                .withMessageEndingWith("\n  unexpected: " + anchor("20"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(numbered(25)).isEqualTo(Anchors.empty()))
                .withMessageEndingWith("\n  unexpected: " + anchor("20") + "\n  and 5 more");
    }

    private static Anchors numbered(int count) {
        return Anchors.of(IntStream.rangeClosed(1, count)
                .mapToObj(number -> anchor(Integer.toString(number)))
                .toList());
    }

    @Test
    void a_null_snapshot_equals_null_and_fails_every_other_assertion() {
        assertThat((Anchors) null).isEqualTo(null);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((Anchors) null).contains(ONE.id()))
                .withMessageContaining("not to be null");
    }
}
