package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.TimedOutException;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.io.IOException;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the settings of a builder do to the calls of its repositories. */
@Timeout(60)
class ConfigurationTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void as_many_streams_can_be_open_as_there_may_be_connections() {
        try (RawServer server = serverOfStreamsThatStall();
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .maxConnections(2)
                        .callTimeout(LONG)
                        .build()) {
            Stream<Anchor> first = anchors.stream();
            Stream<Anchor> second = anchors.stream();

            assertThat(catchThrowableOfType(TimedOutException.class, anchors.withCallTimeout(SHORT)::stream))
                    .isNotNull();

            assertThat(server.connections()).isEqualTo(2);
            first.close();
            anchors.stream().close();
            assertThat(server.connections()).isEqualTo(3);
            second.close();
        }
    }

    @Test
    void the_wait_for_an_anchor_of_a_stream_has_its_own_limit() {
        try (RawServer server = serverOfStreamsThatStall();
                AnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .callTimeout(LONG)
                        .streamIdleTimeout(SHORT)
                        .build();
                Stream<Anchor> stream = anchors.stream()) {
            assertTimesOutBehindTheFirst(stream);
        }
    }

    @Test
    void the_wait_for_an_anchor_of_a_stream_is_limited_by_the_call_timeout_by_default() {
        try (RawServer server = serverOfStreamsThatStall();
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .callTimeout(LONG)
                        .build()) {
            anchors.stream().close(); // what is loaded here takes none of the short time
            assertTimesOutBehindTheFirst(anchors.withCallTimeout(SHORT).stream());
        }
    }

    @Test
    void the_limit_of_a_stream_s_wait_is_kept_when_the_call_timeout_changes() {
        try (RawServer server = serverOfStreamsThatStall();
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .callTimeout(LONG)
                        .streamIdleTimeout(SHORT)
                        .build();
                Stream<Anchor> stream = anchors.withCallTimeout(LONG).stream()) {
            assertTimesOutBehindTheFirst(stream);
        }
    }

    @Test
    void a_client_can_send_the_requests_through_a_proxy() throws IOException {
        try (RawServer proxy = RawServer.sending(TestResponses.NO_ANCHORS);
                CloseableHttpClient client = HttpClients.custom()
                        .setProxy(new HttpHost("127.0.0.1", proxy.port()))
                        .build();
                AnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl("http://anchors.example:1000")
                        .httpClient(client)
                        .build()) {
            assertThat(anchors.snapshot()).isEmpty();

            assertThat(proxy.requests())
                    .containsExactly("GET http://anchors.example:1000/anchors?transferables=true HTTP/1.1");
        }
    }

    @Test
    void a_client_can_reach_a_host_with_an_underscore_in_its_name() throws IOException {
        try (RawServer server = RawServer.sending(TestResponses.NO_ANCHORS);
                CloseableHttpClient client = HttpClients.custom()
                        .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                                .setDnsResolver(new Loopback())
                                .build())
                        .build();
                AnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl("http://pieces_os:" + server.port())
                        .httpClient(client)
                        .build()) {
            assertThat(anchors.snapshot()).isEmpty();
        }
    }

    @Test
    void a_client_and_a_limit_of_connections_exclude_each_other() throws IOException {
        try (CloseableHttpClient client = HttpClients.createMinimal()) {
            HttpAnchorRepository.Builder builder =
                    HttpAnchorRepository.builder().httpClient(client).maxConnections(7);

            assertThatIllegalStateException()
                    .isThrownBy(builder::build)
                    .withMessage(
                            "maxConnections has no effect on the connections of an HttpClient from outside: leave it"
                                    + " out and configure the client, by setMaxConnPerRoute of its connection manager");
        }
    }

    @Test
    void a_client_and_an_ssl_context_exclude_each_other() throws IOException, NoSuchAlgorithmException {
        try (CloseableHttpClient client = HttpClients.createMinimal()) {
            HttpAnchorRepository.Builder builder =
                    HttpAnchorRepository.builder().sslContext(SSLContext.getDefault());

            assertThatIllegalStateException()
                    .isThrownBy(() -> HttpAnchorsModule.repository(builder, Optional.of(client)))
                    .withMessage(
                            "sslContext has no effect on the connections of an HttpClient from outside: leave it out"
                                    + " and configure the client, by setTlsSocketStrategy of its connection manager");
        }
    }

    @Test
    void a_builder_builds_repositories_that_share_nothing() {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create())) {
            HttpAnchorRepository.Builder builder =
                    HttpAnchorRepository.builder().baseUrl(service.baseUrl());
            builder.build().close();

            try (AnchorRepository anchors = builder.build()) {
                assertThat(anchors.snapshot()).isEmpty();
            }
        }
    }

    private static void assertTimesOutBehindTheFirst(Stream<Anchor> stream) {
        Iterator<Anchor> walk = stream.iterator();
        assertThat(walk.next()).isNotNull();

        TimedOutException failure = catchThrowableOfType(TimedOutException.class, walk::hasNext);

        assertThat(failure.timeout()).isEqualTo(SHORT);
    }

    private static RawServer serverOfStreamsThatStall() {
        return RawServer.start(connection -> {
            connection.readRequest();
            connection.send(ChunkedAnchors.BEGIN + ChunkedAnchors.first("a"));
            connection.awaitClose();
        });
    }

    private static final class Loopback extends SystemDefaultDnsResolver {

        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }
    }
}
