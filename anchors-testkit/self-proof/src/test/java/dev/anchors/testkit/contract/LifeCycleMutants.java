package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;

/** Repositories that close wrongly, or lose anchors. */
final class LifeCycleMutants {

    private LifeCycleMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(closed(), waiting(), stillOpen(), underWay(), lost()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> closed() {
        return Stream.of(
                new Mutant(Rule.LIF_1, "fails when it is closed twice", clock -> new SmallRepository(clock) {
                    @Override
                    public void close() {
                        requireOpen();
                        super.close();
                    }
                }),
                new Mutant(Rule.LIF_1, "ignores close", clock -> new SmallRepository(clock) {
                    @Override
                    public void close() {}
                }),
                new Mutant(
                        Rule.LIF_1,
                        "throws ConnectionFailedException after close",
                        clock -> new SmallRepository(clock) {
                            @Override
                            void requireOpen() {
                                try {
                                    super.requireOpen();
                                } catch (IllegalStateException closed) {
                                    throw new ConnectionFailedException(
                                            Operation.SNAPSHOT, Effect.NONE, "it is closed", closed);
                                }
                            }
                        }),
                new Mutant(
                        Rule.LIF_1,
                        "throws NullPointerException from a call that is under way at close",
                        clock -> new SmallRepository(clock) {
                            private final Gate finding = new Gate(1);
                            private final Gate closed = new Gate(1);

                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                requireOpen();
                                finding.arrive();
                                closed.pass();
                                try {
                                    return super.find(id);
                                } catch (IllegalStateException gone) {
                                    throw new NullPointerException();
                                }
                            }

                            @Override
                            public void close() {
                                finding.pass();
                                super.close();
                                closed.arrive();
                            }
                        }));
    }

    private static Stream<Mutant> waiting() {
        return Stream.of(
                new Mutant(Rule.LIF_1, "waits at close for calls under way", clock -> new SmallRepository(clock) {
                    @Override
                    public void close() {
                        synchronized (this) {
                            super.close();
                        }
                    }
                }),
                new Mutant(
                        Rule.LIF_1,
                        "waits at close for deletes under way by a semaphore",
                        clock -> new SmallRepository(clock) {
                            private final Semaphore underWay = new Semaphore(1);

                            @Override
                            void remove(Anchor anchor) {
                                underWay.acquireUninterruptibly();
                                Objects.requireNonNull(clock.instant()); // where a call can be kept under way
                                super.remove(anchor);
                                underWay.release();
                            }

                            @Override
                            public void close() {
                                underWay.acquireUninterruptibly();
                                super.close();
                                underWay.release();
                            }
                        }),
                new Mutant(Rule.LIF_1, "waits at close for open streams", clock -> new SmallRepository(clock) {
                    private final ReentrantLock open = new ReentrantLock();

                    @Override
                    public Stream<Anchor> stream(Transferables transferables) {
                        Stream<Anchor> stream = super.stream(transferables);
                        open.lock();
                        return stream.onClose(open::unlock);
                    }

                    @Override
                    public void close() {
                        open.lock();
                        try {
                            super.close();
                        } finally {
                            open.unlock();
                        }
                    }
                }),
                new Mutant(
                        Rule.LIF_1,
                        "throws NoSuchElementException from a stream that is open at close",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Stream<Anchor> stream(Transferables transferables) {
                                return super.stream(transferables).peek(anchor -> {
                                    if (isClosed()) {
                                        throw new NoSuchElementException();
                                    }
                                });
                            }
                        }));
    }

    private static Stream<Mutant> underWay() {
        return Stream.of(
                new Mutant(
                        Rule.LIF_1,
                        "throws IllegalStateException from a call that is under way at close",
                        clock -> new SmallRepository(clock) {
                            @Override
                            void put(Anchor anchor) {
                                requireOpen();
                                super.put(anchor);
                            }
                        }),
                new Mutant(
                        Rule.LIF_1,
                        "checks that it is open only when a stream is read",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Stream<Anchor> stream(Transferables transferables) {
                                Objects.requireNonNull(transferables, "transferables");
                                return Stream.of(transferables).flatMap(super::stream);
                            }
                        }),
                new Mutant(
                        Rule.LIF_1,
                        "fails when two threads close it at the same time",
                        clock -> new SmallRepository(clock) {
                            private final Gate closing = new Gate(2);
                            private int closers;

                            @Override
                            public void close() {
                                synchronized (this) {
                                    closers++;
                                }
                                closing.arriveAndPass();
                                super.close();
                                synchronized (this) {
                                    if (--closers > 0) {
                                        throw new IllegalStateException("another thread is closing");
                                    }
                                }
                            }
                        }));
    }

    private static Stream<Mutant> lost() {
        return Stream.of(
                new Mutant(
                        Rule.LIF_2, "removes anchors that are older than a year", clock -> new SmallRepository(clock) {
                            @Override
                            void requireService(Operation operation) {
                                super.requireService(operation);
                                Instant limit = clock.instant().minus(Duration.ofDays(365));
                                anchors.values()
                                        .removeIf(anchor ->
                                                anchor.created().value().isBefore(limit));
                            }
                        }),
                new Mutant(
                        Rule.LIF_2,
                        "removes an anchor that was found a hundred times",
                        clock -> new SmallRepository(clock) {
                            private final Map<AnchorId, Integer> reads = new HashMap<>();

                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                Optional<Anchor> found = super.find(id);
                                if (reads.merge(id, 1, Integer::sum) == 100) {
                                    anchors.remove(id);
                                }
                                return found;
                            }
                        }));
    }

    private static Stream<Mutant> stillOpen() {
        return Stream.of(
                new Mutant(Rule.LIF_1, "creates after close", closing(Operation.CREATE)),
                new Mutant(Rule.LIF_1, "shows a snapshot after close", closing(Operation.SNAPSHOT)),
                new Mutant(Rule.LIF_1, "streams after close", closing(Operation.STREAM)),
                new Mutant(Rule.LIF_1, "finds after close", closing(Operation.FIND)),
                new Mutant(Rule.LIF_1, "deletes after close", closing(Operation.DELETE)),
                new Mutant(Rule.LIF_1, "removes links after close", closing(Operation.DISASSOCIATE)));
    }

    /** A repository of which one operation works after close. */
    private static Function<InstantSource, AnchorRepository> closing(Operation open) {
        return clock -> new SmallRepository(clock) {
            private boolean worksAfterClose;

            @Override
            void requireOpen() {
                if (!worksAfterClose) {
                    super.requireOpen();
                }
            }

            private void begin(Operation operation) {
                worksAfterClose = operation == open;
            }

            @Override
            public Anchor create(SeededAnchor seed, Transferables transferables) {
                begin(Operation.CREATE);
                return super.create(seed, transferables);
            }

            @Override
            public Anchors snapshot(Transferables transferables) {
                begin(Operation.SNAPSHOT);
                return super.snapshot(transferables);
            }

            @Override
            public Stream<Anchor> stream(Transferables transferables) {
                begin(Operation.STREAM);
                return super.snapshot(transferables).stream();
            }

            @Override
            public Optional<Anchor> find(AnchorId id) {
                begin(Operation.FIND);
                return super.find(id);
            }

            @Override
            public void delete(AnchorId id) {
                begin(Operation.DELETE);
                super.delete(id);
            }

            @Override
            public void disassociate(AnchorId id, AssetId asset) {
                begin(Operation.DISASSOCIATE);
                super.disassociate(id, asset);
            }
        };
    }
}
