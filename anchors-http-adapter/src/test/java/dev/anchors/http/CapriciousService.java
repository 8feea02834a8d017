package dev.anchors.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Random;

/** A service that at each connection and each request is well, or meets a fault at random, until it recovers. */
final class CapriciousService implements AutoCloseable {

    private final List<Fault> ofConnections = faults(Fault.Moment.CONNECTION);
    private final List<Fault> ofRequests = faults(Fault.Moment.REQUEST);
    private final Random random;
    private final RawServer server;
    private volatile boolean well;

    CapriciousService(Random random) {
        this.random = random;
        server = RawServer.on(this::serve);
    }

    URI baseUrl() {
        return server.baseUrl();
    }

    void recover() {
        well = true;
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(RawServer.Client client) throws IOException {
        if (!well && isOneIn(50)) {
            any(ofConnections).script().play(client, new RawServer.Request("", ""));
            return;
        }
        boolean open = true;
        while (open) {
            RawServer.Request request = client.readRequest();
            Fault fault = any(ofRequests);
            if (well || isOneIn(2) || (fault.hangs() && !isOneIn(10))) {
                client.say(GoodAnswers.to(request));
            } else {
                fault.script().play(client, request);
                open = fault.servesOn();
            }
        }
    }

    private Fault any(List<Fault> faults) {
        return faults.get(random.nextInt(faults.size()));
    }

    private boolean isOneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private static List<Fault> faults(Fault.Moment moment) {
        return Fault.all().filter(fault -> fault.moment() == moment).toList();
    }
}
