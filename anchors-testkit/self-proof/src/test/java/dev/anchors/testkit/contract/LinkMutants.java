package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.LinkMistakes.linking;
import static dev.anchors.testkit.contract.LinkMistakes.linkingAgain;
import static dev.anchors.testkit.contract.Mistakes.changeAll;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.TagId;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Repositories that make another link than they should, or change something else along with a link. */
final class LinkMutants {

    private LinkMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(links(), again(), texts(), others()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> links() {
        return Stream.of(
                new Mutant(
                        Rule.LNK_1,
                        "makes no link",
                        linking((repository, before, after, material) ->
                                before.toBuilder().updated(after.updated()).build())),
                new Mutant(
                        Rule.LNK_1,
                        "makes links to assets and conversations only",
                        linking((repository, before, after, material) ->
                                material.kind().compareTo(MaterialKind.CONVERSATION) <= 0 ? after : before)),
                new Mutant(
                        Rule.LNK_1,
                        "keeps tags as persons",
                        linking((repository, before, after, material) -> material instanceof TagId
                                ? after.toBuilder()
                                        .unlink(material)
                                        .link(MaterialKind.PERSON.id(material.value()))
                                        .build()
                                : after)),
                new Mutant(Rule.LNK_1, "keeps one link of each kind", linking((repository, before, after, material) -> {
                    Anchor.Builder changed = after.toBuilder();
                    before.links(material.kind()).forEach(changed::unlink);
                    return changed.build();
                })),
                new Mutant(
                        Rule.LNK_1,
                        "refuses a material that no anchor is linked to",
                        clock -> new SmallRepository(clock) {
                            @Override
                            Anchor linked(Anchor anchor, MaterialId material) {
                                if (anchors.values().stream()
                                        .noneMatch(other -> other.links().contains(material))) {
                                    throw refused();
                                }
                                return super.linked(anchor, material);
                            }
                        }),
                new Mutant(
                        Rule.LNK_1,
                        "has room for four links",
                        linking((repository, before, after, material) ->
                                after.links().size() > 4 ? before : after)));
    }

    private static Stream<Mutant> again() {
        return Stream.of(
                new Mutant(
                        Rule.LNK_1,
                        "removes a link that is made a second time",
                        linkingAgain((repository, id, material) -> repository.unlink(id, material))),
                new Mutant(Rule.LNK_1, "refuses a link that exists", linkingAgain((repository, id, material) -> {
                    throw refused();
                })),
                new Mutant(
                        Rule.LNK_1,
                        "makes a link that was removed only once more",
                        clock -> new SmallRepository(clock) {
                            private int removed;

                            @Override
                            Anchor withoutLink(Anchor anchor, MaterialId material) {
                                removed++;
                                return super.withoutLink(anchor, material);
                            }

                            @Override
                            Anchor linked(Anchor anchor, MaterialId material) {
                                return removed > 1 ? anchor : super.linked(anchor, material);
                            }
                        }));
    }

    private static Stream<Mutant> texts() {
        return Stream.of(
                new Mutant(
                        Rule.LNK_1,
                        "keeps ids of materials in small letters",
                        keepingId(id -> id.toLowerCase(Locale.ROOT))),
                new Mutant(Rule.LNK_1, "strips ids of materials", keepingId(String::strip)),
                new Mutant(
                        Rule.LNK_1,
                        "cuts ids of materials at 255 characters",
                        keepingId(id -> id.substring(0, Math.min(255, id.length())))),
                new Mutant(
                        Rule.LNK_1,
                        "keeps plus signs in ids of materials as blanks",
                        keepingId(id -> id.equals("+") ? id : id.replace('+', ' '))));
    }

    private static Stream<Mutant> others() {
        return Stream.of(
                new Mutant(
                        Rule.LNK_2,
                        "links an asset with the text of each new link",
                        linking((repository, before, after, material) -> after.toBuilder()
                                .link(new AssetId(material.value()))
                                .build())),
                new Mutant(
                        Rule.LNK_2,
                        "moves a material from the anchor that had it",
                        linking((repository, before, after, material) -> {
                            changeAll(
                                    repository,
                                    other -> other.toBuilder().unlink(material).build());
                            return after;
                        })),
                new Mutant(
                        Rule.LNK_2,
                        "links all anchors at the same path",
                        linking((repository, before, after, material) -> {
                            changeAll(
                                    repository,
                                    other -> other.paths().equals(before.paths())
                                            ? other.toBuilder().link(material).build()
                                            : other);
                            return after;
                        })),
                new Mutant(
                        Rule.LNK_2,
                        "forgets the name when a link is made",
                        linking((repository, before, after, material) ->
                                after.toBuilder().name(null).build())),
                new Mutant(
                        Rule.LNK_2,
                        "forgets the details of points when a link is made",
                        linking((repository, before, after, material) -> SmallRepository.bare(after))),
                new Mutant(
                        Rule.LNK_2,
                        "updates the other anchors of a material when a link is made",
                        linking((repository, before, after, material) -> {
                            changeAll(
                                    repository,
                                    other -> other.links().contains(material)
                                            ? other.toBuilder()
                                                    .updated(after.updated())
                                                    .build()
                                            : other);
                            return after;
                        })),
                new Mutant(
                        Rule.LNK_2,
                        "replaces the link of another kind with the same text",
                        linking((repository, before, after, material) -> {
                            Anchor.Builder changed = after.toBuilder();
                            before.links().stream()
                                    .filter(other -> other.value().equals(material.value()))
                                    .forEach(changed::unlink);
                            return changed.build();
                        })));
    }

    /** A repository that keeps another id of a material than it was given. */
    private static Function<InstantSource, AnchorRepository> keepingId(UnaryOperator<String> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            void link(AnchorId id, MaterialId material) {
                super.link(id, changed(material));
            }

            @Override
            void unlink(AnchorId id, MaterialId material) {
                super.unlink(id, changed(material));
            }

            private MaterialId changed(MaterialId material) {
                String changed = material == null ? "" : mistake.apply(material.value());
                return changed.isBlank() ? material : material.kind().id(changed);
            }
        };
    }

    private static RequestRefusedException refused() {
        return new RequestRefusedException(Operation.ASSOCIATE, OptionalInt.of(409), "not this material", null);
    }
}
