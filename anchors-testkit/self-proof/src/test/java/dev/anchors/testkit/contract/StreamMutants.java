package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.Transferables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Repositories whose streams differ from their snapshots. */
final class StreamMutants {

    private StreamMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(streams(), open()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> streams() {
        return Stream.of(
                new Mutant(Rule.SNA_5, "streams all anchors but the first", streaming(anchors -> anchors.skip(1))),
                new Mutant(Rule.SNA_5, "streams only one page", streaming(anchors -> anchors.limit(8))),
                new Mutant(Rule.SNA_5, "streams the first anchor twice", streaming(anchors -> {
                    List<Anchor> all = anchors.toList();
                    return Stream.concat(all.stream().limit(1), all.stream());
                })),
                new Mutant(Rule.SNA_5, "streams in reverse order", streaming(anchors -> {
                    List<Anchor> all = new ArrayList<>(anchors.toList());
                    Collections.reverse(all);
                    return all.stream();
                })),
                new Mutant(
                        Rule.SNA_5,
                        "streams details of points although they are omitted",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Stream<Anchor> stream(Transferables transferables) {
                                return super.stream(Transferables.INCLUDED);
                            }
                        }),
                new Mutant(
                        Rule.SNA_5,
                        "streams without details of points",
                        streaming(anchors -> anchors.map(SmallRepository::bare))),
                new Mutant(
                        Rule.SNA_5,
                        "keeps a cursor for each stream that is not read to its end",
                        clock -> new SmallRepository(clock) {
                            private final AtomicInteger cursors = new AtomicInteger();

                            @Override
                            public Stream<Anchor> stream(Transferables transferables) {
                                if (cursors.incrementAndGet() > 20) {
                                    throw new ServiceFailedException(
                                            Operation.STREAM, Effect.NONE, OptionalInt.of(500), "no cursor", null);
                                }
                                Stream<Anchor> end = Stream.of(0).flatMap(walked -> {
                                    cursors.decrementAndGet();
                                    return Stream.empty();
                                });
                                return Stream.concat(super.stream(transferables), end);
                            }
                        }),
                new Mutant(
                        Rule.SNA_5, "continues where the last stream was closed", clock -> new SmallRepository(clock) {
                            private Iterator<Anchor> left = Collections.emptyIterator();

                            @Override
                            public Stream<Anchor> stream(Transferables transferables) {
                                left = left.hasNext()
                                        ? left
                                        : super.stream(transferables).iterator();
                                return Stream.generate(() -> left)
                                        .takeWhile(Iterator::hasNext)
                                        .map(Iterator::next);
                            }
                        }));
    }

    private static Stream<Mutant> open() {
        return Stream.of(
                new Mutant(
                        Rule.SNA_5,
                        "reads anchors while a stream is read but claims that a stream is a snapshot",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Stream<Anchor> stream(Transferables transferables) {
                                return snapshot(transferables).stream()
                                        .map(anchor -> anchors.getOrDefault(anchor.id(), anchor))
                                        .map(anchor -> shown(anchor, transferables));
                            }
                        }),
                new Mutant(
                        Rule.SNA_5,
                        "ends streams when it is closed but claims that a stream is a snapshot",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Stream<Anchor> stream(Transferables transferables) {
                                return super.stream(transferables).peek(anchor -> requireOpen());
                            }
                        }),
                new Mutant(Rule.SNA_5, "makes others wait while a stream is open", clock -> new SmallRepository(clock) {
                    private final ReentrantLock open = new ReentrantLock();

                    @Override
                    public Stream<Anchor> stream(Transferables transferables) {
                        open.lock();
                        return super.stream(transferables).onClose(open::unlock);
                    }

                    @Override
                    public void delete(AnchorId id) {
                        open.lock();
                        try {
                            super.delete(id);
                        } finally {
                            open.unlock();
                        }
                    }
                }));
    }

    private static Function<InstantSource, AnchorRepository> streaming(UnaryOperator<Stream<Anchor>> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            public Stream<Anchor> stream(Transferables transferables) {
                return mistake.apply(super.stream(transferables));
            }
        };
    }
}
