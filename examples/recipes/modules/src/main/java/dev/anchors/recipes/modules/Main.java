package dev.anchors.recipes.modules;

import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.ports.AnchorRepository;

/** Prints the number of anchors of the service at the URL that is the only argument. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try (AnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(arguments[0]).build()) {
            System.out.println("number of anchors: " + anchors.snapshot().size());
        }
    }
}
