package dev.anchors.examples;

import dev.anchors.domain.SeededAnchor;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.util.concurrent.Callable;

/**
 * Creates both adapters by their builders. {@link WithoutDaggerTest} runs this class without Dagger on the class path.
 */
public final class WithoutDagger implements Callable<Integer> {

    /** Creates an anchor over HTTP, and returns the number of anchors in the repository behind the service. */
    @Override
    public Integer call() {
        try (AnchorRepository inMemory = InMemoryAnchorRepository.builder().build();
                FakePiecesOs service = FakePiecesOs.serving(inMemory);
                AnchorRepository http = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .build()) {
            http.create(SeededAnchor.file("/notes"));
            return inMemory.snapshot().size();
        }
    }
}
