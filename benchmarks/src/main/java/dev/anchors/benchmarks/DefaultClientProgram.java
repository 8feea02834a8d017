package dev.anchors.benchmarks;

import java.io.IOException;
import java.net.URI;

/** A program that gets all anchors by the default client, discards them, prints their size in bytes and exits. */
final class DefaultClientProgram {

    private DefaultClientProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (BaselineClient client = BaselineClient.withDefaults(URI.create(arguments[0]))) {
            System.out.println(client.get(ServiceProcess.SNAPSHOT));
        }
    }
}
