package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnchorRepositoryBuilderTest {

    private final HttpAnchorRepository.Builder builder = HttpAnchorRepository.builder();

    @Test
    void the_default_base_url_is_the_documented_one() {
        try (HttpAnchorRepository anchors = builder.build()) {
            assertThat(anchors).hasToString("HttpAnchorRepository[http://localhost:1000]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "https://localhost:39300/",
                "HTTP://127.0.0.1:1000/pieces/",
                "http://[::1]:1000",
                "http://localhost:65535/a%20b",
                "http://pieces_os:1000"
            })
    void any_base_url_of_a_service_is_accepted(String url) {
        assertThat(builder.baseUrl(url)).isSameAs(builder);
        assertThat(builder.baseUrl(URI.create(url))).isSameAs(builder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:1000",
                "/anchors",
                "//localhost:1000",
                "ftp://localhost",
                "ws://localhost",
                "http:localhost",
                "http:///anchors",
                "http://:1000",
                "http://localhost:65536",
                "http://localhost:0",
                "http://localhost?a=b",
                "http://localhost/?",
                "http://localhost/#top",
                "http://local host",
                "127.0.0.1:18080"
            })
    void a_base_url_that_cannot_belong_to_a_service_is_refused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.baseUrl(url))
                .withMessageContaining(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void a_timeout_that_is_not_positive_is_refused(Duration timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.callTimeout(timeout))
                .withMessage("the call timeout must be positive, but was " + timeout);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.streamIdleTimeout(timeout))
                .withMessage("the stream idle timeout must be positive, but was " + timeout);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_limit_of_connections_that_is_not_positive_is_refused(int connections) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxConnections(connections))
                .withMessage("the limit of connections must be positive, but was " + connections);
    }

    @Test
    void timeouts_of_any_length_are_accepted() {
        builder.callTimeout(Duration.ofNanos(1)).streamIdleTimeout(Duration.ofSeconds(Long.MAX_VALUE));
        try (HttpAnchorRepository anchors =
                builder.callTimeout(Duration.ofSeconds(Long.MAX_VALUE)).build()) {
            assertThat(anchors).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void a_limit_of_responses_that_is_not_positive_is_refused(long bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxResponseBytes(bytes))
                .withMessageContaining(Long.toString(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "'',             value,          named \"\"",
        "'my header',    value,          named \"my header\"",
        "'name:',        value,          named \"name:\"",
        "größe,          value,          named \"größe\"",
        "Content-Length, 7,              Content-Length",
        "HOST,           elsewhere,      HOST",
        "Accept-Encoding,gzip,           Accept-Encoding",
        "X-Application-ID, zoë,          must be printable ASCII"
    })
    void a_header_that_http_does_not_allow_or_the_adapter_sets_is_refused(String name, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.header(name, value))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "'secret\r\nX-Other: b', U+000D at index 6",
        "'secret\n',             U+000A at index 6",
        "'se\u0000cret',          U+0000 at index 2",
        "'secret é',             U+00E9 at index 7"
    })
    void the_message_about_a_header_value_shows_what_is_wrong_and_not_the_value(String value, String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.header("Authorization", value))
                .withMessage("the value of the header Authorization must be printable ASCII, but has " + wrong);
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> builder.baseUrl((String) null));
        assertThatNullPointerException().isThrownBy(() -> builder.baseUrl((URI) null));
        assertThatNullPointerException().isThrownBy(() -> builder.callTimeout(null));
        assertThatNullPointerException().isThrownBy(() -> builder.streamIdleTimeout(null));
        assertThatNullPointerException().isThrownBy(() -> builder.sslContext(null));
        assertThatNullPointerException().isThrownBy(() -> builder.generation(null));
        assertThatNullPointerException().isThrownBy(() -> builder.header(null, "value"));
        assertThatNullPointerException().isThrownBy(() -> builder.header("name", null));
        assertThatNullPointerException().isThrownBy(() -> builder.httpClient(null));
    }
}
