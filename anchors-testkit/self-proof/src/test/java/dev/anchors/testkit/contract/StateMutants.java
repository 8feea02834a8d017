package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Mutant.making;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Repositories that are right for most values and in most states, and wrong for some. */
final class StateMutants {

    private static final Map<AnchorId, Anchor> FOUND = new ConcurrentHashMap<>(); // by all repositories

    private StateMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(values(), times(), forms(), closed()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> values() {
        return Stream.of(
                new Mutant(Rule.FIN_1, "shares a cache with other repositories", clock -> new SmallRepository(clock) {
                    @Override
                    public Optional<Anchor> find(AnchorId id) {
                        Optional<Anchor> found = super.find(id);
                        found.ifPresent(anchor -> FOUND.put(anchor.id(), anchor));
                        return found.or(() -> Optional.ofNullable(FOUND.get(id)));
                    }

                    @Override
                    void remove(Anchor anchor) {
                        super.remove(anchor);
                        FOUND.remove(anchor.id());
                    }
                }),
                new Mutant(
                        Rule.CRE_2,
                        "keeps no raw type that it does not know",
                        making((made, seed) -> made.type() == AnchorType.UNKNOWN
                                ? made.toBuilder().rawType("UNKNOWN").build()
                                : made)),
                new Mutant(
                        Rule.CRE_2,
                        "cuts names to 65,535 characters",
                        making((made, seed) -> made.toBuilder()
                                .name(made.name()
                                        .map(name -> name.substring(0, Math.min(65_535, name.length())))
                                        .orElse(null))
                                .build())),
                new Mutant(Rule.CRE_3, "links no seeded person", making((made, seed) -> {
                    Anchor.Builder changed = made.toBuilder();
                    seed.persons().forEach(changed::unlink);
                    return changed.build();
                })),
                new Mutant(
                        Rule.FOC_1, "compares types that it does not know as one", clock -> new SmallRepository(clock) {
                            @Override
                            public synchronized Anchor findOrCreate(SeededAnchor seed) {
                                return anchors.values().stream()
                                        .filter(anchor -> anchor.type() == seed.type()
                                                && anchor.paths()
                                                        .contains(
                                                                seed.fullpath().normalized()))
                                        .findFirst()
                                        .orElseGet(() -> create(seed));
                            }
                        }),
                new Mutant(
                        Rule.FAI_4,
                        "ends an interrupted create as one without effect, after it has created the anchor",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Anchor create(SeededAnchor seed, Transferables transferables) {
                                Anchor created = super.create(seed, transferables);
                                if (Thread.currentThread().isInterrupted()) {
                                    throw new InterruptedCallException(Operation.CREATE, Effect.NONE, null);
                                }
                                return created;
                            }
                        }),
                new Mutant(Rule.CRE_3, "takes assets with the same number for one", making((made, seed) -> {
                    Anchor.Builder changed = made.toBuilder();
                    made.assets().stream()
                            .filter(asset -> asset.value().matches("0\\d+"))
                            .forEach(asset -> changed.unlink(asset)
                                    .link(new AssetId(String.valueOf(Long.parseLong(asset.value())))));
                    return changed.build();
                })),
                new Mutant(Rule.FIN_1, "finds an anchor by its id and a blank", clock -> new SmallRepository(clock) {
                    @Override
                    public Optional<Anchor> find(AnchorId id) {
                        String text = id.value();
                        return super.find(
                                text.endsWith(" ") && !text.isBlank() ? new AnchorId(text.stripTrailing()) : id);
                    }
                }),
                new Mutant(Rule.CRE_5, "creates two anchors at each call", clock -> new SmallRepository(clock) {
                    @Override
                    Anchor made(SeededAnchor seed) {
                        put(super.made(seed));
                        return super.made(seed);
                    }
                }));
    }

    private static Stream<Mutant> times() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        return Stream.of(
                new Mutant(
                        Rule.CRE_4,
                        "keeps local times, of which one hour of a year is there twice",
                        timing(now -> LocalDateTime.ofInstant(now, berlin)
                                .atZone(berlin)
                                .toInstant())),
                new Mutant(
                        Rule.CRE_4,
                        "keeps 31 bits of the seconds",
                        timing(now -> now.minusSeconds(now.getEpochSecond() & ~0x7fff_ffffL))));
    }

    private static Function<InstantSource, AnchorRepository> timing(UnaryOperator<Instant> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            Instant now() {
                return mistake.apply(super.now());
            }
        };
    }

    private static Stream<Mutant> forms() {
        return Stream.of(
                new Mutant(
                        Rule.SNA_4,
                        "returns the snapshot that was taken last whatever the transferables",
                        clock -> new SmallRepository(clock) {
                            private @Nullable Anchors last;

                            @Override
                            public synchronized Anchors snapshot(Transferables transferables) {
                                Anchors taken = super.snapshot(transferables);
                                last = last == null ? taken : last;
                                return last;
                            }

                            @Override
                            void put(Anchor anchor) {
                                super.put(anchor);
                                last = null;
                            }

                            @Override
                            void remove(Anchor anchor) {
                                super.remove(anchor);
                                last = null;
                            }
                        }),
                new Mutant(
                        Rule.SNA_4,
                        "finds an anchor as it was found first whatever the transferables",
                        clock -> new SmallRepository(clock) {
                            private final Map<Anchor, Anchor> found = new HashMap<>();

                            @Override
                            public synchronized Optional<Anchor> find(AnchorId id, Transferables transferables) {
                                Optional<Anchor> whole = super.find(id, Transferables.INCLUDED);
                                return whole.map(anchor -> found.computeIfAbsent(
                                        anchor,
                                        absent -> super.find(id, transferables).orElseThrow()));
                            }
                        }));
    }

    private static Stream<Mutant> closed() {
        return Stream.of(
                new Mutant(
                        Rule.LIF_1,
                        "looks for an anchor before it asks whether it is closed",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public synchronized void delete(AnchorId id) {
                                if (!anchors.containsKey(id)) {
                                    throw new AnchorNotFoundException(Operation.DELETE, id);
                                }
                                super.delete(id);
                            }
                        }),
                new Mutant(Rule.LIF_1, "empties snapshots when it is closed", clock -> new SmallRepository(clock) {
                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        Anchors taken = super.snapshot(transferables);
                        return Anchors.over(new View(() -> isClosed() ? Anchors.of(List.of()) : taken));
                    }
                }));
    }
}
