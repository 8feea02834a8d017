package dev.anchors.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;

/** A {@link CannedService} in its own process. */
public final class ServiceProcess implements AutoCloseable {

    /** The request target for all anchors. */
    public static final String SNAPSHOT = "/anchors?transferables=true";

    /** The request target for one anchor. */
    public static final String ANCHOR = "/anchor/a-1?transferables=true";

    private final Process process;
    private final URI baseUrl;

    private ServiceProcess(Process process, URI baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /** Starts a service with {@code anchors} anchors. */
    public static ServiceProcess with(int anchors) throws IOException {
        Process process = Jvm.withClassPath(System.getProperty("java.class.path"))
                .option("-XX:+UseSerialGC") // has no threads that run concurrently with requests
                .start(CannedService.class.getName(), Integer.toString(anchors));
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        if (port == null) {
            throw new IOException("the service did not start; its standard error says why");
        }
        return new ServiceProcess(process, URI.create("http://127.0.0.1:" + port));
    }

    /** Returns the URL of the service. */
    public URI baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
