package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Mistakes.listing;
import static dev.anchors.testkit.contract.Mistakes.streaming;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.Transferables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Second set: repositories with limits, wrong pages and unstable orders. */
final class SizeMutants {

    private SizeMutants() {}

    static Stream<Mutant> all() {
        return Stream.concat(limits(), orders());
    }

    private static Stream<Mutant> limits() {
        return Stream.of(
                new Mutant(Rule.LIF_2, "shows at most 100 anchors", listing(anchors -> first(anchors, 100))),
                new Mutant(Rule.LIF_2, "shows at most 256 anchors", listing(anchors -> first(anchors, 256))),
                new Mutant(Rule.LIF_2, "shows at most a thousand anchors", listing(anchors -> first(anchors, 1_000))),
                new Mutant(
                        Rule.LIF_2, "shows at most five thousand anchors", listing(anchors -> first(anchors, 5_000))),
                new Mutant(
                        Rule.LIF_2, "shows at most ten thousand anchors", listing(anchors -> first(anchors, 10_000))),
                new Mutant(Rule.SNA_5, "streams at most 50 anchors", streaming(anchors -> anchors.limit(50))),
                new Mutant(
                        Rule.SNA_5,
                        "streams at most ten thousand anchors",
                        streaming(anchors -> anchors.limit(10_000))),
                new Mutant(
                        Rule.SNA_5,
                        "streams only one anchor of each time of creation",
                        streaming(anchors -> unique(anchors, anchor -> anchor.created()).stream())),
                new Mutant(
                        Rule.SNA_5,
                        "streams only one anchor of each path",
                        streaming(anchors ->
                                unique(anchors, anchor -> anchor.paths().isEmpty() ? anchor.id() : anchor.paths())
                                        .stream())));
    }

    private static Stream<Mutant> orders() {
        return Stream.of(
                new Mutant(
                        Rule.SNA_3,
                        "reverses the order above 200 anchors",
                        listing(anchors -> anchors.size() > 200 ? reversed(anchors) : anchors)),
                new Mutant(
                        Rule.SNA_3,
                        "orders anchors by the time of the last change",
                        listing(anchors -> anchors.stream()
                                .sorted(Comparator.comparing(
                                        anchor -> anchor.updated().value()))
                                .toList())),
                new Mutant(
                        Rule.SNA_3,
                        "orders anchors by name",
                        listing(anchors -> anchors.stream()
                                .sorted(Comparator.comparing(
                                        anchor -> anchor.name().orElse("")))
                                .toList())),
                new Mutant(
                        Rule.SNA_3,
                        "orders anchors by the number of their links",
                        listing(anchors -> anchors.stream()
                                .sorted(Comparator.comparingInt(
                                        anchor -> anchor.links().size()))
                                .toList())),
                new Mutant(
                        Rule.SNA_5, "streams in another order above 64 anchors", clock -> new SmallRepository(clock) {
                            @Override
                            public Stream<Anchor> stream(Transferables transferables) {
                                Anchors anchors = snapshot(transferables);
                                return anchors.size() > 64 ? reversed(anchors.asList()).stream() : anchors.stream();
                            }
                        }));
    }

    private static List<Anchor> first(List<Anchor> anchors, int limit) {
        return anchors.subList(0, Math.min(limit, anchors.size()));
    }

    private static List<Anchor> reversed(List<Anchor> anchors) {
        List<Anchor> reversed = new ArrayList<>(anchors);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Collection<Anchor> unique(Stream<Anchor> anchors, Function<Anchor, Object> key) {
        Map<Object, Anchor> unique = new LinkedHashMap<>();
        anchors.forEach(anchor -> unique.putIfAbsent(key.apply(anchor), anchor));
        return unique.values();
    }
}
