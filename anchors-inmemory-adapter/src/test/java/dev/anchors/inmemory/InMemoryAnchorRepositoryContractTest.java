package dev.anchors.inmemory;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.contract.AnchorRepositoryContract;
import java.time.InstantSource;

class InMemoryAnchorRepositoryContractTest extends AnchorRepositoryContract {

    @Override
    protected AnchorRepository newRepository(InstantSource clock) {
        return InMemoryAnchorRepository.builder().clock(clock).build();
    }
}
