package dev.anchors.ports;

/** An operation of {@link AnchorRepository} or {@link AnchorLinks}, as a failure names it. */
public enum Operation {
    /** {@link AnchorRepository#create(dev.anchors.domain.SeededAnchor, Transferables)}. */
    CREATE(true),
    /** {@link AnchorRepository#snapshot(Transferables)}. */
    SNAPSHOT(false),
    /** {@link AnchorRepository#stream(Transferables)}. */
    STREAM(false),
    /** {@link AnchorRepository#find(dev.anchors.domain.AnchorId, Transferables)}. */
    FIND(false),
    /** {@link AnchorRepository#delete(dev.anchors.domain.AnchorId)}. */
    DELETE(true),
    /**
     * {@link AnchorRepository#disassociate(dev.anchors.domain.AnchorId, dev.anchors.domain.AssetId)} and
     * {@link AnchorLinks#disassociate(dev.anchors.domain.AnchorId, dev.anchors.domain.MaterialId)}.
     */
    DISASSOCIATE(true),
    /** {@link AnchorLinks#associate(dev.anchors.domain.AnchorId, dev.anchors.domain.MaterialId)}. */
    ASSOCIATE(true);

    private final boolean changing;

    Operation(boolean changing) {
        this.changing = changing;
    }

    /** Returns whether the operation is there to change something. */
    public boolean isChanging() {
        return changing;
    }

    /**
     * The effect to report when the service may have had the request but no answer told the outcome: unknown for an
     * operation that changes something, none for one that reads.
     */
    public Effect effectWhenUnanswered() {
        return changing ? Effect.UNKNOWN : Effect.NONE;
    }
}
