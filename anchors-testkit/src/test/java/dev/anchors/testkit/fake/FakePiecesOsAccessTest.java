package dev.anchors.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.domain.SeededAnchor;
import dev.anchors.testkit.fake.RawHttpClient.Response;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts and web pages may use a fake, and what browsers need. */
class FakePiecesOsAccessTest {

    private static final String PAGE = "http://localhost:3000";

    private final RepositoryStub repository = new RepositoryStub();
    private final FakePiecesOs fake = FakePiecesOs.builder(repository)
            .allowHost("Host.docker.internal")
            .allowOrigin("https://Notes.example.org:8443")
            .allowOrigin("null")
            .start();

    @AfterEach
    void close() {
        fake.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:1000",
                "anchors.localhost",
                "127.0.0.1",
                "127.0.0.1:39300",
                "127.255.0.9:1",
                "[::1]",
                "[::1]:39300",
                "host.docker.internal:1000"
            })
    void a_request_for_a_loopback_or_configured_host_is_served(String host) throws IOException {
        assertThat(request("GET", "/anchors", "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "example.org:1000",
                "localhost.example.org",
                "127.0.0.1.example.org",
                "127.0.0.1@example.org",
                "notlocalhost",
                "10.0.0.1",
                "0.0.0.0",
                "[fe80::1]",
                "docker.internal"
            })
    void a_request_for_another_host_is_refused_and_changes_nothing(String host) throws IOException {
        repository.create(SeededAnchor.file("/a"));

        Response response = request("POST", "/anchors/anchor-1/delete", "Host: " + host);
        Response absolute = request("POST", "http://" + host + "/anchors/anchor-1/delete", "Host: localhost");

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.type()).isEqualTo("text/plain; charset=utf-8");
        assertThat(response.body())
                .isEqualTo("the host \"" + host
                        + "\" is not a loopback host; allow it with FakePiecesOs.Builder.allowHost");
        assertThat(absolute.status()).isEqualTo(403);
        assertThat(repository.snapshot()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                PAGE,
                "https://localhost:3000",
                "http://127.0.0.1:5500",
                "http://[::1]:5173",
                "http://app.localhost:8080",
                "https://notes.example.org:8443",
                "null"
            })
    void a_web_page_of_a_loopback_or_configured_origin_may_read_responses(String origin) throws IOException {
        Response response = request("GET", "/anchors", "Host: localhost", "Origin: " + origin);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers())
                .containsEntry("access-control-allow-origin", origin)
                .containsEntry("vary", "Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://localhost.example.org",
                "http://localhost:3000@example.org",
                "https://notes.example.org",
                "http://notes.example.org:8443",
                "file://",
                "chrome-extension://localhost"
            })
    void a_web_page_of_another_origin_is_refused_and_changes_nothing(String origin) throws IOException {
        repository.create(SeededAnchor.file("/a"));

        Response read = request("GET", "/anchors", "Host: localhost", "Origin: " + origin);
        Response change = request("POST", "/anchors/anchor-1/delete", "Host: localhost", "Origin: " + origin);
        Response preflight = preflight("/anchors/create", origin);

        assertThat(read.body())
                .isEqualTo("the origin \"" + origin
                        + "\" is not a loopback origin; allow it with FakePiecesOs.Builder.allowOrigin, or with"
                        + " serve --allow-origin on the command line");
        assertThat(read.status()).isEqualTo(403);
        assertThat(change.status()).isEqualTo(403);
        assertThat(preflight.status()).isEqualTo(403);
        assertThat(read.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(preflight.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(repository.snapshot()).hasSize(1);
    }

    @Test
    void pages_without_an_origin_are_refused_by_default() throws IOException {
        try (FakePiecesOs defaults = FakePiecesOs.serving(repository);
                RawHttpClient client = new RawHttpClient(defaults)) {
            assertThat(client.exchange("GET /anchors HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\n\r\n")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_client_of_http_1_0_without_a_host_is_served() throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            assertThat(client.exchange("GET /anchors HTTP/1.0\r\n\r\n").status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/.well-known/health | GET, HEAD, OPTIONS",
                "/anchors | GET, HEAD, OPTIONS",
                "/anchors?transferables=true | GET, HEAD, OPTIONS",
                "/anchor/a%2Fb | GET, HEAD, OPTIONS",
                "/anchors/create | POST, OPTIONS",
                "/anchors/a/delete | POST, OPTIONS",
                "/anchors/a/assets/delete/b | POST, OPTIONS",
                "/anchor/a/assets/disassociate/b | POST, OPTIONS"
            })
    void a_preflight_request_receives_the_allowed_methods_and_headers(String target, String methods)
            throws IOException {
        Response response = preflight(target, PAGE);

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers())
                .containsEntry("access-control-allow-origin", PAGE)
                .containsEntry("access-control-allow-methods", methods)
                .containsEntry("access-control-allow-headers", "content-type, x-application-id")
                .containsEntry("allow", methods)
                .containsEntry("vary", "Origin");
    }

    @Test
    void an_options_request_of_an_unknown_path_returns_status_404() throws IOException {
        assertThat(preflight("/nowhere", PAGE).status()).isEqualTo(404);
    }

    @Test
    void an_options_request_without_an_origin_receives_the_allowed_methods() throws IOException {
        Response response = request("OPTIONS", "/anchors", "Host: localhost");

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers())
                .containsEntry("allow", "GET, HEAD, OPTIONS")
                .doesNotContainKeys("access-control-allow-origin", "access-control-allow-methods", "vary");
    }

    @Test
    void a_web_page_may_read_failures_and_scripted_replies() throws IOException {
        fake.reply(Reply.text(503, "busy"), Reply.json("{}").withHeader("Access-Control-Allow-Origin", "*"));

        Response scripted = request("GET", "/anchors", "Host: localhost", "Origin: " + PAGE);
        Response replaced = request("GET", "/anchors", "Host: localhost", "Origin: " + PAGE);
        Response unknown = request("GET", "/nowhere", "Host: localhost", "Origin: " + PAGE);

        assertThat(scripted.status()).isEqualTo(503);
        assertThat(scripted.headers()).containsEntry("access-control-allow-origin", PAGE);
        assertThat(replaced.headers()).containsEntry("access-control-allow-origin", "*");
        assertThat(unknown.headers()).containsEntry("access-control-allow-origin", PAGE);
    }

    @Test
    void preflight_and_refused_requests_are_recorded_and_get_no_scripted_reply() throws IOException {
        fake.reply(Reply.text(503, "busy"));

        preflight("/anchors/create", PAGE);
        request("GET", "/anchors", "Host: example.org");

        assertThat(fake.requests()).extracting(RecordedRequest::method).containsExactly("OPTIONS", "GET");
        assertThat(request("GET", "/anchors", "Host: localhost").status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://example.org", "example.org:80", "a/b", "::1"})
    void an_invalid_host_to_allow_is_rejected(String host) {
        FakePiecesOs.Builder builder = FakePiecesOs.builder(repository);

        assertThatThrownBy(() -> builder.allowHost(host))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("not \"" + host + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "example.org", "https://example.org/", "https://example.org/a", "https://"})
    void an_invalid_origin_to_allow_is_rejected(String origin) {
        FakePiecesOs.Builder builder = FakePiecesOs.builder(repository);

        assertThatThrownBy(() -> builder.allowOrigin(origin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("not \"" + origin + "\"");
    }

    private Response preflight(String target, String origin) throws IOException {
        return request(
                "OPTIONS",
                target,
                "Host: localhost",
                "Origin: " + origin,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: content-type, x-application-id");
    }

    private Response request(String method, String target, String... headers) throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            return client.exchange(method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
        }
    }
}
