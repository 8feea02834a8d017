package dev.anchors.testkit.contract;

import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import java.util.stream.Stream;

/** The seeds that a history is tried with when it is made shorter. */
final class SimplerSeeds {

    private SimplerSeeds() {}

    /** Returns seeds that have fewer values or simpler ones, the simplest first. */
    static Stream<SeededAnchor> of(SeededAnchor seed) {
        SeededAnchor path = SeededAnchor.builder(seed.type(), seed.fullpath()).build();
        return Stream.of(
                SeededAnchor.file("/a"),
                path,
                path.toBuilder().asset(seed.asset().orElse(null)).build(),
                rebuilt(seed, new FullPath("/a")),
                seed.toBuilder().name(null).build(),
                seed.toBuilder().watch(null).build(),
                seed.toBuilder().platform(null).build(),
                seed.toBuilder().asset(null).build(),
                seed.toBuilder().conversation(null).build(),
                seed.toBuilder().schema(null).build(),
                withoutLists(seed));
    }

    private static SeededAnchor rebuilt(SeededAnchor seed, FullPath path) {
        SeededAnchor.Builder copy = withoutLists(seed, path);
        seed.persons().forEach(copy::person);
        seed.annotations().forEach(copy::annotation);
        return copy.build();
    }

    private static SeededAnchor withoutLists(SeededAnchor seed) {
        return withoutLists(seed, seed.fullpath()).build();
    }

    private static SeededAnchor.Builder withoutLists(SeededAnchor seed, FullPath path) {
        return SeededAnchor.builder(seed.type(), path)
                .name(seed.name().orElse(null))
                .watch(seed.watch().orElse(null))
                .platform(seed.platform().orElse(null))
                .asset(seed.asset().orElse(null))
                .conversation(seed.conversation().orElse(null))
                .schema(seed.schema().orElse(null));
    }
}
