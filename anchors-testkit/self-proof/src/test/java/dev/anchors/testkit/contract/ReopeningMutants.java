package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.ports.AnchorRepository;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Repositories that hold something else when they are opened again. */
final class ReopeningMutants {

    private ReopeningMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(
                new Mutant(Rule.LIF_3, "writes nothing to the disk", clock -> new SmallRepository(clock) {
                    @Override
                    void reopened() {
                        anchors.clear();
                    }
                }),
                new Mutant(Rule.LIF_3, "does not write the last anchor", clock -> new SmallRepository(clock) {
                    @Override
                    void reopened() {
                        anchors.keySet().remove(new ArrayList<>(anchors.keySet()).get(anchors.size() - 1));
                    }
                }),
                new Mutant(
                        Rule.LIF_3,
                        "shows deleted anchors when it is opened again",
                        clock -> new SmallRepository(clock) {
                            private final List<Anchor> removed = new ArrayList<>();

                            @Override
                            void remove(Anchor anchor) {
                                super.remove(anchor);
                                removed.add(anchor);
                            }

                            @Override
                            void reopened() {
                                removed.forEach(this::put);
                            }
                        }),
                new Mutant(
                        Rule.LIF_3, "gives ids once more when it is opened again", clock -> new SmallRepository(clock) {
                            private int numbers;

                            @Override
                            AnchorId newId() {
                                return new AnchorId("anchor " + ++numbers);
                            }

                            @Override
                            void reopened() {
                                numbers = 0;
                            }
                        }),
                new Mutant(
                        Rule.LIF_3,
                        "writes no links",
                        writing(anchor -> anchor.toBuilder().links(List.of()).build())),
                new Mutant(
                        Rule.LIF_3,
                        "writes times in milliseconds",
                        writing(anchor -> anchor.toBuilder()
                                .updated(GroupedTimestamp.of(
                                        anchor.updated().value().truncatedTo(ChronoUnit.MILLIS)))
                                .build())),
                new Mutant(
                        Rule.LIF_3,
                        "writes names in ISO-8859-1",
                        writing(anchor -> anchor.toBuilder()
                                .name(anchor.name()
                                        .map(name -> name.replaceAll("[^\\x00-\\xFF]", "?"))
                                        .orElse(null))
                                .build())),
                new Mutant(
                        Rule.LIF_3,
                        "does not write the platform of points",
                        writing(anchor -> anchor.toBuilder()
                                .points(anchor.points().stream()
                                        .map(ReopeningMutants::withoutPlatform)
                                        .toList())
                                .build())));
    }

    private static AnchorPoint withoutPlatform(AnchorPoint point) {
        return point.toBuilder().platform(null).build();
    }

    private static Function<InstantSource, AnchorRepository> writing(UnaryOperator<Anchor> written) {
        return clock -> new SmallRepository(clock) {
            @Override
            void reopened() {
                anchors.replaceAll((id, anchor) -> written.apply(anchor));
            }
        };
    }
}
