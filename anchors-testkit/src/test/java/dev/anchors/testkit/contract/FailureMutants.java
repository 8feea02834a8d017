package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.Samples;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Repositories that fail in the words of a library, or fail and do something all the same. */
final class FailureMutants {

    private FailureMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(families(), disconnectService(), effects(), names(), interrupts())
                .flatMap(mutants -> mutants);
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

    private static Stream<Mutant> disconnectService() {
        Stream<Mutant> leaks = Stream.of(Operation.CREATE, Operation.SNAPSHOT, Operation.FIND, Operation.DELETE)
                .map(leaking -> new Mutant(
                        Rule.FAI_1,
                        "lets an exception of input and output out of "
                                + leaking.name().toLowerCase(Locale.ROOT) + " where the service is disconnected",
                        cuttingOff((operation, failure) -> operation == leaking
                                ? new UncheckedIOException(new IOException("connection refused", failure))
                                : failure)));
        return Stream.concat(
                leaks,
                Stream.of(
                        new Mutant(
                                Rule.FAI_1,
                                "is closed where the service is disconnected",
                                cuttingOff((operation, failure) -> new IllegalStateException("closed", failure))),
                        new Mutant(
                                Rule.FAI_1,
                                "streams nothing where the service is disconnected",
                                clock -> new SmallRepository(clock) {
                                    @Override
                                    public Stream<Anchor> stream(Transferables transferables) {
                                        try {
                                            return super.stream(transferables);
                                        } catch (ConnectionFailedException failure) {
                                            return Stream.empty();
                                        }
                                    }
                                }),
                        new Mutant(
                                Rule.FAI_1,
                                "lets an exception of input and output out of a stream that is walked where the service is disconnected",
                                clock -> new SmallRepository(clock) {
                                    @Override
                                    public Stream<Anchor> stream(Transferables transferables) {
                                        return Stream.of(transferables).flatMap(wanted -> {
                                            try {
                                                return super.stream(wanted);
                                            } catch (ConnectionFailedException failure) {
                                                throw new UncheckedIOException(new IOException(failure));
                                            }
                                        });
                                    }
                                }),
                        new Mutant(
                                Rule.FAI_1,
                                "takes a delete for done where the service is disconnected",
                                clock -> new SmallRepository(clock) {
                                    @Override
                                    public void delete(AnchorId id) {
                                        try {
                                            super.delete(id);
                                        } catch (ConnectionFailedException failure) {
                                            return;
                                        }
                                    }
                                }),
                        new Mutant(
                                Rule.FAI_1,
                                "tells the path where the service is disconnected",
                                clock -> new SmallRepository(clock) {
                                    @Override
                                    public Anchor create(SeededAnchor seed, Transferables transferables) {
                                        try {
                                            return super.create(seed, transferables);
                                        } catch (ConnectionFailedException failure) {
                                            throw new ConnectionFailedException(
                                                    Operation.CREATE,
                                                    Effect.NONE,
                                                    "nobody to tell of "
                                                            + seed.fullpath().value(),
                                                    failure);
                                        }
                                    }
                                }),
                        new Mutant(
                                Rule.FAI_1,
                                "cannot be closed where the service is disconnected",
                                clock -> new SmallRepository(clock) {
                                    @Override
                                    public void close() {
                                        requireService(Operation.SNAPSHOT);
                                        super.close();
                                    }
                                })));
    }

    /** A repository that makes another failure of having no way to its service. */
    private static Function<InstantSource, AnchorRepository> cuttingOff(
            BiFunction<Operation, ConnectionFailedException, RuntimeException> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            void requireService(Operation operation) {
                try {
                    super.requireService(operation);
                } catch (ConnectionFailedException failure) {
                    throw mistake.apply(operation, failure);
                }
            }
        };
    }

    private static Stream<Mutant> names() {
        return Stream.of(
                new Mutant(
                        Rule.FAI_3,
                        "says that a find failed whatever failed",
                        cuttingOff((operation, failure) -> new ConnectionFailedException(
                                Operation.FIND, failure.effect(), "the map is out of reach", failure))),
                new Mutant(
                        Rule.FAI_3,
                        "does not know what a read did",
                        cuttingOff((operation, failure) -> new ConnectionFailedException(
                                operation, Effect.UNKNOWN, "the map is out of reach", failure))),
                new Mutant(
                        Rule.FAI_1,
                        "finds no anchor to delete where the service is disconnected",
                        cuttingOff((operation, failure) -> operation == Operation.DELETE
                                ? new AnchorNotFoundException(operation, new AnchorId("anchor-1"))
                                : failure)),
                new Mutant(
                        Rule.FAI_3,
                        "names another operation for an unknown anchor",
                        clock -> new SmallRepository(clock) {
                            @Override
                            Anchor existing(Operation operation, AnchorId id) {
                                return super.existing(Operation.FIND, id);
                            }
                        }));
    }

    private static Stream<Mutant> interrupts() {
        return Stream.of(
                new Mutant(Rule.FAI_4, "clears the interrupt flag", interrupted((repository, operation) -> {})),
                new Mutant(Rule.FAI_4, "is closed by an interrupt", interrupted((repository, operation) -> {
                    Thread.currentThread().interrupt();
                    repository.close();
                    throw new InterruptedCallException(operation, Effect.NONE, null);
                })),
                new Mutant(
                        Rule.FAI_4, "fails in its own words when interrupted", interrupted((repository, operation) -> {
                            Thread.currentThread().interrupt();
                            throw new UncheckedIOException(new InterruptedIOException());
                        })),
                new Mutant(
                        Rule.FAI_4,
                        "ends a call by an exception and clears the interrupt flag",
                        interrupted((repository, operation) -> {
                            throw new InterruptedCallException(operation, Effect.NONE, null);
                        })));
    }

    /** A repository that makes a mistake when its thread is interrupted, at the beginning or at the end of a call. */
    private static Function<InstantSource, AnchorRepository> interrupted(
            BiConsumer<SmallRepository, Operation> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            void requireService(Operation operation) {
                super.requireService(operation);
                for (int look = 0; look < 200; look++) {
                    if (Thread.interrupted()) {
                        mistake.accept(this, operation);
                        return;
                    }
                    Thread.yield();
                }
            }
        };
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
