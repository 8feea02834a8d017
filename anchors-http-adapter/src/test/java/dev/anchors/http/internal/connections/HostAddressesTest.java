package dev.anchors.http.internal.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host with two addresses, of which the first swallows connections: the backlog of its listener is full. */
@Timeout(60)
class HostAddressesTest {

    private static final int MORE_THAN_THE_BACKLOG = 20;
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(400);

    private final FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
    private final List<SocketChannel> waiting = new ArrayList<>();
    private ServerSocket swallowing;
    private OwnConnections connections;

    @BeforeEach
    void open() throws IOException {
        int port = service.baseUrl().getPort();
        InetAddress first = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        InetAddress second = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        swallowing = new ServerSocket(port, 1, first);
        for (int i = 0; i < MORE_THAN_THE_BACKLOG; i++) {
            SocketChannel channel = SocketChannel.open();
            waiting.add(channel);
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress(first, port));
        }
        connections = new OwnConnections(
                ServiceAddress.fixed(BaseUrl.of("http://127.0.0.1:" + port)),
                new Semaphore(1),
                null,
                new HostAddresses(host -> new InetAddress[] {first, second}),
                ServiceConnection::new,
                System::nanoTime);
    }

    @AfterEach
    void close() throws IOException {
        connections.close();
        for (SocketChannel channel : waiting) {
            channel.close();
        }
        swallowing.close();
        service.close();
    }

    @Test
    void the_second_address_is_tried_while_there_is_time() throws Exception {
        exchange(SHORT);

        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void the_address_that_accepted_a_connection_is_tried_first_the_next_time() throws Exception {
        exchange(SHORT);

        exchange(TimeUnit.DAYS.toNanos(1)); // of which the first address would get half

        assertThat(service.requests()).hasSize(2);
    }

    private void exchange(long nanos) throws Exception {
        try (Lease lease = connections.lease()) {
            assertThat(lease.acquire(nanos)).isTrue();
            EntityUtils.consume(
                    lease.send(new HttpGet(URI.create("/")), "/anchors").getEntity());
        }
    }
}
