package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** Places where correct links are given one mistake. */
final class LinkMistakes {

    private LinkMistakes() {}

    /** What becomes of an anchor whose link was made or removed. */
    interface Change {
        Anchor apply(SmallRepository repository, Anchor before, Anchor after, MaterialId material);
    }

    /** What is done instead of a call. */
    interface Call {
        void accept(SmallRepository repository, AnchorId anchor, MaterialId material);
    }

    /** What linkedTo of a snapshot gives. */
    interface LookUp {
        List<Anchor> linkedTo(Anchors snapshot, MaterialId material);
    }

    /** Makes something else of an anchor that gets a link. */
    static Function<InstantSource, AnchorRepository> linking(Change mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            Anchor linked(Anchor anchor, MaterialId material) {
                return mistake.apply(this, anchor, super.linked(anchor, material), material);
            }
        };
    }

    /** Makes something else of an anchor that loses a link. */
    static Function<InstantSource, AnchorRepository> unlinking(Change mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            Anchor withoutLink(Anchor anchor, MaterialId material) {
                return mistake.apply(this, anchor, super.withoutLink(anchor, material), material);
            }
        };
    }

    /** Does something else where an anchor has the link already. */
    static Function<InstantSource, AnchorRepository> linkingAgain(Call mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            void link(AnchorId id, MaterialId material) {
                if (hasLink(this, id, material)) {
                    mistake.accept(this, id, material);
                } else {
                    super.link(id, material);
                }
            }
        };
    }

    /** Does something else where an anchor lacks the link that is to be removed. */
    static Function<InstantSource, AnchorRepository> unlinkingAgain(Call mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            void unlink(AnchorId id, MaterialId material) {
                if (anchors.containsKey(id) && material != null && !hasLink(this, id, material)) {
                    mistake.accept(this, id, material);
                } else {
                    super.unlink(id, material);
                }
            }
        };
    }

    /** Does something more than it should where an anchor does not exist, and then something else than it should. */
    static Function<InstantSource, AnchorRepository> missing(Operation operation, Call mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            void link(AnchorId id, MaterialId material) {
                if (operation == Operation.ASSOCIATE && isMissing(id, material)) {
                    mistake.accept(this, id, material);
                } else {
                    super.link(id, material);
                }
            }

            @Override
            void unlink(AnchorId id, MaterialId material) {
                if (operation == Operation.DISASSOCIATE && isMissing(id, material)) {
                    mistake.accept(this, id, material);
                } else {
                    super.unlink(id, material);
                }
            }

            private boolean isMissing(AnchorId id, MaterialId material) {
                return id != null && material != null && !isClosed() && !anchors.containsKey(id);
            }
        };
    }

    /** Looks for linked anchors in another way. */
    static Function<InstantSource, AnchorRepository> lookingUp(LookUp mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            public Anchors snapshot(Transferables transferables) {
                return LinkMistakes.lookingUp(super.snapshot(transferables), mistake);
            }
        };
    }

    /** Returns a snapshot in which linked anchors are looked for in another way. */
    static Anchors lookingUp(Anchors anchors, LookUp mistake) {
        return Anchors.over(new View(() -> anchors) {
            @Override
            public List<Anchor> linkedTo(MaterialId material) {
                return mistake.linkedTo(anchors, material);
            }
        });
    }

    static boolean hasLink(SmallRepository repository, AnchorId id, MaterialId material) {
        Anchor anchor = repository.anchors.get(id);
        return anchor != null && material != null && anchor.links().contains(material);
    }

    static AnchorNotFoundException notFound(Operation operation, AnchorId id) {
        return new AnchorNotFoundException(operation, id);
    }
}
