package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.LinkMistakes.lookingUp;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Repositories whose snapshots find linked anchors in a wrong way. */
final class LinkSnapshotMutants {

    /** The links that were made and removed before a snapshot. */
    private record Changes(List<Link> made, List<Link> removed) {}

    private record Link(AnchorId anchor, MaterialId material) {}

    /** Returns the anchors that a snapshot finds by a material. */
    private interface LookUp {
        List<Anchor> linkedTo(Anchors anchors, MaterialId material, Changes before);
    }

    private LinkSnapshotMutants() {}

    static Stream<Mutant> all() {
        return Stream.concat(lookups(), orders());
    }

    private static Stream<Mutant> lookups() {
        return Stream.of(
                new Mutant(
                        Rule.LNK_1,
                        "finds an anchor by seeded links only",
                        remembering((anchors, material, before) -> anchors.linkedTo(material).stream()
                                .filter(anchor -> !before.made().contains(new Link(anchor.id(), material)))
                                .toList())),
                new Mutant(
                        Rule.LNK_1,
                        "finds an anchor as often as it was linked to the material",
                        remembering((anchors, material, before) -> anchors.linkedTo(material).stream()
                                .flatMap(anchor -> Collections.nCopies(
                                        Math.max(
                                                1,
                                                Collections.frequency(before.made(), new Link(anchor.id(), material))),
                                        anchor)
                                        .stream())
                                .toList())),
                new Mutant(
                        Rule.LNK_2,
                        "still finds an anchor by a link that was removed",
                        remembering((anchors, material, before) -> anchors.stream()
                                .filter(anchor -> anchor.links().contains(material)
                                        || before.removed().contains(new Link(anchor.id(), material)))
                                .toList())),
                new Mutant(
                        Rule.LNK_2,
                        "finds an anchor by the text of a material, whatever its kind",
                        lookingUp((anchors, material) -> anchors.stream()
                                .filter(anchor -> anchor.links().stream()
                                        .anyMatch(link -> link.value().equals(material.value())))
                                .toList())),
                new Mutant(
                        Rule.LNK_1,
                        "finds no anchor by a workstream event",
                        lookingUp((anchors, material) -> material.kind() == MaterialKind.WORKSTREAM_EVENT
                                ? List.of()
                                : anchors.linkedTo(material))),
                new Mutant(Rule.SNA_2, "shows later links in an earlier snapshot", clock -> new SmallRepository(clock) {
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
                new Mutant(
                        Rule.SNA_3,
                        "finds anchors in the order in which they were linked",
                        remembering((anchors, material, before) -> anchors.linkedTo(material).stream()
                                .sorted(Comparator.comparingInt(
                                        anchor -> before.made().indexOf(new Link(anchor.id(), material))))
                                .toList())),
                new Mutant(
                        Rule.SNA_3,
                        "moves an anchor that gets a link to the end",
                        LinkMistakes.linking((repository, before, after, material) -> {
                            repository.remove(before);
                            return after;
                        })),
                new Mutant(
                        Rule.SNA_3,
                        "finds no anchor by a link without transferables",
                        Mutant.showing((anchors, transferables) -> transferables == Transferables.INCLUDED
                                ? anchors
                                : LinkMistakes.lookingUp(anchors, (all, material) -> List.of()))));
    }

    /** Looks for linked anchors by what was done before. */
    private static Function<InstantSource, AnchorRepository> remembering(LookUp mistake) {
        return clock -> new SmallRepository(clock) {
            private final List<Link> made = new ArrayList<>();
            private final List<Link> removed = new ArrayList<>();

            @Override
            Anchor linked(Anchor anchor, MaterialId material) {
                made.add(new Link(anchor.id(), material));
                return super.linked(anchor, material);
            }

            @Override
            Anchor withoutLink(Anchor anchor, MaterialId material) {
                removed.add(new Link(anchor.id(), material));
                return super.withoutLink(anchor, material);
            }

            @Override
            public Anchors snapshot(Transferables transferables) {
                Changes before = new Changes(List.copyOf(made), List.copyOf(removed));
                return LinkMistakes.lookingUp(
                        super.snapshot(transferables),
                        (anchors, material) -> mistake.linkedTo(anchors, material, before));
            }
        };
    }
}
