package dev.anchors.http;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.testkit.contract.Ability;
import dev.anchors.testkit.contract.AnchorLinksContract;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;

/** Certifies the links of the adapter against a service whose semantics are those of the repository in memory. */
class HttpAnchorLinksContractTest extends AnchorLinksContract<HttpAnchorRepository> {

    private FakePiecesOs service;

    @Override
    protected HttpAnchorRepository newRepository(InstantSource clock) {
        InMemoryAnchorRepository store =
                InMemoryAnchorRepository.builder().clock(clock).build();
        service = FakePiecesOs.serving(store);
        return HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
    }

    @Override
    protected AnchorLinks links(HttpAnchorRepository repository) {
        return repository.links();
    }

    /** As for the repository: a stream reads from the connection, and only a look-up finds that an anchor is missing. */
    @Override
    protected Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.STREAM_IS_A_SNAPSHOT, Ability.NOT_FOUND_IS_CERTAIN));
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
