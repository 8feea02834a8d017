package dev.anchors.http;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.AnchorRepositoryContract;
import dev.anchors.testkit.FakePiecesOs;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

/** Certifies the adapter against a service whose semantics are those of the repository in memory. */
class HttpAnchorRepositoryContractTest extends AnchorRepositoryContract {

    private FakePiecesOs service;

    @Override
    protected AnchorRepository newRepository(InstantSource clock) {
        service = FakePiecesOs.serving(
                InMemoryAnchorRepository.builder().clock(clock).build());
        return HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
    }

    @AfterEach
    void stopService() {
        service.close();
    }
}
