package dev.anchors.testkit;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Repositories that fail in the words of a library, or fail and do something all the same. */
final class FailureMutants {

    private FailureMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(families(), effects()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> families() {
        return Stream.of(
                new Mutant(Rule.FAI_1, "lets an exception of a map out of delete", clock -> new SmallRepository(clock) {
                    @Override
                    public void delete(AnchorId id) {
                        if (find(id).isEmpty()) {
                            throw new NoSuchElementException("No value present");
                        }
                        super.delete(id);
                    }
                }),
                new Mutant(
                        Rule.FAI_1,
                        "lets an exception of input and output out of disassociate",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public void disassociate(AnchorId id, AssetId asset) {
                                if (asset != null && find(id).isEmpty()) {
                                    throw new UncheckedIOException(new IOException("410 Gone"));
                                }
                                super.disassociate(id, asset);
                            }
                        }));
    }

    private static Stream<Mutant> effects() {
        return Stream.of(
                new Mutant(
                        Rule.FAI_2,
                        "has deleted something when a delete fails",
                        failing(Operation.DELETE, repository -> repository.anchors.clear())),
                new Mutant(
                        Rule.FAI_2,
                        "has taken links away when a disassociate fails",
                        failing(
                                Operation.DISASSOCIATE,
                                repository -> repository.anchors.replaceAll((id, anchor) ->
                                        anchor.toBuilder().links(List.of()).build()))),
                new Mutant(
                        Rule.FAI_2,
                        "has made an anchor when a delete fails",
                        failing(
                                Operation.DELETE,
                                repository -> repository.put(repository.made(Samples.minimalSeed())))),
                new Mutant(
                        Rule.FAI_2,
                        "has touched what there is when a delete fails",
                        failing(
                                Operation.DELETE,
                                repository -> repository.anchors.replaceAll((id, anchor) -> anchor.toBuilder()
                                        .updated(GroupedTimestamp.of(repository.now()))
                                        .build()))));
    }

    /** A repository that does something all the same when there is no anchor to do its work on. */
    private static Function<InstantSource, AnchorRepository> failing(
            Operation failing, Consumer<SmallRepository> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            Anchor existing(Operation operation, AnchorId id) {
                try {
                    return super.existing(operation, id);
                } catch (AnchorNotFoundException failure) {
                    if (operation == failing) {
                        mistake.accept(this);
                    }
                    throw failure;
                }
            }
        };
    }
}
