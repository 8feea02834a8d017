package dev.anchors.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxiesAndTrustTest {

    private static final char[] PASSWORD = "not-a-secret".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void a_call_goes_through_a_proxy() throws Exception {
        try (AnchorRepository store = InMemoryAnchorRepository.create();
                FakePiecesOs proxy =
                        FakePiecesOs.builder(store).allowHost("pieces.example").start()) { // a proxy gets the whole URL
            HttpHost address = new HttpHost("127.0.0.1", proxy.port());
            try (CloseableHttpClient client = HttpClients.custom()
                            .setProxy(address)
                            .disableAutomaticRetries() // a change must not be sent twice
                            .build();
                    AnchorRepository anchors = HttpAnchorRepository.builder()
                            .baseUrl("http://pieces.example:1000")
                            .httpClient(client)
                            .build()) {
                assertThat(anchors.snapshot()).isEmpty();
            }
            assertThat(proxy.takeRequest(Duration.ofSeconds(5)).path()).isEqualTo("/anchors");
        }
    }

    @Test
    void only_a_trusted_certificate_is_accepted() throws Exception {
        Path keyStore = createCertificate();
        HttpsServer server = startServer(keyStore);
        URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        try (AnchorRepository trusting = HttpAnchorRepository.builder()
                        .baseUrl(address)
                        .sslContext(Trust.in(keyStore, PASSWORD))
                        .build();
                AnchorRepository other =
                        HttpAnchorRepository.builder().baseUrl(address).build()) {
            assertThat(trusting.snapshot()).isEmpty();
            assertThatThrownBy(other::snapshot)
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("TROUBLESHOOTING.md#certificates");
        } finally {
            server.stop(0);
        }
    }

    private Path createCertificate() throws Exception {
        Path keyStore = folder.resolve("service.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String arguments =
                "-genkeypair -alias service -keyalg EC -dname CN=service -ext SAN=ip:127.0.0.1 -storetype PKCS12";
        String command = keytool + " " + arguments + " -storepass " + new String(PASSWORD) + " -keystore " + keyStore;
        Process process = new ProcessBuilder(command.split(" ")).inheritIO().start();
        assertThat(process.waitFor()).isZero();
        return keyStore;
    }

    private static HttpsServer startServer(Path keyStore) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(keyStore.toFile(), PASSWORD), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/anchors", exchange -> {
            byte[] body = "{\"iterable\":[]}".getBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
