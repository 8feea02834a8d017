package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.LinkMistakes.missing;
import static dev.anchors.testkit.contract.LinkMistakes.mutant;
import static dev.anchors.testkit.contract.LinkMistakes.notFound;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Repositories whose links fail, or end, otherwise than they should. */
final class LinkFailureMutants {

    private LinkFailureMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(arguments(), closing(), failures(), interrupts()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> arguments() {
        return Stream.of(
                mutant(Rule.ARG_1, "removes no link to null in silence", clock -> new SmallRepository(clock) {
                    @Override
                    void unlink(AnchorId id, MaterialId material) {
                        if (material != null) {
                            super.unlink(id, material);
                        }
                    }
                }),
                mutant(Rule.ARG_1, "looks for a null anchor to link", clock -> new SmallRepository(clock) {
                    @Override
                    void link(AnchorId id, MaterialId material) {
                        if (id == null) {
                            throw notFound(Operation.ASSOCIATE, new AnchorId("null"));
                        }
                        super.link(id, material);
                    }
                }));
    }

    private static Stream<Mutant> closing() {
        return Stream.of(
                mutant(Rule.LIF_1, "makes links after close", clock -> new SmallRepository(clock) {
                    private boolean linking;

                    @Override
                    void link(AnchorId id, MaterialId material) {
                        linking = true;
                        super.link(id, material);
                    }

                    @Override
                    void requireOpen() {
                        if (linking) {
                            linking = false;
                        } else {
                            super.requireOpen();
                        }
                    }
                }),
                mutant(Rule.LIF_1, "removes links after close in silence", clock -> new SmallRepository(clock) {
                    @Override
                    void unlink(AnchorId id, MaterialId material) {
                        if (!isClosed()) {
                            super.unlink(id, material);
                        }
                    }
                }),
                mutant(Rule.LIF_1, "waits at close for links under way", clock -> new SmallRepository(clock) {
                    @Override
                    public void close() {
                        synchronized (this) {
                            super.close();
                        }
                    }
                }),
                mutant(Rule.LIF_1, "refuses a link under way at close", clock -> new SmallRepository(clock) {
                    @Override
                    Anchor linked(Anchor anchor, MaterialId material) {
                        Anchor linked = super.linked(anchor, material);
                        requireOpen();
                        return linked;
                    }
                }));
    }

    private static Stream<Mutant> failures() {
        return Stream.of(
                mutant(
                        Rule.FAI_1,
                        "throws NoSuchElementException for a link to an unknown anchor",
                        missing(Operation.ASSOCIATE, (repository, id, material) -> {
                            throw new NoSuchElementException(id.value());
                        })),
                mutant(
                        Rule.FAI_1,
                        "makes links where the service is disconnected",
                        clock -> new SmallRepository(clock) {
                            @Override
                            void requireService(Operation operation) {
                                if (operation != Operation.ASSOCIATE) {
                                    super.requireService(operation);
                                }
                            }
                        }),
                mutant(
                        Rule.FAI_2,
                        "has removed links when a link fails",
                        missing(Operation.ASSOCIATE, (repository, id, material) -> {
                            Mistakes.changeAll(
                                    repository,
                                    anchor -> anchor.toBuilder()
                                            .unlink(Rules.ASSET)
                                            .build());
                            throw notFound(Operation.ASSOCIATE, id);
                        })),
                mutant(
                        Rule.FAI_3,
                        "names disassociate when a link to an unknown anchor fails",
                        missing(Operation.ASSOCIATE, (repository, id, material) -> {
                            throw notFound(Operation.DISASSOCIATE, id);
                        })),
                mutant(
                        Rule.FAI_3,
                        "names disassociate when a disconnected link fails",
                        clock -> new SmallRepository(clock) {
                            @Override
                            void requireService(Operation operation) {
                                try {
                                    super.requireService(operation);
                                } catch (ConnectionFailedException failure) {
                                    throw new ConnectionFailedException(
                                            Operation.DISASSOCIATE,
                                            failure.effect(),
                                            "the map is out of reach",
                                            failure);
                                }
                            }
                        }));
    }

    private static Stream<Mutant> interrupts() {
        return Stream.of(
                mutant(Rule.FAI_4, "clears the interrupt flag in a link", interrupted((repository, operation) -> {})),
                mutant(
                        Rule.FAI_4,
                        "fails in its own words when a link is interrupted",
                        interrupted((repository, operation) -> {
                            Thread.currentThread().interrupt();
                            throw new UncheckedIOException(new InterruptedIOException());
                        })),
                mutant(Rule.FAI_4, "is closed by an interrupted link", interrupted((repository, operation) -> {
                    Thread.currentThread().interrupt();
                    repository.close();
                    throw new InterruptedCallException(operation, Effect.NONE, null);
                })));
    }

    /** A repository that makes a mistake when its thread is interrupted while it makes a link. */
    private static Function<InstantSource, AnchorRepository> interrupted(
            BiConsumer<SmallRepository, Operation> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            void requireService(Operation operation) {
                super.requireService(operation);
                for (int look = 0; operation == Operation.ASSOCIATE && look < 200; look++) {
                    if (Thread.interrupted()) {
                        mistake.accept(this, operation);
                        return;
                    }
                    Thread.yield();
                }
            }
        };
    }
}
