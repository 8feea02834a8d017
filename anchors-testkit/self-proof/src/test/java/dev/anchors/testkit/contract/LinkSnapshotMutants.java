package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.LinkMistakes.lookingUp;
import static dev.anchors.testkit.contract.LinkMistakes.mutant;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.ports.Transferables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Repositories whose snapshots find linked anchors in a wrong way. */
final class LinkSnapshotMutants {

    private LinkSnapshotMutants() {}

    static Stream<Mutant> all() {
        return Stream.concat(lookups(), orders());
    }

    private static Stream<Mutant> lookups() {
        return Stream.of(
                mutant(Rule.LNK_1, "finds an anchor by seeded links only", clock -> new SmallRepository(clock) {
                    private final Map<AnchorId, Set<MaterialId>> seeded = new HashMap<>();

                    @Override
                    void put(Anchor anchor) {
                        seeded.putIfAbsent(anchor.id(), anchor.links());
                        super.put(anchor);
                    }

                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        return LinkMistakes.lookingUp(
                                super.snapshot(transferables),
                                (anchors, material) -> anchors.linkedTo(material).stream()
                                        .filter(anchor ->
                                                seeded.get(anchor.id()).contains(material))
                                        .toList());
                    }
                }),
                mutant(
                        Rule.LNK_1,
                        "finds an anchor as often as it was linked to the material",
                        clock -> new SmallRepository(clock) {
                            private final List<List<Object>> made = new ArrayList<>();

                            @Override
                            Anchor linked(Anchor anchor, MaterialId material) {
                                made.add(List.of(anchor.id(), material));
                                return super.linked(anchor, material);
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                List<List<Object>> links = List.copyOf(made);
                                return LinkMistakes.lookingUp(
                                        super.snapshot(transferables),
                                        (anchors, material) -> anchors.linkedTo(material).stream()
                                                .flatMap(anchor -> Stream.concat(
                                                        Stream.of(anchor),
                                                        links.stream()
                                                                .filter(List.of(anchor.id(), material)::equals)
                                                                .skip(1)
                                                                .map(link -> anchor)))
                                                .toList());
                            }
                        }),
                mutant(
                        Rule.LNK_2,
                        "still finds an anchor by a link that was removed",
                        clock -> new SmallRepository(clock) {
                            private final Set<List<Object>> removed = new LinkedHashSet<>();

                            @Override
                            Anchor withoutLink(Anchor anchor, MaterialId material) {
                                removed.add(List.of(anchor.id(), material));
                                return super.withoutLink(anchor, material);
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Set<List<Object>> links = Set.copyOf(removed);
                                return LinkMistakes.lookingUp(
                                        super.snapshot(transferables),
                                        (anchors, material) -> anchors.stream()
                                                .filter(anchor -> anchor.links().contains(material)
                                                        || links.contains(List.of(anchor.id(), material)))
                                                .toList());
                            }
                        }),
                mutant(
                        Rule.LNK_2,
                        "finds an anchor by the text of a material, whatever its kind",
                        lookingUp((anchors, material) -> anchors.stream()
                                .filter(anchor -> anchor.links().stream()
                                        .anyMatch(link -> link.value().equals(material.value())))
                                .toList())),
                mutant(
                        Rule.LNK_1,
                        "finds no anchor by a workstream event",
                        lookingUp((anchors, material) -> material.kind() == MaterialKind.WORKSTREAM_EVENT
                                ? List.of()
                                : anchors.linkedTo(material))),
                mutant(Rule.SNA_2, "shows later links in an earlier snapshot", clock -> new SmallRepository(clock) {
                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        return LinkMistakes.lookingUp(
                                super.snapshot(transferables),
                                (anchors, material) -> anchors.stream()
                                        .map(anchor -> this.anchors.getOrDefault(anchor.id(), anchor))
                                        .filter(anchor -> anchor.links().contains(material))
                                        .toList());
                    }
                }));
    }

    private static Stream<Mutant> orders() {
        return Stream.of(
                mutant(
                        Rule.SNA_3,
                        "finds anchors in the order in which they were linked",
                        clock -> new SmallRepository(clock) {
                            private final List<List<Object>> made = new ArrayList<>();

                            @Override
                            Anchor linked(Anchor anchor, MaterialId material) {
                                made.add(List.of(anchor.id(), material));
                                return super.linked(anchor, material);
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                List<List<Object>> links = List.copyOf(made);
                                return LinkMistakes.lookingUp(
                                        super.snapshot(transferables),
                                        (anchors, material) -> anchors.linkedTo(material).stream()
                                                .sorted(Comparator.comparingInt(
                                                        anchor -> links.indexOf(List.of(anchor.id(), material))))
                                                .toList());
                            }
                        }),
                mutant(Rule.SNA_3, "moves an anchor that gets a link to the end", clock -> new SmallRepository(clock) {
                    @Override
                    Anchor linked(Anchor anchor, MaterialId material) {
                        remove(anchor);
                        return super.linked(anchor, material);
                    }
                }),
                mutant(
                        Rule.SNA_3,
                        "finds no anchor by a link without transferables",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Anchors all = super.snapshot(transferables);
                                return transferables == Transferables.INCLUDED
                                        ? all
                                        : LinkMistakes.lookingUp(all, (anchors, material) -> List.of());
                            }
                        }));
    }
}
