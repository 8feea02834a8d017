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

/** Repositories that throw the wrong exceptions, or change something although they fail. */
final class FailureMutants {

    private FailureMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(families(), disconnectService(), effects(), names(), interrupts())
                .flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> families() {
        return Stream.of(
                new Mutant(
                        Rule.FAI_1, "throws NoSuchElementException from delete", clock -> new SmallRepository(clock) {
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
                        "throws UncheckedIOException from disassociate",
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
                        "throws UncheckedIOException from " + leaking.name().toLowerCase(Locale.ROOT)
                                + " if the service is disconnected",
                        failingDisconnected((operation, failure) -> operation == leaking
                                ? new UncheckedIOException(new IOException("connection refused", failure))
                                : failure)));
        return Stream.concat(
                leaks,
                Stream.of(
                        new Mutant(
                                Rule.FAI_1,
                                "throws IllegalStateException if the service is disconnected",
                                failingDisconnected(
                                        (operation, failure) -> new IllegalStateException("closed", failure))),
                        new Mutant(
                                Rule.FAI_1,
                                "streams nothing if the service is disconnected",
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
                                "throws UncheckedIOException when a stream is read if the service is disconnected",
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
                                "ignores a failed delete if the service is disconnected",
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
                                "shows the path in its message if the service is disconnected",
                                clock -> new SmallRepository(clock) {
                                    @Override
                                    public Anchor create(SeededAnchor seed, Transferables transferables) {
                                        try {
                                            return super.create(seed, transferables);
                                        } catch (ConnectionFailedException failure) {
                                            throw new ConnectionFailedException(
                                                    Operation.CREATE,
                                                    Effect.NONE,
                                                    "cannot create "
                                                            + seed.fullpath().value(),
                                                    failure);
                                        }
                                    }
                                }),
                        new Mutant(
                                Rule.FAI_1,
                                "fails to close if the service is disconnected",
                                clock -> new SmallRepository(clock) {
                                    @Override
                                    public void close() {
                                        requireService(Operation.SNAPSHOT);
                                        super.close();
                                    }
                                })));
    }

    /** A repository that throws another exception if its service is disconnected. */
    private static Function<InstantSource, AnchorRepository> failingDisconnected(
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
                        "names find in every failure",
                        failingDisconnected((operation, failure) -> new ConnectionFailedException(
                                Operation.FIND, failure.effect(), "the map cannot be reached", failure))),
                new Mutant(
                        Rule.FAI_3,
                        "has an unknown effect when a read fails",
                        failingDisconnected((operation, failure) -> new ConnectionFailedException(
                                operation, Effect.UNKNOWN, "the map cannot be reached", failure))),
                new Mutant(
                        Rule.FAI_1,
                        "finds no anchor to delete if the service is disconnected",
                        failingDisconnected((operation, failure) -> operation == Operation.DELETE
                                ? new AnchorNotFoundException(operation, new AnchorId("anchor-1"))
                                : failure)),
                new Mutant(Rule.FAI_3, "names find if an anchor is unknown", clock -> new SmallRepository(clock) {
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
                        Rule.FAI_4,
                        "throws UncheckedIOException when interrupted",
                        interrupted((repository, operation) -> {
                            Thread.currentThread().interrupt();
                            throw new UncheckedIOException(new InterruptedIOException());
                        })),
                new Mutant(
                        Rule.FAI_4,
                        "throws InterruptedCallException and clears the interrupt flag",
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
                        "deletes all anchors when a delete fails",
                        failing(Operation.DELETE, repository -> repository.anchors.clear())),
                new Mutant(
                        Rule.FAI_2,
                        "removes all links when a disassociate fails",
                        failing(
                                Operation.DISASSOCIATE,
                                repository -> repository.anchors.replaceAll((id, anchor) ->
                                        anchor.toBuilder().links(List.of()).build()))),
                new Mutant(
                        Rule.FAI_2,
                        "creates an anchor when a delete fails",
                        failing(
                                Operation.DELETE,
                                repository -> repository.put(repository.made(Samples.minimalSeed())))),
                new Mutant(
                        Rule.FAI_2,
                        "changes the times of all anchors when a delete fails",
                        failing(
                                Operation.DELETE,
                                repository -> repository.anchors.replaceAll((id, anchor) -> anchor.toBuilder()
                                        .updated(GroupedTimestamp.of(repository.now()))
                                        .build()))));
    }

    /** A repository that changes something if there is no such anchor. */
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
