package dev.anchors.testkit;

import dev.anchors.ports.AnchorRepository;
import java.time.InstantSource;

class SmallRepositoryContractTest extends AnchorRepositoryContract {
    @Override
    protected AnchorRepository newRepository(InstantSource clock) {
        return new SmallRepository(clock);
    }
}
