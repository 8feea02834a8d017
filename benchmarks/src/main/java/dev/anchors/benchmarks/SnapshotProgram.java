package dev.anchors.benchmarks;

import dev.anchors.http.HttpAnchorRepository;

/** A program that takes one snapshot, prints its size and exits. */
final class SnapshotProgram {

    private SnapshotProgram() {}

    public static void main(String[] arguments) {
        try (HttpAnchorRepository repository =
                HttpAnchorRepository.builder().baseUrl(arguments[0]).build()) {
            System.out.println(repository.snapshot().size());
        }
    }
}
