package dev.anchors.examples;

import dev.anchors.domain.SeededAnchor;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.util.concurrent.Callable;

/** Shows that both adapters are built and used by hand; {@link WithoutDaggerTest} runs it where there is no Dagger. */
public final class WithoutDagger implements Callable<Integer> {

    /** Returns how many anchors the repository in memory holds after one was created over HTTP. */
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
