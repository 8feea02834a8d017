package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.PlainRepository;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An adapter that has only the port {@link AnchorRepository} is certified by the contract of that port. */
class PlainRepositoryContractTest extends AnchorRepositoryContract {

    private @Nullable SmallRepository repository;

    @Override
    protected AnchorRepository newRepository(InstantSource clock) {
        repository = new SmallRepository(clock);
        return PlainRepository.over(repository);
    }

    @Override
    protected AnchorRepository reopen(AnchorRepository closed) {
        Objects.requireNonNull(repository).reopen();
        return closed;
    }

    @Override
    protected void disconnectService() {
        Objects.requireNonNull(repository).disconnectService();
    }
}
