package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.io.IOException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls without a connection, and calls whose connection ends. */
class ConnectionTest {

    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"iterable\":[]}";
    private static final String DONE = "HTTP/1.1 204 No Content\r\n\r\n";

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "SNAPSHOT"})
    void a_call_to_a_port_without_service_fails_without_effect(Invocation invocation) {
        try (UnusedPort port = UnusedPort.reserve();
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl("http://127.0.0.1:" + port.number())
                        .build()) {
            ConnectionFailedException failure =
                    catchThrowableOfType(ConnectionFailedException.class, () -> invocation.on(anchors));

            assertThat(failure.operation()).isEqualTo(invocation.operation());
            assertThat(failure.effect()).isEqualTo(Effect.NONE);
            assertThat(failure).hasMessageContaining("there is no connection to http://127.0.0.1:" + port.number());
            assertThat(failure).hasCauseInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "SNAPSHOT"})
    void a_call_fails_when_the_service_closes_the_connection_without_a_response(Invocation invocation) {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .build()) {
            service.reply(Reply.disconnect());

            ConnectionFailedException failure =
                    catchThrowableOfType(ConnectionFailedException.class, () -> invocation.on(anchors));

            assertThat(failure.operation()).isEqualTo(invocation.operation());
            assertThat(failure.effect()).isEqualTo(invocation.effectOnceSent());
            assertThat(failure).hasMessageContaining("the connection was lost to http://127.0.0.1:");
            assertThat(service.requests()).hasSize(1);
            assertThat(anchors.snapshot()).isEmpty();
        }
    }

    @Test
    void a_call_fails_when_the_connection_ends_within_the_response() {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .build()) {
            String body = "{\"iterable\":[]}";
            for (int bytes = 0; bytes < body.length(); bytes++) {
                service.reply(Reply.truncated(body, bytes));

                assertThat(catchThrowableOfType(ConnectionFailedException.class, anchors::snapshot))
                        .hasMessageContaining("the connection was lost");
            }
        }
    }

    @Test
    void a_connection_is_reused_after_each_kind_of_response() {
        try (RawServer server = RawServer.start(
                        connection -> {
                            connection.readRequest();
                            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n{\"iterable\":[]} \n");
                            connection.readRequest();
                            connection.send(DONE);
                            connection.readRequest();
                            connection.send("HTTP/1.1 410 Gone\r\nContent-Length: 2\r\n\r\nno");
                            connection.readRequest();
                            connection.send(
                                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nf\r\n{\"iterable\":[]}\r\n0\r\n\r\n");
                            connection.readRequest();
                            connection.send(EMPTY);
                            connection.awaitClose();
                        },
                        connection -> connection.send("HTTP/1.1 500 Another connection\r\n\r\n"));
                HttpAnchorRepository anchors =
                        HttpAnchorRepository.builder().baseUrl(server.baseUrl()).build()) {
            anchors.snapshot();
            anchors.delete(new AnchorId("a"));
            anchors.find(new AnchorId("a"));
            anchors.snapshot();
            anchors.stream(Transferables.OMITTED).close();

            assertThat(server.requests()).hasSize(5);
        }
    }

    @Test
    void a_read_on_a_connection_that_was_closed_while_it_was_idle_is_sent_again() {
        try (RawServer server = RawServer.start(respondOnce(), respondOnce());
                HttpAnchorRepository anchors =
                        HttpAnchorRepository.builder().baseUrl(server.baseUrl()).build()) {
            for (int i = 0; i < 5; i++) {
                assertThat(anchors.snapshot()).isEmpty();
            }

            assertThat(server.requests()).hasSize(5);
        }
    }

    @Test
    void a_change_on_a_connection_that_was_closed_while_it_was_idle_is_not_sent_again() throws IOException {
        try (CloseableHttpClient client = clientThatChecksNoConnection();
                RawServer server = RawServer.start(respondOnce(), respondOnce());
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .httpClient(client)
                        .build()) {
            anchors.snapshot();

            ConnectionFailedException failure = catchThrowableOfType(
                    ConnectionFailedException.class, () -> anchors.create(SeededAnchor.file("/home/rosa")));

            assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(server.requests()).containsExactly("GET /anchors?transferables=true HTTP/1.1");
            assertThat(anchors.snapshot()).isEmpty();
        }
    }

    @Test
    void a_change_is_sent_once_even_by_a_client_that_retries_everything() throws IOException {
        try (CloseableHttpClient eager = HttpClients.custom()
                        .setRetryStrategy(new RetryEverything())
                        .build();
                FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .httpClient(eager)
                        .build()) {
            service.reply(Reply.text(503, "busy"), Reply.disconnect());

            assertThatThrownBy(() -> anchors.create(SeededAnchor.file("/home/rosa")))
                    .isInstanceOf(ServiceFailedException.class);
            assertThat(service.requests()).hasSize(1);

            assertThatThrownBy(() -> anchors.delete(new AnchorId("a"))).isInstanceOf(ConnectionFailedException.class);
            assertThat(service.requests()).hasSize(2);
        }
    }

    @Test
    void a_client_from_outside_follows_no_redirects_and_asks_for_no_compression() throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault();
                FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .httpClient(client)
                        .build()) {
            service.reply(Reply.empty(302).withHeader("Location", service.baseUrl() + "/anchors"));

            assertThatThrownBy(anchors::snapshot).isInstanceOf(MalformedResponseException.class);

            assertThat(service.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers()).doesNotContainKey("Accept-Encoding"));
        }
    }

    @Test
    void a_client_from_outside_gives_its_credentials_to_a_proxy_that_asks_for_them() throws IOException {
        try (FakePiecesOs proxy = proxyTo("pieces.example");
                CloseableHttpClient client = clientWithPassword(new HttpHost("127.0.0.1", proxy.port()));
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl("http://pieces.example:1000")
                        .httpClient(client)
                        .build()) {
            Reply credentialsRequired =
                    Reply.empty(407).withHeader("Proxy-Authenticate", "Basic realm=\"proxy.example\"");

            proxy.reply(credentialsRequired);
            assertThat(anchors.snapshot()).isEmpty();
            assertThat(proxy.requests())
                    .extracting(request -> request.header("Proxy-Authorization").isPresent())
                    .containsExactly(false, true);

            proxy.reply(credentialsRequired);
            assertThatThrownBy(() -> anchors.create(SeededAnchor.file("/home/rosa")))
                    .isInstanceOf(RequestRefusedException.class); // a change is sent once
            assertThat(proxy.requests()).hasSize(3);
        }
    }

    @Test
    @SuppressWarnings("deprecation") // programs set a proxy so, and a request would go past it
    void a_client_from_outside_keeps_the_configuration_of_its_requests() throws IOException {
        try (FakePiecesOs proxy = proxyTo("pieces.example");
                CloseableHttpClient client = HttpClients.custom()
                        .setDefaultRequestConfig(RequestConfig.custom()
                                .setProxy(new HttpHost("127.0.0.1", proxy.port()))
                                .build())
                        .build();
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl("http://pieces.example:1000")
                        .httpClient(client)
                        .build()) {
            assertThat(anchors.snapshot()).isEmpty();

            assertThat(proxy.requests()).hasSize(1);
        }
    }

    /** Starts a fake that gets whole URLs, as a proxy does, and responds for the host. */
    private static FakePiecesOs proxyTo(String host) {
        return FakePiecesOs.builder(InMemoryAnchorRepository.create())
                .allowHost(host)
                .start();
    }

    private static CloseableHttpClient clientWithPassword(HttpHost proxy) {
        return HttpClients.custom()
                .setProxy(proxy)
                .setDefaultCredentialsProvider(CredentialsProviderBuilder.create()
                        .add(proxy, "rosa", "not-a-secret".toCharArray())
                        .build())
                .build();
    }

    private static RawServer.Handler respondOnce() {
        return connection -> {
            connection.readRequest();
            connection.send(EMPTY);
        };
    }

    private static CloseableHttpClient clientThatChecksNoConnection() {
        return HttpClients.createMinimal(PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                        .build())
                .build());
    }
}
