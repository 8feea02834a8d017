package dev.anchors.inmemory;

import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.testkit.contract.FullAnchorRepositoryContract;
import java.time.InstantSource;

class InMemoryAnchorRepositoryContractTest extends FullAnchorRepositoryContract {

    @Override
    protected FullAnchorRepository newRepository(InstantSource clock) {
        return InMemoryAnchorRepository.builder().clock(clock).build();
    }

    /** More than by default: a history in memory takes some milliseconds. */
    @Override
    protected int histories() {
        return 100;
    }
}
