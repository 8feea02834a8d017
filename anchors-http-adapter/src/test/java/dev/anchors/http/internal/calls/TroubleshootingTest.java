package dev.anchors.http.internal.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleshootingTest {

    private static final Path PAGE = Path.of("TROUBLESHOOTING.md");

    @ParameterizedTest
    @EnumSource
    void the_section_that_a_message_refers_to_is_in_the_troubleshooting_page(Troubleshooting section)
            throws IOException {
        String[] reference = section.toString().split("#");

        assertThat(reference[0]).endsWith("anchors-http-adapter/" + PAGE);
        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.startsWith("## "))
                .extracting(line -> line.substring(3).toLowerCase(Locale.ROOT))
                .contains(reference[1]);
    }

    @Test
    void a_message_has_the_url_of_the_page_if_the_build_knows_the_url_of_the_repository() {
        assertThat(Troubleshooting.Page.address("https://example.org/anchors"))
                .isEqualTo("https://example.org/anchors/blob/HEAD/anchors-http-adapter/TROUBLESHOOTING.md");
        assertThat(Troubleshooting.Page.address("")).isEqualTo("anchors-http-adapter/TROUBLESHOOTING.md");
    }

    @Test
    void the_troubleshooting_page_is_in_the_jar() throws IOException {
        try (InputStream page = Troubleshooting.class.getResourceAsStream("/META-INF/TROUBLESHOOTING.md")) {
            assertThat(page).isNotNull();
            assertThat(new String(page.readAllBytes(), UTF_8)).isEqualTo(Files.readString(PAGE));
        }
    }
}
