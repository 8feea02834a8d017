package dev.anchors.testkit;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.testkit.contract.AnchorLinksContract;
import dev.anchors.testkit.contract.SmallRepository;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Without scripted failures, links keep every rule that the links behind them keep. */
class FailingAnchorLinksContractTest extends AnchorLinksContract<FailingAnchorRepository> {

    private @Nullable SmallRepository store;

    @Override
    protected FailingAnchorRepository newRepository(InstantSource clock) {
        store = new SmallRepository(clock);
        return FailingAnchorRepository.over(store);
    }

    @Override
    protected AnchorLinks links(FailingAnchorRepository repository) {
        return repository.links();
    }

    @Override
    protected void disconnectService() {
        Objects.requireNonNull(store).disconnectService();
    }
}
