package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

public class SmallRepositoryContractTest extends FullAnchorRepositoryContract {

    private @Nullable SmallRepository repository;

    @Override
    protected FullAnchorRepository newRepository(InstantSource clock) {
        return use(new SmallRepository(clock));
    }

    final SmallRepository use(SmallRepository used) {
        repository = used;
        return used;
    }

    @Override
    protected FullAnchorRepository reopen(AnchorRepository closed) {
        Objects.requireNonNull(repository).reopen();
        return (FullAnchorRepository) closed; // or what is around it
    }

    @Override
    protected void disconnectService() {
        Objects.requireNonNull(repository).disconnectService();
    }
}
