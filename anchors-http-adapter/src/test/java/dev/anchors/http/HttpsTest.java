package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.TimedOutException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A service behind TLS. Some tests set what the JVM trusts, which no other class reads. */
@Timeout(120)
class HttpsTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final TlsIdentity service = TlsIdentity.ofService();
    private final TlsIdentity otherService = TlsIdentity.ofServiceElsewhere();

    @AfterEach
    void reset_trust() {
        TlsIdentity.resetTrust();
    }

    @ParameterizedTest
    @EnumSource
    void a_service_with_a_trusted_certificate_is_called_over_one_connection(Invocation invocation) throws IOException {
        service.trustByDefault();
        try (RawServer server = startHealthy(service);
                HttpAnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            for (int call = 0; call < 2; call++) {
                assertThat(invocation.on(anchors)).isEqualTo(Ending.DONE.ids(invocation));
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_ssl_context_of_the_caller_decides_whom_to_trust(Invocation invocation) throws IOException {
        otherService.trustByDefault();
        try (RawServer server = startHealthy(service);
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .sslContext(service.trustingContext())
                        .build()) {
            assertThat(invocation.on(anchors)).isEqualTo(Ending.DONE.ids(invocation));
        }
    }

    @Test
    void a_certificate_for_another_name_is_refused_with_an_ssl_context_of_the_caller_too() throws IOException {
        try (RawServer server = startHealthy(otherService);
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .sslContext(otherService.trustingContext())
                        .build()) {
            assertThat(catchThrowableOfType(ConnectionFailedException.class, anchors::snapshot))
                    .hasMessageContaining("the TLS handshake failed with https://127.0.0.1:" + server.port())
                    .hasCauseInstanceOf(SSLException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "SNAPSHOT"})
    void a_service_whose_certificate_is_not_trusted_gets_no_request(Invocation invocation) throws IOException {
        assertRefused(invocation, service, otherService, 1);
    }

    /** More often than there are connections, so that a call that kept its connection would be noticed. */
    @Test
    void a_failed_handshake_costs_the_repository_no_connection() throws IOException {
        assertRefused(Invocation.SNAPSHOT, service, otherService, 66);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "SNAPSHOT"})
    void a_service_with_a_trusted_certificate_for_another_name_gets_no_request(Invocation invocation)
            throws IOException {
        assertRefused(invocation, otherService, otherService, 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "SNAPSHOT"})
    void a_handshake_without_response_ends_at_the_deadline(Invocation invocation) throws IOException {
        service.trustByDefault();
        try (RawServer silent = RawServer.start(RawConnection::awaitClose);
                HttpAnchorRepository anchors = repository(URI.create("https://127.0.0.1:" + silent.port()), SHORT)) {
            TimedOutException failure = catchThrowableOfType(TimedOutException.class, () -> invocation.on(anchors));

            assertThat(failure.timeout()).isEqualTo(SHORT);
            assertThat(failure.effect()).isEqualTo(Effect.NONE);
            assertThat(silent.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, CREATE", "TLSv1.2, SNAPSHOT", "TLSv1.3, CREATE", "TLSv1.3, SNAPSHOT"})
    void a_message_refers_to_certificates_when_a_service_demands_one_of_its_clients(
            String protocol, Invocation invocation) throws IOException {
        RawServer.Handler demanding = connection -> {
            connection.demandCertificate(protocol);
            connection.readRequest();
        };
        try (RawServer server = RawServer.startTls(service, demanding);
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .sslContext(service.trustingContext())
                        .build()) {
            ConnectionFailedException failure =
                    catchThrowableOfType(ConnectionFailedException.class, () -> invocation.on(anchors));

            assertThat(failure).hasMessageContaining("TROUBLESHOOTING.md#certificates");
        }
    }

    @Test
    void a_connection_that_is_reset_during_the_handshake_is_a_failed_handshake() {
        assertHandshakeFails(connection -> {
            connection.awaitFirstByte();
            connection.reset();
        });
    }

    @Test
    void a_service_that_closes_the_connection_during_the_handshake_fails_it() {
        assertHandshakeFails(RawConnection::awaitFirstByte);
    }

    @Test
    void a_service_that_speaks_no_tls_fails_the_handshake() {
        assertHandshakeFails(connection -> connection.send(TestResponses.NO_ANCHORS));
    }

    private static void assertHandshakeFails(RawServer.Handler handler) {
        try (RawServer server = RawServer.start(handler);
                HttpAnchorRepository anchors = repository(URI.create("https://127.0.0.1:" + server.port()), LONG)) {
            ConnectionFailedException failure =
                    catchThrowableOfType(ConnectionFailedException.class, () -> Invocation.CREATE.on(anchors));

            assertThat(failure.effect()).isEqualTo(Effect.NONE);
            assertThat(failure)
                    .hasMessageContaining("the TLS handshake failed with https://127.0.0.1:" + server.port());
        }
    }

    private static void assertRefused(Invocation invocation, TlsIdentity ofService, TlsIdentity trusted, int calls)
            throws IOException {
        trusted.trustByDefault();
        try (RawServer server = startHealthy(ofService);
                HttpAnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            for (int call = 1; call <= calls; call++) {
                ConnectionFailedException failure =
                        catchThrowableOfType(ConnectionFailedException.class, () -> invocation.on(anchors));

                assertThat(failure.effect()).isEqualTo(Effect.NONE);
                assertThat(failure)
                        .hasCauseInstanceOf(SSLException.class)
                        .hasMessageContaining("the TLS handshake failed with " + server.baseUrl());
                assertThat(server.connections()).isEqualTo(call);
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    private static HttpAnchorRepository repository(URI baseUrl, Duration callTimeout) {
        return HttpAnchorRepository.builder()
                .baseUrl(baseUrl)
                .callTimeout(callTimeout)
                .build();
    }

    private static RawServer startHealthy(TlsIdentity identity) throws IOException {
        return RawServer.startTls(identity, connection -> {
            while (true) {
                connection.send(TestResponses.to(connection.readRequest()));
            }
        });
    }
}
