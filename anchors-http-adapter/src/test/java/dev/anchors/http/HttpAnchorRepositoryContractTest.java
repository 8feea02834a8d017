package dev.anchors.http;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.testkit.contract.Ability;
import dev.anchors.testkit.contract.FullAnchorRepositoryContract;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Certifies the adapter against a service whose semantics are those of the repository in memory. */
@Execution(ExecutionMode.CONCURRENT)
class HttpAnchorRepositoryContractTest extends FullAnchorRepositoryContract {

    private FakePiecesOs service;

    @Override
    protected FullAnchorRepository newRepository(InstantSource clock) {
        service = FakePiecesOs.serving(
                InMemoryAnchorRepository.builder().clock(clock).build());
        return client();
    }

    /** Returns another client of the same service. */
    @Override
    protected FullAnchorRepository reopen(AnchorRepository closed) {
        return client();
    }

    private FullAnchorRepository client() {
        return HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
    }

    /**
     * A stream reads from the connection, which closing the repository closes. After a failure that leaves the outcome
     * open, an anchor is found to be missing only by a look-up. The service cannot find or create in one step.
     */
    @Override
    protected Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(
                Ability.STREAM_IS_A_SNAPSHOT, Ability.NOT_FOUND_IS_CERTAIN, Ability.FIND_OR_CREATE_IS_ATOMIC));
    }

    @Override
    protected void disconnectService() {
        service.close();
    }

    @Override
    protected void cleanUp() {
        service.close();
    }
}
