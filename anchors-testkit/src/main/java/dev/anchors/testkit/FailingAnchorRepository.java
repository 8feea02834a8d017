package dev.anchors.testkit;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A repository whose calls fail, or wait, when they are told to, and do what another repository does when they are not.
 * With it applications test what they make of failures and of slow answers, without HTTP.
 *
 * <pre>{@code
 * FailingAnchorRepository anchors = FailingAnchorRepository.over(InMemoryAnchorRepository.create());
 *
 * anchors.next(CREATE).failsBefore(new ConnectionFailedException(CREATE, NONE, "nobody listens", null));
 * anchors.next(DELETE).failsAfter(new TimedOutException(DELETE, UNKNOWN, Duration.ofSeconds(5), null));
 * anchors.next(SNAPSHOT).waitsFor(latch);
 * }</pre>
 *
 * <p>What is said about the next call holds for one call. Said twice, it holds for the next call and for the one after
 * it. {@link #pending()} tells what no call has met yet. Null is refused at once and meets nothing; {@link #close} is
 * passed on and cannot fail. Safe for any number of threads: two calls never consume the same failure.
 */
public final class FailingAnchorRepository implements AnchorRepository {

    private final AnchorRepository anchors;
    private final List<CallHooks> pending = new ArrayList<>(); // guarded by itself

    private FailingAnchorRepository(AnchorRepository anchors) {
        this.anchors = Objects.requireNonNull(anchors, "anchors");
    }

    /** Returns a repository that does what {@code anchors} does until it is told otherwise. */
    public static FailingAnchorRepository over(AnchorRepository anchors) {
        return new FailingAnchorRepository(anchors);
    }

    /** Starts a sentence about the next call of {@code operation} of which nothing was said yet. */
    public NextCall next(Operation operation) {
        return new NextCall(Objects.requireNonNull(operation, "operation"), this::put);
    }

    /** The operations of which something was said that no call has met yet, in the order it was said; a copy. */
    public List<Operation> pending() {
        synchronized (pending) {
            return pending.stream().map(CallHooks::operation).toList();
        }
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(transferables, "transferables");
        return call(Operation.CREATE, () -> anchors.create(seed, transferables));
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return call(Operation.SNAPSHOT, () -> anchors.snapshot(transferables));
    }

    /** Fails or waits before it returns a stream; a stream that was returned is the other repository's. */
    @Override
    public Stream<Anchor> stream(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return call(Operation.STREAM, () -> anchors.stream(transferables));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        return call(Operation.FIND, () -> anchors.find(anchor));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor, Transferables transferables) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(transferables, "transferables");
        return call(Operation.FIND, () -> anchors.find(anchor, transferables));
    }

    @Override
    public void delete(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        call(Operation.DELETE, () -> {
            anchors.delete(anchor);
            return anchor;
        });
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(asset, "asset");
        call(Operation.DISASSOCIATE, () -> {
            anchors.disassociate(anchor, asset);
            return anchor;
        });
    }

    @Override
    public void close() {
        anchors.close();
    }

    /** Says what it decorates. */
    @Override
    public String toString() {
        return "FailingAnchorRepository[" + anchors + "]";
    }

    private <T> T call(Operation operation, Supplier<T> effective) {
        CallHooks hooks = take(operation);
        hooks.runBefore();
        T result = effective.get();
        try {
            hooks.runAfter();
            return result;
        } catch (RuntimeException | Error failure) {
            if (result instanceof Stream<?> lost) {
                lost.close(); // for nobody else can
            }
            throw failure;
        }
    }

    private CallHooks take(Operation operation) {
        synchronized (pending) {
            for (Iterator<CallHooks> rest = pending.iterator(); rest.hasNext(); ) {
                CallHooks hooks = rest.next();
                if (hooks.operation() == operation) {
                    rest.remove();
                    return hooks;
                }
            }
        }
        return new CallHooks(operation, CallHooks.NOTHING, CallHooks.NOTHING);
    }

    private void put(CallHooks hooks) {
        synchronized (pending) {
            pending.add(hooks);
        }
    }
}
