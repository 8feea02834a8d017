package dev.anchors.http.internal.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://pieces_os:1000,          pieces_os,    1000",
        "http://pieces_os,               pieces_os,    80",
        "https://pieces_os/,             pieces_os,    443",
        "http://_os.my-host.example:7/a, _os.my-host.example, 7"
    })
    void a_host_may_have_underscores(String url, String host, int port) {
        assertThat(BaseUrl.of(url)).isEqualTo(BaseUrl.of(URI.create(url)));
        assertThat(BaseUrl.of(url).host().getHostName()).isEqualTo(host);
        assertThat(BaseUrl.of(url).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pieces_os:0",
                "http://pieces_os:65536",
                "http://pieces_os:99999999999",
                "http://pieces_os:port",
                "http://pieces_os?a=b",
                "ftp://pieces_os"
            })
    void a_host_with_underscores_is_checked_as_any_other(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.of(url)).withMessage(refused(url));
    }

    @ParameterizedTest
    @CsvSource({
        "http://ada:secret@localhost:1000,       http://...@localhost:1000",
        "http://ada:secret@pieces_os,            http://...@pieces_os",
        "https://ada:sec/ret@localhost,          https://...@localhost",
        "ada:secret@localhost:1000,              ...@localhost:1000",
        "'http://ada:secret\n@localhost',        http://...@localhost",
        "'http://localhost:1000\n',              http://localhost:1000\\u000a",
        "'http://localhost:1000\u2028',          http://localhost:1000\\u2028",
        "http://localhost:0,                     http://localhost:0",
        "http://localhost:65536,                 http://localhost:65536",
        "http://münchen.example,                 http://münchen.example"
    })
    void a_message_shows_a_refused_url_on_one_line_without_user_information(String url, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.of(url))
                .withMessage(refused(shown))
                .withNoCause();
    }

    @Test
    void a_message_shows_the_beginning_of_a_long_url() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.of("http://localhost?" + "x".repeat(5_000)))
                .withMessage(refused("http://localhost?" + "x".repeat(300 - "http://localhost?".length()) + "..."));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:18080,      http://127.0.0.1:18080",
        "localhost:1000,       http://localhost:1000",
        "//localhost:1000,     http://localhost:1000",
        "localhost,            http://localhost",
        "[::1]:1000,           http://[::1]:1000",
        "pieces_os:1000/below, http://pieces_os:1000/below"
    })
    void a_missing_scheme_is_named_together_with_a_complete_url(String url, String complete) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.of(url))
                .withMessage("the base URL \"" + url + "\" has no scheme; \"" + complete + "\" would be complete");
        assertThat(BaseUrl.of(complete)).hasToString(complete);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/anchors", "http:localhost", "mailto:me", "local host:1000", "größe"})
    void no_scheme_is_suggested_where_it_would_not_help(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.of(url))
                .withMessageContaining("must be http or https")
                .withMessageEndingWith("\"" + url + "\"");
    }

    private static String refused(String shown) {
        return "the base URL must be http or https with a host in ASCII, a port from 1 to 65535 if any, and no user"
                + " information, query or fragment, but was \"" + shown + "\"";
    }
}
