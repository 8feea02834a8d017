package dev.anchors.http.internal.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OwnConnectionsTest {

    private static final int LIMIT = 3;

    private final FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1_000); // the clock may overflow
    private final List<ServiceConnection> opened = new ArrayList<>();
    private final Semaphore permits = new Semaphore(LIMIT);
    private final OwnConnections connections = new OwnConnections(
            ServiceAddress.fixed(BaseUrl.of(service.baseUrl())),
            permits,
            null,
            new HostAddresses(InetAddress::getAllByName),
            this::open,
            nanoTime::get);

    @AfterEach
    void close() {
        connections.close();
        service.close();
    }

    @Test
    void a_connection_is_reused_until_the_time_has_passed_that_the_service_keeps_it() throws Exception {
        service.reply(Reply.json("{}").withHeader("Keep-Alive", "timeout=2"));
        assertThat(isReused()).isFalse();

        pass(1_999);
        service.reply(Reply.json("{}").withHeader("Keep-Alive", "timeout=2"));
        assertThat(isReused()).isTrue();

        pass(2_001);
        assertThat(isReused()).isFalse();
    }

    @Test
    void a_connection_without_a_stated_time_is_reused_for_three_minutes() throws Exception {
        isReused();

        pass(179_000);
        assertThat(isReused()).isTrue();
        pass(181_000);
        assertThat(isReused()).isFalse();
    }

    @Test
    void no_more_leases_are_given_than_the_limit_allows() throws Exception {
        try (Lease first = lease();
                Lease second = lease();
                Lease third = lease()) {
            assertThat(connections.leased()).isEqualTo(LIMIT);
            try (Lease fourth = connections.lease()) {
                assertThat(fourth.acquire(1)).isFalse();
            }
            assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        }
        assertThat(connections.leased()).isZero();
    }

    @Test
    void close_ends_the_wait_for_a_connection() throws Exception {
        permits.acquire(LIMIT);
        FutureTask<Boolean> wait = new FutureTask<>(() -> connections.lease().acquire(TimeUnit.DAYS.toNanos(1)));
        new Thread(wait).start();
        while (!permits.hasQueuedThreads()) {
            Thread.onSpinWait();
        }

        connections.close();

        assertThat(wait.get()).isFalse();
    }

    @Test
    void a_connection_whose_response_was_not_understood_is_closed() throws Exception {
        try (Lease lease = lease()) {
            EntityUtils.consume(send(lease).getEntity()); // and not kept
        }

        assertThat(isReused()).isFalse();
    }

    @Test
    void a_connection_is_closed_that_is_returned_after_the_pool_was_closed() throws Exception {
        Lease lease = lease();
        ClassicHttpResponse response = send(lease);
        EntityUtils.consume(response.getEntity());
        lease.keep(response);
        connections.close();
        lease.close();

        assertThat(opened).singleElement().matches(connection -> !connection.canServeAgain());
    }

    @Test
    void a_lease_that_was_aborted_sends_nothing() throws Exception {
        try (Lease lease = lease()) {
            lease.abort();

            assertThatThrownBy(() -> send(lease)).isInstanceOf(ClosedChannelException.class);
        }
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void a_request_names_the_adapter_that_sends_it() throws Exception {
        isReused();

        assertThat(service.requests().get(0).header("User-Agent")).contains("anchors-http-adapter");
    }

    private ServiceConnection open(BaseUrl url, HostAddresses hosts, @Nullable TlsSocketStrategy tls) {
        ServiceConnection connection = new ServiceConnection(url, hosts, tls);
        opened.add(connection);
        return connection;
    }

    private void pass(long milliseconds) {
        nanoTime.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    private Lease lease() throws InterruptedException {
        Lease lease = connections.lease();
        assertThat(lease.acquire(TimeUnit.SECONDS.toNanos(30))).isTrue();
        return lease;
    }

    private boolean isReused() throws Exception {
        try (Lease lease = lease()) {
            ClassicHttpResponse response = send(lease);
            EntityUtils.consume(response.getEntity());
            lease.keep(response);
            return lease.wasReused();
        }
    }

    private static ClassicHttpResponse send(Lease lease) throws IOException {
        return lease.send(new HttpGet(URI.create("/")), "/anchors");
    }
}
