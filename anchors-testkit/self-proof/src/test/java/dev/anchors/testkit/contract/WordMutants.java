package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Second set: repositories whose failures are of the wrong type, operation or effect, or that handle interrupts wrongly. */
final class WordMutants {

    private WordMutants() {}

    static Stream<Mutant> all() {
        return Stream.concat(disconnected(), others());
    }

    private static Stream<Mutant> disconnected() {
        return Stream.of(
                new Mutant(
                        Rule.FAI_1,
                        "finds no anchor to unlink if the service is disconnected",
                        failing((operation, failure) -> operation == Operation.DISASSOCIATE
                                ? new AnchorNotFoundException(operation, new AnchorId("anchor-1"))
                                : failure)),
                new Mutant(
                        Rule.FAI_3,
                        "names create when a delete fails",
                        failing((operation, failure) ->
                                named(operation == Operation.DELETE ? Operation.CREATE : operation, failure.effect()))),
                new Mutant(
                        Rule.FAI_3,
                        "names snapshot when a find fails",
                        failing((operation, failure) ->
                                named(operation == Operation.FIND ? Operation.SNAPSHOT : operation, failure.effect()))),
                new Mutant(
                        Rule.FAI_3,
                        "has an unknown effect when a find fails",
                        failing((operation, failure) ->
                                named(operation, operation == Operation.FIND ? Effect.UNKNOWN : Effect.NONE))),
                new Mutant(
                        Rule.FAI_1,
                        "throws CompletionException with the failure as its cause",
                        failing((operation, failure) -> new CompletionException(failure))),
                new Mutant(
                        Rule.FIN_1,
                        "treats a disconnected service as an absent anchor",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                try {
                                    return super.find(id);
                                } catch (ConnectionFailedException failure) {
                                    return Optional.empty();
                                }
                            }
                        }));
    }

    private static Stream<Mutant> others() {
        return Stream.of(
                new Mutant(Rule.FAI_4, "clears the interrupt flag in a find", clock -> new SmallRepository(clock) {
                    @Override
                    public Optional<Anchor> find(AnchorId id) {
                        Thread.interrupted();
                        return super.find(id);
                    }
                }),
                new Mutant(
                        Rule.FAI_4,
                        "throws IllegalStateException from an interrupted create",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Anchor create(SeededAnchor seed, Transferables transferables) {
                                if (Thread.currentThread().isInterrupted()) {
                                    throw new IllegalStateException("interrupted");
                                }
                                return super.create(seed, transferables);
                            }
                        }),
                new Mutant(
                        Rule.FAI_4,
                        "finds nothing after a thread was interrupted",
                        clock -> new SmallRepository(clock) {
                            private volatile boolean damaged;

                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                damaged |= Thread.currentThread().isInterrupted();
                                return damaged ? Optional.empty() : super.find(id);
                            }
                        }),
                new Mutant(
                        Rule.FAI_2,
                        "creates an anchor if there is none to unlink",
                        clock -> new SmallRepository(clock) {
                            @Override
                            Anchor existing(Operation operation, AnchorId id) {
                                if (!anchors.containsKey(id) && operation == Operation.DISASSOCIATE) {
                                    put(made(SeededAnchor.file("/new")));
                                }
                                return super.existing(operation, id);
                            }
                        }),
                new Mutant(
                        Rule.DEL_2,
                        "has an unknown effect if an anchor is unknown",
                        clock -> new SmallRepository(clock) {
                            @Override
                            Anchor existing(Operation operation, AnchorId id) {
                                if (!anchors.containsKey(id)) {
                                    throw new AnchorNotFoundException(operation, Effect.UNKNOWN, id, null);
                                }
                                return super.existing(operation, id);
                            }
                        }));
    }

    private static ConnectionFailedException named(Operation operation, Effect effect) {
        return new ConnectionFailedException(operation, effect, "the map cannot be reached", null);
    }

    private static Function<InstantSource, AnchorRepository> failing(
            BiFunction<Operation, ConnectionFailedException, RuntimeException> change) {
        return clock -> new SmallRepository(clock) {
            @Override
            void requireService(Operation operation) {
                try {
                    super.requireService(operation);
                } catch (ConnectionFailedException failure) {
                    throw change.apply(operation, failure);
                }
            }
        };
    }
}
