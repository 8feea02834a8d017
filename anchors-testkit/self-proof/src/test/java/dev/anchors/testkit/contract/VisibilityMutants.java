package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.ports.Transferables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Second set: repositories that show an earlier state to a thread, after a change or after close. */
final class VisibilityMutants {

    private VisibilityMutants() {}

    static Stream<Mutant> all() {
        return Stream.concat(threads(), caches());
    }

    private static Stream<Mutant> threads() {
        return Stream.of(
                new Mutant(
                        Rule.CON_3,
                        "finds for a thread what that thread found before a change by another",
                        clock -> new Racing(clock) {
                            private final ThreadLocal<Map<AnchorId, Optional<Anchor>>> found =
                                    ThreadLocal.withInitial(HashMap::new);

                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                return found.get().computeIfAbsent(id, super::find);
                            }

                            @Override
                            void put(Anchor anchor) {
                                found.get().clear();
                                super.put(anchor);
                            }

                            @Override
                            void remove(Anchor anchor) {
                                found.get().clear();
                                super.remove(anchor);
                            }
                        }),
                new Mutant(
                        Rule.CON_3,
                        "shows a new anchor only to the thread that created it until the next change",
                        clock -> new Racing(clock) {
                            private @Nullable Anchor fresh;
                            private Thread creator = Thread.currentThread();

                            @Override
                            void put(Anchor anchor) {
                                fresh = anchors.containsKey(anchor.id()) ? null : anchor;
                                creator = Thread.currentThread();
                                super.put(anchor);
                            }

                            @Override
                            void remove(Anchor anchor) {
                                fresh = null;
                                super.remove(anchor);
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Anchors all = super.snapshot(transferables);
                                Anchor hidden = fresh;
                                return hidden == null || creator == Thread.currentThread()
                                        ? all
                                        : Anchors.of(all.stream()
                                                .filter(anchor -> !anchor.id().equals(hidden.id()))
                                                .toList());
                            }
                        }),
                new Mutant(
                        Rule.CON_3,
                        "shows a thread the first snapshot after its own last change",
                        clock -> new Racing(clock) {
                            private final ThreadLocal<Optional<Anchors>> seen =
                                    ThreadLocal.withInitial(Optional::empty);

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                if (seen.get().isEmpty()) {
                                    seen.set(Optional.of(super.snapshot(transferables)));
                                }
                                return seen.get().orElseThrow();
                            }

                            @Override
                            void remove(Anchor anchor) {
                                seen.set(Optional.empty());
                                super.remove(anchor);
                            }

                            @Override
                            void put(Anchor anchor) {
                                seen.set(Optional.empty());
                                super.put(anchor);
                            }
                        }));
    }

    private static Stream<Mutant> caches() {
        return Stream.of(
                new Mutant(
                        Rule.FIN_1,
                        "still finds a deleted anchor that was found before",
                        clock -> new SmallRepository(clock) {
                            private final Map<AnchorId, Anchor> found = new HashMap<>();

                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                super.find(id).ifPresent(anchor -> found.put(id, anchor));
                                return Optional.ofNullable(found.get(id));
                            }
                        }),
                new Mutant(Rule.FIN_1, "still finds a removed link", clock -> new SmallRepository(clock) {
                    private final Map<AnchorId, Anchor> found = new HashMap<>();

                    @Override
                    public Optional<Anchor> find(AnchorId id) {
                        return super.find(id).map(anchor -> found.computeIfAbsent(id, key -> anchor));
                    }
                }),
                new Mutant(
                        Rule.FIN_1, "finds nothing after it found nothing once", clock -> new SmallRepository(clock) {
                            private boolean missed;

                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                Optional<Anchor> found = missed ? Optional.empty() : super.find(id);
                                missed |= super.find(id).isEmpty();
                                return found;
                            }
                        }),
                new Mutant(Rule.SNA_5, "streams the last snapshot", clock -> new SmallRepository(clock) {
                    private List<Anchor> last = List.of();

                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        Anchors anchors = super.snapshot(transferables);
                        last = anchors.asList();
                        return anchors;
                    }

                    @Override
                    public Stream<Anchor> stream(Transferables transferables) {
                        Anchors now = super.snapshot(transferables);
                        return last.isEmpty() ? now.stream() : last.stream();
                    }
                }),
                new Mutant(
                        Rule.DIS_1, "shows a removed link until the next change", clock -> new SmallRepository(clock) {
                            private @Nullable Anchor late;

                            @Override
                            public void disassociate(AnchorId id, AssetId asset) {
                                Anchor before = anchors.get(Objects.requireNonNull(id));
                                super.disassociate(id, asset);
                                late = before;
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Anchors all = super.snapshot(transferables);
                                Anchor old = late;
                                return old == null
                                        ? all
                                        : Anchors.of(all.stream()
                                                .map(anchor -> anchor.id().equals(old.id())
                                                        ? shown(old, transferables)
                                                        : anchor)
                                                .toList());
                            }
                        }),
                new Mutant(
                        Rule.LIF_1, "still shows the last snapshot after close", clock -> new SmallRepository(clock) {
                            private @Nullable Anchors last;

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Objects.requireNonNull(transferables);
                                Anchors cached = last;
                                if (isClosed() && cached != null) {
                                    return cached;
                                }
                                last = super.snapshot(transferables);
                                return last;
                            }
                        }));
    }
}
