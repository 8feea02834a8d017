package dev.anchors.testkit;

import dev.anchors.ports.AnchorRepository;
import java.time.InstantSource;

/** Told nothing, it keeps every rule that the repository behind it keeps. */
class FailingAnchorRepositoryContractTest extends AnchorRepositoryContract {
    @Override
    protected AnchorRepository newRepository(InstantSource clock) {
        return FailingAnchorRepository.over(new SmallRepository(clock));
    }
}
