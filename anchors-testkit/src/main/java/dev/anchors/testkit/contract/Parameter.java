package dev.anchors.testkit.contract;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Transferables;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A parameter of operations: the values that tests pass for it, and how these are written.
 *
 * @param few the values of sample calls and of programs of several threads
 * @param draw returns the value of a step in a random history; for the id of an anchor, a {@link Target}
 * @param simpler returns values that are simpler than a drawn one, the simplest first
 * @param code returns the Java expression of a drawn value
 */
record Parameter<T>(
        String name,
        List<T> few,
        Function<HistoryGenerator, ?> draw,
        Function<T, Stream<T>> simpler,
        Function<T, String> code) {

    /** The anchor that an operation is about. A test chooses the anchor of sample calls, so there are no values. */
    static final Parameter<AnchorId> ANCHOR =
            new Parameter<>("anchor", List.of(), HistoryGenerator::target, id -> Stream.empty(), HistoryCode::anchor);

    /** The path has the word that no message of a failure may contain (FAI-1). */
    static final Parameter<SeededAnchor> SEED = new Parameter<>(
            "seed",
            List.of(Rules.linked("/notes/" + Rules.PRIVATE, Rules.ASSET)),
            generator -> generator.values.seed(),
            SimplerSeeds::of,
            HistoryCode::seed);

    /** A seed whose path and type an anchor has, in most cases. */
    static final Parameter<SeededAnchor> KNOWN_SEED =
            new Parameter<>("seed", SEED.few(), HistoryGenerator::knownSeed, SimplerSeeds::of, HistoryCode::seed);

    static final Parameter<Transferables> TRANSFERABLES = new Parameter<>(
            "transferables",
            Arrays.asList(Transferables.values()),
            generator -> generator.values.transferables(),
            given -> Stream.of(Transferables.INCLUDED),
            given -> "Transferables." + given);

    static final Parameter<AssetId> ASSET = new Parameter<>(
            "asset",
            List.of(Rules.ASSET),
            HistoryGenerator::asset,
            given -> Stream.of(new AssetId("a")),
            HistoryCode::material);

    static final Parameter<MaterialId> MATERIAL = new Parameter<>(
            "material",
            List.of(Rules.TAG, Rules.ASSET),
            HistoryGenerator::material,
            given -> Stream.of(given.kind().id("a")),
            HistoryCode::material);

    @SuppressWarnings("unchecked") // a value of this parameter is a T, or a target in a step
    Stream<?> simplerThan(Object value) {
        return value instanceof Target ? Stream.empty() : simpler.apply((T) value);
    }

    @SuppressWarnings("unchecked") // a value of this parameter is a T, or a target in a step
    String codeOf(Object value) {
        return value instanceof Target target ? target.code() : code.apply((T) value);
    }
}
