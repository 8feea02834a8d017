package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.util.stream.Stream;

/** Repositories that mix up links if several threads change them; {@link OperationMutants} has those that lose links. */
final class LinkRaceMutants {

    private LinkRaceMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(
                new Mutant(
                        Rule.CON_1, "writes the links of an anchor back as it read them", clock -> new Racing(clock) {
                            @Override
                            void link(AnchorId id, MaterialId material) {
                                Anchor linked = linked(existing(Operation.ASSOCIATE, id), material);
                                twoAtOnce.arriveAndPass();
                                change(all -> all.replace(id, linked));
                            }
                        }),
                new Mutant(Rule.CON_2, "links an anchor that may be deleted meanwhile", clock -> new Racing(clock) {
                    @Override
                    void link(AnchorId id, MaterialId material) {
                        Anchor linked = linked(existing(Operation.ASSOCIATE, id), material);
                        gap();
                        change(all -> all.put(id, linked));
                    }
                }),
                new Mutant(
                        Rule.CON_2, "removes a link from an earlier state of the anchor", clock -> new Racing(clock) {
                            @Override
                            void unlink(AnchorId id, MaterialId material) {
                                Anchor before = existing(Operation.DISASSOCIATE, id);
                                gap();
                                change(all -> all.computeIfPresent(id, (key, anchor) -> withoutLink(before, material)));
                            }
                        }),
                new Mutant(
                        Rule.CON_3, "finds linked anchors in a copy that is renewed later", clock -> new Racing(clock) {
                            private volatile Anchors copy = Anchors.empty();
                            private int snapshots;

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Anchors all = super.snapshot(transferables);
                                if (snapshots++ % 3 == 0) {
                                    copy = all;
                                }
                                Anchors known = copy;
                                return LinkMistakes.lookingUp(all, (anchors, material) -> known.linkedTo(material));
                            }
                        }),
                new Mutant(Rule.CON_3, "shows a new link to some threads before others", clock -> new Racing(clock) {
                    private final ThreadLocal<Anchors> seen = ThreadLocal.withInitial(Anchors::empty);

                    @Override
                    void link(AnchorId id, MaterialId material) {
                        super.link(id, material);
                        seen.remove();
                    }

                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        Anchors all = super.snapshot(transferables);
                        Anchors earlier = seen.get();
                        seen.set(all);
                        return earlier.size() == all.size() ? earlier : all;
                    }
                }));
    }
}
