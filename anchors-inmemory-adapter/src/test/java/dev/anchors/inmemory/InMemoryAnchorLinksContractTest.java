package dev.anchors.inmemory;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.testkit.contract.AnchorLinksContract;
import java.time.InstantSource;

class InMemoryAnchorLinksContractTest extends AnchorLinksContract<InMemoryAnchorRepository> {

    @Override
    protected InMemoryAnchorRepository newRepository(InstantSource clock) {
        return InMemoryAnchorRepository.builder().clock(clock).build();
    }

    @Override
    protected AnchorLinks links(InMemoryAnchorRepository repository) {
        return repository.links();
    }
}
