package dev.anchors.testkit;

import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.testkit.contract.Ability;
import dev.anchors.testkit.contract.SmallRepositoryContractTest;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;

/** Without scripted failures, the repository keeps every rule that the repository behind it keeps. */
class FailingAnchorRepositoryContractTest extends SmallRepositoryContractTest {
    @Override
    protected FullAnchorRepository newRepository(InstantSource clock) {
        return FailingAnchorRepository.over(super.newRepository(clock));
    }

    /** A call finds or creates by two calls, which fail by scripts of their own. */
    @Override
    protected Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.FIND_OR_CREATE_IS_ATOMIC));
    }
}
