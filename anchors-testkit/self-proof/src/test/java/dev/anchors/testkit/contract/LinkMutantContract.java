package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorLinks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@link MutantContract} is for the port for links. */
@ExtendWith(MutantContract.Subjects.class)
class LinkMutantContract extends AnchorLinksContract<SmallRepository> {

    private final Mutant mutant;
    private @Nullable SmallRepository repository;

    LinkMutantContract(Mutant mutant) {
        this.mutant = mutant;
    }

    @Override
    protected SmallRepository newRepository(InstantSource clock) {
        repository = (SmallRepository) mutant.repositories().apply(clock);
        return repository;
    }

    @Override
    protected AnchorLinks links(SmallRepository links) {
        return links.links();
    }

    @Override
    protected void disconnectService() {
        Objects.requireNonNull(repository).disconnectService();
    }

    @Override
    protected Duration concurrencyTimeout() {
        return Duration.ofSeconds(4);
    }

    @Override
    protected Duration historyBudget() {
        return Duration.ofHours(1);
    }

    @Override
    int mostHistories() {
        return 40;
    }

    @Override
    protected int largestSize() {
        return 300;
    }

    @Override
    Duration shrinkBudget() {
        return Duration.ofMillis(50);
    }
}
