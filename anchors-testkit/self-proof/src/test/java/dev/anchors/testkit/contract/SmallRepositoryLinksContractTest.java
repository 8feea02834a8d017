package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

public class SmallRepositoryLinksContractTest extends AnchorLinksContract<SmallRepository> {

    private @Nullable SmallRepository repository;

    @Override
    protected SmallRepository newRepository(InstantSource clock) {
        repository = new SmallRepository(clock);
        return repository;
    }

    @Override
    protected AnchorLinks links(SmallRepository links) {
        return links.links();
    }

    @Override
    protected SmallRepository reopen(AnchorRepository closed) {
        return ((SmallRepository) closed).reopen();
    }

    @Override
    protected void disconnectService() {
        Objects.requireNonNull(repository).disconnectService();
    }
}
