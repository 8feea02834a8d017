package dev.anchors.http.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.http.internal.connections.BaseUrl;
import dev.anchors.http.internal.connections.Connections;
import dev.anchors.http.internal.connections.OwnConnections;
import dev.anchors.http.internal.connections.ServiceAddress;
import dev.anchors.http.internal.connections.SharedClient;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.Method;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final String OTHER_PORTS = "; newer services listen on a port from 39300 to 39333 or on 5323, which"
            + " baseUrl(new ServiceLocator()) finds; " + Troubleshooting.PORTS
            + "; check that the service runs and that its address is right";

    @Test
    void a_refused_connection_at_the_documented_address_names_other_ports_and_what_finds_them() {
        try (Connections connections = at("http://localhost:1000")) {
            assertThat(failure(connections, new ConnectException("refused")))
                    .hasMessage("find: there is no connection to http://localhost:1000" + OTHER_PORTS);
        }
    }

    @Test
    void a_connection_that_a_client_from_outside_was_refused_names_other_ports_too() {
        ServiceAddress documented = ServiceAddress.fixed(BaseUrl.DOCUMENTED);
        try (Connections connections = new SharedClient(documented, HttpClients.createMinimal())) {
            assertThat(failure(connections, new ConnectException("refused"))).hasMessageEndingWith(OTHER_PORTS);
        }
    }

    @Test
    void a_refused_connection_at_another_address_names_no_ports() {
        try (Connections connections = at("http://localhost:1001")) {
            assertThat(failure(connections, new ConnectException("refused")))
                    .hasMessage("find: there is no connection to http://localhost:1001; "
                            + Troubleshooting.PORTS + "; "
                            + "check that the service runs and that its address is right");
        }
    }

    @Test
    void an_unknown_host_names_no_ports() {
        try (Connections connections = at("http://localhost:1000")) {
            assertThat(failure(connections, new UnknownHostException("localhost")))
                    .hasMessageNotContaining("39300");
        }
    }

    private ConnectionFailedException failure(Connections connections, IOException cause) {
        Exchange unsent = new Exchange(Method.GET, "/anchors", null, Effect.NONE, connections.lease());
        Deadline deadline = new Deadline(Duration.ofDays(1));

        var failure = new Failures(Operation.FIND, connections, deadline, new AtomicInteger()).ofBreak(unsent, cause);

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasCause(cause);
        return (ConnectionFailedException) failure;
    }

    private static Connections at(String url) {
        return new OwnConnections(ServiceAddress.fixed(BaseUrl.of(url)), 1, null);
    }
}
