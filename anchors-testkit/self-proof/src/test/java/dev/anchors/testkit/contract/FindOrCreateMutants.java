package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Repositories that find or create the wrong anchors. */
final class FindOrCreateMutants {

    private static final Comparator<Anchor> OLDEST_FIRST = Comparator.comparing(Anchor::createdAt);

    private FindOrCreateMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(found(), created(), circumstances()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> found() {
        return Stream.of(
                new Mutant(Rule.FOC_1, "creates an anchor of a path that has one", finding((anchor, seed) -> false)),
                new Mutant(
                        Rule.FOC_1,
                        "compares paths as they are written",
                        finding((anchor, seed) ->
                                anchor.type() == seed.type() && anchor.paths().contains(seed.fullpath()))),
                new Mutant(
                        Rule.FOC_1,
                        "finds an anchor of another type",
                        finding((anchor, seed) ->
                                anchor.paths().contains(seed.fullpath().normalized()))),
                new Mutant(
                        Rule.FOC_1,
                        "ignores the case of paths when it finds or creates",
                        finding((anchor, seed) -> anchor.type() == seed.type()
                                && anchor.paths().stream()
                                        .anyMatch(path -> lower(path.value())
                                                .equals(lower(seed.fullpath()
                                                        .normalized()
                                                        .value()))))),
                new Mutant(Rule.FOC_1, "finds the youngest anchor of a path", clock -> new Finding(clock) {
                    @Override
                    Optional<Anchor> oldest(Stream<Anchor> matching) {
                        return matching.max(OLDEST_FIRST);
                    }
                }),
                new Mutant(
                        Rule.FOC_1, "finds the anchor of a path that was changed first", clock -> new Finding(clock) {
                            @Override
                            Optional<Anchor> oldest(Stream<Anchor> matching) {
                                return matching.min(Comparator.comparing(Anchor::updatedAt));
                            }
                        }),
                new Mutant(
                        Rule.FOC_1,
                        "links the asset of the seed to an anchor that it finds",
                        clock -> new Finding(clock) {
                            @Override
                            Anchor found(Anchor anchor, SeededAnchor seed) {
                                Anchor.Builder linked = anchor.toBuilder();
                                seed.asset().ifPresent(linked::link);
                                put(linked.build());
                                return linked.build();
                            }
                        }),
                new Mutant(
                        Rule.FOC_1,
                        "returns the name of the seed with an anchor that it finds",
                        clock -> new Finding(clock) {
                            @Override
                            Anchor found(Anchor anchor, SeededAnchor seed) {
                                return anchor.toBuilder()
                                        .name(seed.name().orElse(null))
                                        .build();
                            }
                        }));
    }

    private static Stream<Mutant> created() {
        return Stream.of(
                new Mutant(
                        Rule.FOC_2,
                        "creates an anchor of the path alone if it finds none",
                        clock -> new Finding(clock) {
                            @Override
                            Anchor created(SeededAnchor seed) {
                                return create(SeededAnchor.builder(seed.type(), seed.fullpath())
                                        .rawType(seed.rawType())
                                        .build());
                            }
                        }),
                new Mutant(
                        Rule.FOC_2,
                        "returns an anchor that it does not store if it finds none",
                        clock -> new Finding(clock) {
                            @Override
                            Anchor created(SeededAnchor seed) {
                                return made(seed);
                            }
                        }),
                new Mutant(Rule.FOC_2, "returns no details of an anchor that it creates", clock -> new Finding(clock) {
                    @Override
                    Anchor created(SeededAnchor seed) {
                        return create(seed, Transferables.OMITTED);
                    }
                }));
    }

    private static Stream<Mutant> circumstances() {
        return Stream.of(
                new Mutant(Rule.ARG_1, "accepts null in findOrCreate", clock -> new Finding(clock) {
                    @Override
                    public Anchor findOrCreate(@Nullable SeededAnchor seed) {
                        return super.findOrCreate(seed == null ? SeededAnchor.file("/null") : seed);
                    }
                }),
                new Mutant(Rule.LIF_1, "finds the last anchor that it found after close", clock -> new Finding(clock) {
                    private @Nullable Anchor last;

                    @Override
                    public synchronized Anchor findOrCreate(SeededAnchor seed) {
                        if (isClosed() && last != null) {
                            return last;
                        }
                        last = super.findOrCreate(seed);
                        return last;
                    }
                }),
                new Mutant(
                        Rule.FOC_3,
                        "looks for an anchor and creates it while other threads do",
                        clock -> new Racing(clock) {
                            @Override
                            public Anchor findOrCreate(SeededAnchor seed) {
                                List<Anchor> found =
                                        FindOrCreate.oldest(snapshot().asList(), seed);
                                gap();
                                return found.isEmpty() ? create(seed) : found.get(0);
                            }
                        }),
                new Mutant(
                        Rule.FOC_4, "creates once more when an interrupt ended a create", clock -> new Finding(clock) {
                            @Override
                            Anchor created(SeededAnchor seed) {
                                try {
                                    Anchor anchor = create(seed);
                                    if (Thread.currentThread().isInterrupted()) {
                                        throw new InterruptedCallException(Operation.CREATE, Effect.UNKNOWN, null);
                                    }
                                    return anchor;
                                } catch (InterruptedCallException failure) {
                                    return create(seed);
                                }
                            }
                        }));
    }

    private static String lower(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    private static Function<InstantSource, AnchorRepository> finding(BiPredicate<Anchor, SeededAnchor> matches) {
        return clock -> new Finding(clock) {
            @Override
            boolean matches(Anchor anchor, SeededAnchor seed) {
                return matches.test(anchor, seed);
            }
        };
    }

    /** Finds or creates in one step, in parts that a broken repository overrides. */
    private static class Finding extends SmallRepository {

        Finding(InstantSource clock) {
            super(clock);
        }

        @Override
        public Anchor findOrCreate(SeededAnchor seed) {
            Objects.requireNonNull(seed, "seed");
            synchronized (this) {
                Stream<Anchor> all = snapshot().stream();
                return oldest(all.filter(anchor -> matches(anchor, seed)))
                        .map(anchor -> found(anchor, seed))
                        .orElseGet(() -> created(seed));
            }
        }

        boolean matches(Anchor anchor, SeededAnchor seed) {
            return anchor.type() == seed.type()
                    && anchor.paths().contains(seed.fullpath().normalized());
        }

        Optional<Anchor> oldest(Stream<Anchor> matching) {
            return matching.min(OLDEST_FIRST);
        }

        @SuppressWarnings("UnusedVariable") // broken repositories use the seed
        Anchor found(Anchor anchor, SeededAnchor seed) {
            return anchor;
        }

        Anchor created(SeededAnchor seed) {
            return create(seed);
        }
    }
}
