package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.ports.Transferables;
import java.util.stream.Stream;

/** A program that streams all anchors, prints their number and exits. */
final class StreamProgram {

    private StreamProgram() {}

    public static void main(String[] arguments) {
        try (HttpAnchorRepository repository =
                        HttpAnchorRepository.builder().baseUrl(arguments[0]).build();
                Stream<Anchor> anchors = repository.stream(Transferables.INCLUDED)) {
            System.out.println(anchors.mapToInt(anchor -> 1).sum());
        }
    }
}
