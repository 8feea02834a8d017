package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Mistakes.unlinking;
import static dev.anchors.testkit.contract.Mutant.keeping;
import static dev.anchors.testkit.contract.Mutant.making;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.SeededAnchor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Second set: repositories that use wrong times, or store them with fewer digits. */
final class TimeMutants {

    private TimeMutants() {}

    static Stream<Mutant> all() {
        return Stream.concat(creates(), changes());
    }

    private static Stream<Mutant> creates() {
        return Stream.of(
                new Mutant(
                        Rule.CRE_4,
                        "reads the clock for created and again for updated",
                        clock -> new SmallRepository(clock) {
                            @Override
                            Anchor made(SeededAnchor seed) {
                                return super.made(seed).toBuilder()
                                        .updated(GroupedTimestamp.of(now()))
                                        .build();
                            }
                        }),
                new Mutant(
                        Rule.CRE_6,
                        "returns more digits of times than it stores",
                        keeping(anchor -> timed(anchor, time -> time.truncatedTo(ChronoUnit.MICROS)))),
                new Mutant(
                        Rule.CRE_6,
                        "stores times in milliseconds",
                        keeping(anchor -> timed(anchor, time -> time.truncatedTo(ChronoUnit.MILLIS)))),
                new Mutant(
                        Rule.CRE_4,
                        "returns times in milliseconds",
                        making((made, seed) -> timed(made, time -> time.truncatedTo(ChronoUnit.MILLIS)))),
                new Mutant(
                        Rule.CRE_4,
                        "gives each anchor a later time than the anchor before",
                        clock -> new SmallRepository(clock) {
                            private Instant last = Instant.MIN;

                            @Override
                            Instant now() {
                                Instant now = clock.instant();
                                last = now.isAfter(last) ? now : last.plusSeconds(1);
                                return last;
                            }
                        }),
                new Mutant(
                        Rule.CRE_1, "derives ids from milliseconds of the clock", clock -> new SmallRepository(clock) {
                            @Override
                            AnchorId newId() {
                                return new AnchorId("anchor-" + clock.instant().toEpochMilli());
                            }
                        }));
    }

    private static Stream<Mutant> changes() {
        return Stream.of(
                new Mutant(
                        Rule.DIS_3,
                        "sets updated to the time of creation",
                        unlinking((repository, anchor, asset) ->
                                anchor.toBuilder().updated(anchor.created()).build())),
                new Mutant(
                        Rule.DIS_3,
                        "adds a minute to updated",
                        unlinking((repository, anchor, asset) -> anchor.toBuilder()
                                .updated(GroupedTimestamp.of(
                                        anchor.updated().value().plus(Duration.ofMinutes(1))))
                                .build())),
                new Mutant(
                        Rule.DIS_3,
                        "copies updated from the newest anchor",
                        unlinking((repository, anchor, asset) -> anchor.toBuilder()
                                .updated(repository.anchors.values().stream()
                                        .reduce((one, other) -> other)
                                        .orElse(anchor)
                                        .updated())
                                .build())),
                new Mutant(
                        Rule.DIS_3,
                        "cuts updated to milliseconds",
                        unlinking((repository, anchor, asset) -> anchor.toBuilder()
                                .updated(GroupedTimestamp.of(
                                        anchor.updated().value().truncatedTo(ChronoUnit.MILLIS)))
                                .build())),
                new Mutant(
                        Rule.DIS_2,
                        "changes created when a link is removed",
                        unlinking((repository, anchor, asset) -> anchor.toBuilder()
                                .created(anchor.updated())
                                .updated(anchor.updated())
                                .build())));
    }

    private static Anchor timed(Anchor anchor, UnaryOperator<Instant> change) {
        return anchor.toBuilder()
                .created(GroupedTimestamp.of(change.apply(anchor.created().value())))
                .updated(GroupedTimestamp.of(change.apply(anchor.updated().value())))
                .build();
    }
}
