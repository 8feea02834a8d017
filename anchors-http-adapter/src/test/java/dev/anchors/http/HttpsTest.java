package dev.anchors.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.TimedOutException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that is asked over TLS, with certificates that the JDK's own tool makes for the run. */
@Timeout(120)
class HttpsTest {

    private static final String PASSWORD = "not-a-secret";
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration MARGIN = Duration.ofMillis(250);

    @TempDir
    private static Path directory;

    private static Path ofService;
    private static Path ofSomebodyElse;

    @BeforeAll
    static void make_certificates() throws Exception {
        ofService = certificate("service", "ip:127.0.0.1");
        ofSomebodyElse = certificate("somebody-else", "dns:elsewhere.example");
    }

    @ParameterizedTest
    @EnumSource
    void a_certificate_that_is_trusted_will_do(Invocation invocation) throws Exception {
        try (RawServer server = serving(ofService);
                HttpAnchorRepository anchors = trusting(ofService, overTls(server), LONG)) {
            for (int call = 0; call < 2; call++) {
                assertThat(invocation.on(anchors)).isEqualTo(Ending.DONE.ids(invocation));
            }

            assertThat(server.connections()).isEqualTo(1);
            assertThat(anchors.leasedConnections()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "SNAPSHOT"})
    void one_that_is_not_trusted_will_not(Invocation invocation) throws Exception {
        try (RawServer server = serving(ofService);
                HttpAnchorRepository anchors = trusting(ofSomebodyElse, overTls(server), LONG)) {
            assertRefused(invocation, anchors, server);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "SNAPSHOT"})
    void one_for_another_name_will_not_even_if_it_is_trusted(Invocation invocation) throws Exception {
        try (RawServer server = serving(ofSomebodyElse);
                HttpAnchorRepository anchors = trusting(ofSomebodyElse, overTls(server), LONG)) {
            assertRefused(invocation, anchors, server);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "SNAPSHOT"})
    void a_handshake_that_nobody_answers_ends_at_the_deadline(Invocation invocation) throws Exception {
        try (RawServer silent = RawServer.on(RawServer.Client::awaitEnd);
                HttpAnchorRepository anchors = trusting(ofService, overTls(silent), SHORT);
                Stopwatch stopwatch = Stopwatch.start()) {
            Duration time = stopwatch.time(() -> {
                TimedOutException failure = catchThrowableOfType(TimedOutException.class, () -> invocation.on(anchors));
                assertThat(failure.effect()).isEqualTo(Effect.NONE);
            });

            assertThat(time).isLessThan(SHORT.plus(MARGIN));
            assertThat(anchors.leasedConnections()).isZero();
        }
    }

    private static void assertRefused(Invocation invocation, HttpAnchorRepository anchors, RawServer server) {
        ConnectionFailedException failure =
                catchThrowableOfType(ConnectionFailedException.class, () -> invocation.on(anchors));

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasCauseInstanceOf(SSLException.class);
        assertThat(server.requests()).isEmpty();
        assertThat(server.connections()).isEqualTo(1);
        assertThat(anchors.leasedConnections()).isZero();
    }

    /** Trusts as a program does that is started with these properties. */
    private static HttpAnchorRepository trusting(Path certificate, URI baseUrl, Duration callTimeout) {
        System.setProperty("javax.net.ssl.trustStore", certificate.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        try {
            return HttpAnchorRepository.builder()
                    .baseUrl(baseUrl)
                    .callTimeout(callTimeout)
                    .build();
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    private static RawServer serving(Path certificate) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return RawServer.on(
                context.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress()),
                client -> {
                    while (true) {
                        client.say(GoodAnswers.to(client.readRequest()));
                    }
                });
    }

    private static URI overTls(RawServer server) {
        return URI.create("https://127.0.0.1:" + server.port());
    }

    /** Returns a store of a key and its certificate, which serves as what to trust, too. */
    private static Path certificate(String alias, String name) throws IOException, InterruptedException {
        Path store = directory.resolve(alias + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        alias,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + alias,
                        "-ext",
                        "SAN=" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return store;
    }
}
