package dev.anchors.benchmarks;

import java.io.IOException;
import java.net.URI;

/** A program that asks for a snapshot by HttpClient at its cheapest, throws it away, says so and ends. */
final class LeanProgram {

    private LeanProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (BareClient client = BareClient.lean(URI.create(arguments[0]))) {
            System.out.println(client.get(ServiceProcess.SNAPSHOT));
        }
    }
}
