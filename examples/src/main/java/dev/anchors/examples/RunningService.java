package dev.anchors.examples;

import dev.anchors.http.ServiceLocator;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Chooses a service that runs on this machine. */
final class RunningService {

    private RunningService() {}

    /**
     * Returns the URL of the service that clients choose. If there are others, {@code messages} says which one is taken and why.
     *
     * @throws java.io.UncheckedIOException if there is none
     */
    static String find(ServiceLocator locator, PrintWriter messages) {
        URI chosen = locator.get();
        List<URI> others = new ArrayList<>(locator.all());
        others.remove(chosen);
        if (!others.isEmpty()) {
            messages.println(
                    "taking the service at " + chosen + ", whose port is the first in the order in which clients look;"
                            + " for another one: --base-url " + others.get(0));
        }
        return chosen.toString();
    }
}
