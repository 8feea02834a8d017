package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.Operation;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A repository that can make a change in two parts, so that another thread can call between them. */
class Racing extends SmallRepository {

    final Gate twoAtOnce = new Gate(2);

    Racing(InstantSource clock) {
        super(clock);
    }

    /** Makes a change under the lock. */
    final void change(Consumer<Map<AnchorId, Anchor>> change) {
        synchronized (this) {
            change.accept(anchors);
        }
    }

    /** Changes a copy that another thread changes too, so that only the later of two changes stays. */
    final void race(Consumer<Map<AnchorId, Anchor>> change) {
        Map<AnchorId, Anchor> copy;
        synchronized (this) {
            copy = new LinkedHashMap<>(anchors);
        }
        twoAtOnce.arriveAndPass();
        change.accept(copy);
        synchronized (this) {
            anchors.clear();
            anchors.putAll(copy);
        }
    }

    /** Lets other threads call here. Random histories of many threads delay a thread that reads the clock. */
    @SuppressWarnings("ThreadPriorityCheck") // a race is the mistake of this repository
    final void gap() {
        now();
        Thread.yield();
    }

    @Override
    final Anchor existing(Operation operation, AnchorId id) {
        synchronized (this) {
            return super.existing(operation, id);
        }
    }
}
