package dev.anchors.testkit;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.internal.Roles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A repository whose calls fail or wait on demand. Other calls are passed on to the repository behind it. Tests of an
 * application use it to test the handling of failures without HTTP.
 *
 * <pre>{@code
 * FailingAnchorRepository anchors = FailingAnchorRepository.over(InMemoryAnchorRepository.create());
 *
 * anchors.on(CREATE).failBefore(new ConnectionFailedException(CREATE, NONE, "connection refused", null));
 * anchors.on(DELETE).times(2).failAfter(new TimedOutException(DELETE, UNKNOWN, Duration.ofSeconds(5), null));
 * anchors.on(SNAPSHOT).always().waitFor(latch);
 *
 * assertThat(anchors.calls()).containsExactly(RecordedCall.of(DELETE, anchor));
 * }</pre>
 *
 * <p>The roles of the repository behind it fail by the same script and are recorded with its calls. Where that repository is no
 * {@link FullAnchorRepository}, the method of a role throws {@link UnsupportedOperationException}.
 *
 * <p>{@link #findOrCreate} is a snapshot and, if there is no such anchor, a create, as over HTTP: {@code on(SNAPSHOT)} and
 * {@code on(CREATE)} are for them.
 *
 * <p>A call uses up the oldest stubbing of its operation. {@link #pending()} returns the operations of the stubbings that no
 * call has used up. {@link #close} is passed on and cannot fail.
 *
 * <p>Thread-safe: two calls never use up the same failure. Null arguments are rejected with {@link NullPointerException};
 * such a call is not recorded and uses up nothing.
 */
public final class FailingAnchorRepository implements FullAnchorRepository {

    private final AnchorRepository anchors;
    private final CallScript script = new CallScript();
    private final Optional<AnchorLinks> links;

    private FailingAnchorRepository(AnchorRepository anchors) {
        this.anchors = Objects.requireNonNull(anchors, "anchors");
        links = Roles.find(anchors, FullAnchorRepository::links).map(role -> new FailingAnchorLinks(role, script));
    }

    /**
     * Returns a repository that passes its calls on to {@code anchors}, and those of its roles if {@code anchors} is a
     * {@link FullAnchorRepository}.
     */
    public static FailingAnchorRepository over(AnchorRepository anchors) {
        return new FailingAnchorRepository(anchors);
    }

    /** Returns a stubbing of the next call of {@code operation}. */
    public CallStubbing on(Operation operation) {
        if (operation == Operation.HEALTH) {
            throw new IllegalArgumentException("HEALTH is an operation of an adapter, and no port has it");
        }
        return new CallStubbing(operation, script);
    }

    /**
     * Returns an immutable list with the operation of each scripted call that was not made, oldest stubbing first. Stubbings
     * with {@link CallStubbing#always} are left out.
     */
    public List<Operation> pending() {
        return script.pending();
    }

    /** Returns an immutable list of all calls so far, oldest first. A call is recorded before its effect. */
    public List<RecordedCall> calls() {
        return script.calls();
    }

    /** Discards all stubbings and all recorded calls in one atomic step. Calls that are under way go on. */
    public void reset() {
        script.clear();
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(transferables, "transferables");
        return script.run(
                RecordedCall.of(Operation.CREATE, seed, transferables), () -> anchors.create(seed, transferables));
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return script.run(RecordedCall.of(Operation.SNAPSHOT, transferables), () -> anchors.snapshot(transferables));
    }

    /** Fails or waits before a stream is returned. A returned stream is that of the repository behind this one. */
    @Override
    public Stream<Anchor> stream(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return script.run(RecordedCall.of(Operation.STREAM, transferables), () -> anchors.stream(transferables));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        return script.run(RecordedCall.of(Operation.FIND, anchor, Transferables.INCLUDED), () -> anchors.find(anchor));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor, Transferables transferables) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(transferables, "transferables");
        return script.run(
                RecordedCall.of(Operation.FIND, anchor, transferables), () -> anchors.find(anchor, transferables));
    }

    @Override
    public void delete(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        script.run(RecordedCall.of(Operation.DELETE, anchor), () -> {
            anchors.delete(anchor);
            return anchor;
        });
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(asset, "asset");
        script.run(RecordedCall.of(Operation.DISASSOCIATE, anchor, asset), () -> {
            anchors.disassociate(anchor, asset);
            return anchor;
        });
    }

    /**
     * Returns the links of the repository behind this one: always the same view. {@code on(DISASSOCIATE)} is for disassociate
     * of the links and of this repository.
     *
     * @throws UnsupportedOperationException if the repository behind this one is no {@link FullAnchorRepository}
     */
    @Override
    public AnchorLinks links() {
        return role(AnchorLinks.class, links);
    }

    private <P> P role(Class<P> port, Optional<P> found) {
        return found.orElseThrow(() -> new UnsupportedOperationException(anchors.getClass()
                        .getName() + " has no " + port.getSimpleName() + ", since it is no FullAnchorRepository"));
    }

    @Override
    public void close() {
        anchors.close();
    }

    /** Names this class and the repository behind it. */
    @Override
    public String toString() {
        return "FailingAnchorRepository[" + anchors + "]";
    }
}
