package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorRepository;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

public class SmallRepositoryContractTest extends AnchorRepositoryContract {

    private @Nullable SmallRepository repository;

    @Override
    protected AnchorRepository newRepository(InstantSource clock) {
        return use(new SmallRepository(clock));
    }

    final SmallRepository use(SmallRepository used) {
        repository = used;
        return used;
    }

    @Override
    protected void disconnectService() {
        Objects.requireNonNull(repository).disconnectService();
    }
}
