package dev.anchors.recipes;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.contract.AnchorRepositoryContract;
import java.time.InstantSource;

class StoreContractTest extends AnchorRepositoryContract {

    @Override
    protected AnchorRepository newRepository(InstantSource clock) {
        return InMemoryAnchorRepository.builder().clock(clock).build(); // your adapter here
    }
}
