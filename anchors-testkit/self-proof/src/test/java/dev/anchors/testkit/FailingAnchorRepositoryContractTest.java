package dev.anchors.testkit;

import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.testkit.contract.SmallRepositoryContractTest;
import java.time.InstantSource;

/** Without scripted failures, the repository keeps every rule that the repository behind it keeps. */
class FailingAnchorRepositoryContractTest extends SmallRepositoryContractTest {
    @Override
    protected FullAnchorRepository newRepository(InstantSource clock) {
        return FailingAnchorRepository.over(super.newRepository(clock));
    }
}
