package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.LinkMistakes.missing;
import static dev.anchors.testkit.contract.LinkMistakes.notFound;
import static dev.anchors.testkit.contract.LinkMistakes.unlinking;
import static dev.anchors.testkit.contract.LinkMistakes.unlinkingAgain;
import static dev.anchors.testkit.contract.Mistakes.afterDelete;
import static dev.anchors.testkit.contract.Mistakes.changeAll;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.TagId;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Repositories that remove another link than they should, or treat assets or unknown anchors in a way of their own. */
final class UnlinkMutants {

    private UnlinkMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(removed(), unknown(), assets()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> removed() {
        return Stream.of(
                new Mutant(
                        Rule.LNK_2,
                        "removes the links of every kind with the text",
                        unlinking((repository, before, after, material) ->
                                without(after, other -> other.value().equals(material.value())))),
                new Mutant(
                        Rule.LNK_2,
                        "removes all links of the kind",
                        unlinking((repository, before, after, material) ->
                                without(after, other -> other.kind() == material.kind()))),
                new Mutant(
                        Rule.LNK_2,
                        "removes links whose ids begin as the removed one does",
                        unlinking((repository, before, after, material) -> without(
                                after,
                                other -> other.kind() == material.kind()
                                        && material.value().startsWith(other.value())))),
                new Mutant(
                        Rule.LNK_2,
                        "leaves tags",
                        unlinking((repository, before, after, material) -> material instanceof TagId ? before : after)),
                new Mutant(
                        Rule.LNK_2,
                        "removes the material from every anchor",
                        unlinking((repository, before, after, material) -> {
                            changeAll(
                                    repository,
                                    other -> other.toBuilder().unlink(material).build());
                            return after;
                        })),
                new Mutant(
                        Rule.LNK_2,
                        "removes the same kind's first link if the given one is missing",
                        unlinkingAgain(
                                (repository, id, material) -> repository.anchors.get(id).links(material.kind()).stream()
                                        .findFirst()
                                        .ifPresent(other -> repository.unlink(id, other)))),
                new Mutant(
                        Rule.LNK_2,
                        "forgets whether to watch when a link of any kind is removed",
                        unlinking((repository, before, after, material) ->
                                after.toBuilder().watch(null).build())),
                new Mutant(
                        Rule.LNK_2,
                        "removes the tags and conversations of a deleted anchor from the others",
                        afterDelete((repository, deleted) -> changeAll(
                                repository,
                                other -> without(
                                        other,
                                        material -> material.kind() != MaterialKind.ASSET
                                                && deleted.links().contains(material))))));
    }

    private static Stream<Mutant> unknown() {
        return Stream.of(
                new Mutant(
                        Rule.LNK_4,
                        "makes a link to an unknown anchor without a failure",
                        missing(Operation.ASSOCIATE, (repository, id, material) -> {})),
                new Mutant(
                        Rule.LNK_4,
                        "removes a link from an unknown anchor without a failure",
                        missing(Operation.DISASSOCIATE, (repository, id, material) -> {})),
                new Mutant(
                        Rule.LNK_4,
                        "refuses a link to an unknown anchor as a bad request",
                        missing(Operation.ASSOCIATE, (repository, id, material) -> {
                            throw new RequestRefusedException(
                                    Operation.ASSOCIATE, OptionalInt.of(404), "no such anchor", null);
                        })),
                new Mutant(
                        Rule.LNK_4,
                        "names the wrong operation for a link to an unknown anchor",
                        missing(Operation.ASSOCIATE, (repository, id, material) -> {
                            throw notFound(Operation.DISASSOCIATE, id);
                        })),
                new Mutant(
                        Rule.LNK_4,
                        "links another anchor instead of an unknown one",
                        missing(Operation.ASSOCIATE, (repository, id, material) -> {
                            repository.anchors.keySet().stream()
                                    .findFirst()
                                    .ifPresent(other -> repository.link(other, material));
                            throw notFound(Operation.ASSOCIATE, id);
                        })),
                new Mutant(
                        Rule.LNK_4,
                        "removes the material from all others where the anchor is unknown",
                        missing(Operation.DISASSOCIATE, (repository, id, material) -> {
                            changeAll(
                                    repository,
                                    other -> other.toBuilder().unlink(material).build());
                            throw notFound(Operation.DISASSOCIATE, id);
                        })),
                new Mutant(
                        Rule.LNK_4,
                        "links an anchor that was deleted, in silence",
                        clock -> new SmallRepository(clock) {
                            private final Set<AnchorId> deleted = new HashSet<>();

                            @Override
                            void remove(Anchor anchor) {
                                super.remove(anchor);
                                deleted.add(anchor.id());
                            }

                            @Override
                            void link(AnchorId id, MaterialId material) {
                                if (!deleted.contains(id)) {
                                    super.link(id, material);
                                }
                            }
                        }));
    }

    private static Stream<Mutant> assets() {
        return Stream.of(
                new Mutant(
                        Rule.LNK_5,
                        "leaves assets to the core port",
                        unlinking(
                                (repository, before, after, material) -> material instanceof AssetId ? before : after)),
                new Mutant(
                        Rule.LNK_5,
                        "does not update when an asset is removed by the port for links",
                        unlinking((repository, before, after, material) -> material instanceof AssetId
                                ? after.toBuilder().updated(before.updated()).build()
                                : after)),
                new Mutant(
                        Rule.LNK_5,
                        "cannot remove by the core port what the port for links linked",
                        clock -> new SmallRepository(clock) {
                            private final Set<List<Object>> linked = new HashSet<>();

                            @Override
                            Anchor linked(Anchor anchor, MaterialId material) {
                                linked.add(List.of(anchor.id(), material));
                                return super.linked(anchor, material);
                            }

                            @Override
                            Anchor unlinked(Anchor anchor, AssetId asset) {
                                return linked.contains(List.of(anchor.id(), asset))
                                        ? anchor
                                        : super.unlinked(anchor, asset);
                            }
                        }),
                new Mutant(
                        Rule.LNK_5,
                        "removes by the core port every kind with the text of an asset",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public void disassociate(AnchorId id, AssetId asset) {
                                super.disassociate(id, asset);
                                anchors.computeIfPresent(
                                        id,
                                        (key, anchor) -> without(
                                                anchor, other -> other.value().equals(asset.value())));
                            }
                        }),
                new Mutant(
                        Rule.LNK_5,
                        "refuses to remove an asset that is not linked, but no other kind",
                        unlinkingAgain((repository, id, material) -> {
                            if (material instanceof AssetId) {
                                throw new RequestRefusedException(
                                        Operation.DISASSOCIATE, OptionalInt.of(404), "no such link", null);
                            }
                        })));
    }

    private static Anchor without(Anchor anchor, Predicate<MaterialId> removed) {
        return anchor.toBuilder()
                .links(anchor.links().stream().filter(removed.negate()).toList())
                .build();
    }
}
