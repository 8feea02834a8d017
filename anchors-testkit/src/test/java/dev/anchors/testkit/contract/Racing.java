package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.Operation;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A repository that can do a change in two parts, with a gap between them in which another thread is let in. */
class Racing extends SmallRepository {

    final Gate twoAtOnce = new Gate(2);

    Racing(InstantSource clock) {
        super(clock);
    }

    /** Changes everything as it should. */
    final void change(Consumer<Map<AnchorId, Anchor>> change) {
        synchronized (this) {
            change.accept(anchors);
        }
    }

    /** Changes a copy that another thread takes too, so that of two changes the later one stays. */
    final void race(Consumer<Map<AnchorId, Anchor>> change) {
        Map<AnchorId, Anchor> copy;
        synchronized (this) {
            copy = new LinkedHashMap<>(anchors);
        }
        twoAtOnce.comeAndPass();
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
