package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.LinkMistakes.linking;
import static dev.anchors.testkit.contract.LinkMistakes.linkingAgain;
import static dev.anchors.testkit.contract.LinkMistakes.unlinking;
import static dev.anchors.testkit.contract.LinkMistakes.unlinkingAgain;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialKind;
import java.time.Instant;
import java.util.stream.Stream;

/** Repositories that give the wrong time to a new or a removed link. */
final class LinkTimeMutants {

    private LinkTimeMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(
                new Mutant(
                        Rule.LNK_3,
                        "leaves updated as it was when a link is made",
                        linking((repository, before, after, material) -> at(after, before.updated()))),
                new Mutant(
                        Rule.LNK_3,
                        "leaves updated as it was when a link is removed",
                        unlinking((repository, before, after, material) -> at(after, before.updated()))),
                new Mutant(
                        Rule.LNK_3,
                        "leaves updated as it was for kinds that came later than persons",
                        linking((repository, before, after, material) ->
                                material.kind().compareTo(MaterialKind.PERSON) > 0
                                        ? at(after, before.updated())
                                        : after)),
                new Mutant(
                        Rule.LNK_3,
                        "moves updated when a link exists already",
                        linkingAgain((repository, id, material) -> touch(repository, id))),
                new Mutant(
                        Rule.LNK_3,
                        "moves updated when a link to remove is missing",
                        unlinkingAgain((repository, id, material) -> touch(repository, id))),
                new Mutant(
                        Rule.LNK_3,
                        "moves updated backwards with the clock when a link is made",
                        linking((repository, before, after, material) ->
                                at(after, GroupedTimestamp.of(repository.now())))),
                new Mutant(
                        Rule.LNK_3,
                        "has a clock of its own for links",
                        linking((repository, before, after, material) ->
                                at(after, GroupedTimestamp.of(Instant.now())))),
                new Mutant(
                        Rule.LNK_3,
                        "moves created along when a link is made",
                        linking((repository, before, after, material) ->
                                after.toBuilder().created(after.updated()).build())));
    }

    private static void touch(SmallRepository repository, AnchorId id) {
        repository.anchors.computeIfPresent(id, (key, anchor) -> at(anchor, GroupedTimestamp.of(repository.now())));
    }

    private static Anchor at(Anchor anchor, GroupedTimestamp time) {
        return anchor.toBuilder().updated(time).build();
    }
}
