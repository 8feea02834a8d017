package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorRepository;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

public class SmallRepositoryContractTest extends AnchorRepositoryContract {

    private @Nullable SmallRepository repository;

    @Override
    protected AnchorRepository newRepository(InstantSource clock) {
        repository = new SmallRepository(clock);
        return repository;
    }

    @Override
    protected void disconnectService() {
        Objects.requireNonNull(repository).disconnectService();
    }
}
