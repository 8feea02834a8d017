package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Mistakes.afterCreate;
import static dev.anchors.testkit.contract.Mistakes.afterDelete;
import static dev.anchors.testkit.contract.Mistakes.changeAll;
import static dev.anchors.testkit.contract.Mistakes.unlinking;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Second set: repositories that change, lose or delete something that the call did not name. */
final class NeighbourMutants {

    private NeighbourMutants() {}

    static Stream<Mutant> all() {
        return Stream.concat(deletes(), changes());
    }

    private static Stream<Mutant> deletes() {
        return Stream.of(
                new Mutant(
                        Rule.DEL_1,
                        "deletes the anchors below the path of a deleted anchor",
                        afterDelete((repository, deleted) -> repository
                                .anchors
                                .values()
                                .removeIf(other -> path(other).startsWith(path(deleted) + "/")))),
                new Mutant(
                        Rule.DEL_1,
                        "deletes the anchors of the same conversation",
                        afterDelete((repository, deleted) -> repository
                                .anchors
                                .values()
                                .removeIf(other -> shares(other.conversations(), deleted.conversations()::contains)))),
                new Mutant(
                        Rule.DEL_1,
                        "deletes the anchors of the same name",
                        afterDelete((repository, deleted) -> repository
                                .anchors
                                .values()
                                .removeIf(other -> deleted.name().isPresent()
                                        && other.name().equals(deleted.name())))),
                new Mutant(
                        Rule.DEL_1,
                        "deletes the anchors that were created at the same time",
                        afterDelete((repository, deleted) -> repository
                                .anchors
                                .values()
                                .removeIf(other -> other.created().equals(deleted.created())))),
                new Mutant(
                        Rule.DEL_1,
                        "removes a conversation of a deleted anchor from the others",
                        afterDelete((repository, deleted) ->
                                changeAll(repository, other -> without(other, List.copyOf(deleted.conversations()))))),
                new Mutant(
                        Rule.DEL_3,
                        "loses the assets of the only anchor that is left after a delete",
                        afterDelete((repository, deleted) -> {
                            if (repository.anchors.size() == 1) {
                                changeAll(repository, other -> without(other, List.copyOf(other.assets())));
                            }
                        })),
                new Mutant(
                        Rule.LIF_2,
                        "removes the oldest of three anchors of an asset",
                        afterCreate((repository, created) -> repository.anchors.values().stream()
                                .filter(other -> shares(other.assets(), created.assets()::contains))
                                .limit(count(repository, created) > 2 ? 1 : 0)
                                .toList()
                                .forEach(repository::remove))));
    }

    private static Stream<Mutant> changes() {
        return Stream.of(
                new Mutant(
                        Rule.DIS_2,
                        "removes the conversation whose id is that of the asset",
                        unlinking((repository, anchor, asset) ->
                                without(anchor, List.of(new ConversationId(asset.value()))))),
                new Mutant(
                        Rule.DIS_2,
                        "loses the name when the last asset is removed",
                        unlinking((repository, anchor, asset) -> anchor.assets().isEmpty()
                                ? anchor.toBuilder().name(null).build()
                                : anchor)),
                new Mutant(
                        Rule.DIS_2,
                        "loses watch when a link is removed",
                        unlinking((repository, anchor, asset) ->
                                anchor.toBuilder().watch(null).build())),
                new Mutant(
                        Rule.DIS_2,
                        "loses the persons when a link is removed",
                        unlinking((repository, anchor, asset) -> without(anchor, List.copyOf(anchor.persons())))),
                new Mutant(
                        Rule.DIS_2,
                        "updates all anchors of the same name when a link is removed",
                        unlinking((repository, anchor, asset) -> {
                            changeAll(
                                    repository,
                                    other -> other.name().isPresent()
                                                    && other.name().equals(anchor.name())
                                            ? other.toBuilder()
                                                    .updated(GroupedTimestamp.of(anchor.updated()
                                                            .value()
                                                            .plusMillis(1)))
                                                    .build()
                                            : other);
                            return anchor;
                        })),
                new Mutant(
                        Rule.CRE_6,
                        "removes the asset of a new anchor from the earlier ones at its path",
                        afterCreate((repository, created) -> changeAll(
                                repository,
                                other -> other.id().equals(created.id())
                                                || !path(other).equals(path(created))
                                        ? other
                                        : without(other, List.copyOf(created.assets()))))));
    }

    private static String path(Anchor anchor) {
        return anchor.paths().stream().map(path -> path.value()).findFirst().orElse("");
    }

    private static <T> boolean shares(Iterable<T> values, Predicate<T> other) {
        for (T value : values) {
            if (other.test(value)) {
                return true;
            }
        }
        return false;
    }

    private static long count(SmallRepository repository, Anchor anchor) {
        return repository.anchors.values().stream()
                .filter(other -> shares(other.assets(), anchor.assets()::contains))
                .count();
    }

    private static Anchor without(Anchor anchor, List<? extends MaterialId> links) {
        Anchor.Builder changed = anchor.toBuilder();
        links.forEach(changed::unlink);
        return changed.build();
    }
}
