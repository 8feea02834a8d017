package dev.anchors.ports;

/** An operation of {@link AnchorRepository}, of a role such as {@link AnchorLinks}, or of an adapter, as a failure names it. */
public enum Operation {
    /** {@link AnchorRepository#create(dev.anchors.domain.SeededAnchor, Transferables)}. */
    CREATE(true, "the seed, "),
    /** {@link AnchorRepository#snapshot(Transferables)}. */
    SNAPSHOT(false, "", ", omit the transferables or use stream()"),
    /** {@link AnchorRepository#stream(Transferables)}. */
    STREAM(false, "", " or omit the transferables"),
    /** {@link AnchorRepository#find(dev.anchors.domain.AnchorId, Transferables)}. */
    FIND(false, "the id, "),
    /** {@link AnchorRepository#delete(dev.anchors.domain.AnchorId)}. */
    DELETE(true, "the id, "),
    /**
     * {@link AnchorRepository#disassociate(dev.anchors.domain.AnchorId, dev.anchors.domain.AssetId)} and
     * {@link AnchorLinks#disassociate(dev.anchors.domain.AnchorId, dev.anchors.domain.MaterialId)}.
     */
    DISASSOCIATE(true, "the ids, "),
    /** {@link AnchorLinks#associate(dev.anchors.domain.AnchorId, dev.anchors.domain.MaterialId)}. */
    ASSOCIATE(true, "the ids, "),
    /** The look at the health of a service, which an adapter may offer beside the ports. */
    HEALTH(false, "");

    private final boolean changing;
    private final String refusable;
    private final String faster;

    /** Describes an operation for which a time-out has no other remedy than more time. */
    Operation(boolean changing, String refusable) {
        this(changing, refusable, "");
    }

    /**
     * Describes an operation.
     *
     * @param refusable the arguments that a service may refuse, followed by a comma; empty if there are none
     * @param faster what makes a call shorter, as the end of "allow more time"
     */
    Operation(boolean changing, String refusable, String faster) {
        this.changing = changing;
        this.refusable = refusable;
        this.faster = faster;
    }

    /** Returns whether the operation can change anchors. */
    public boolean isChanging() {
        return changing;
    }

    /**
     * Returns the effect of a call whose outcome is unknown: {@link Effect#UNKNOWN} for an operation that can change anchors,
     * {@link Effect#NONE} for one that reads.
     */
    public Effect effectWhenUnanswered() {
        return changing ? Effect.UNKNOWN : Effect.NONE;
    }

    /** Returns what to do about a refused call. */
    String adviceAfterRefusal() {
        return "check " + refusable + "the configuration and whether the service supports this operation";
    }

    /** Returns what to do about a call that took too long. */
    String adviceAfterTimeout() {
        return "allow more time" + faster;
    }
}
