package dev.anchors.http.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleshootingTest {

    @ParameterizedTest
    @EnumSource
    void the_section_that_a_message_refers_to_is_in_the_troubleshooting_page(Troubleshooting section)
            throws IOException {
        String file = section.toString().replaceAll("see anchors-http-adapter/(.*)#.*", "$1");
        String anchor = section.toString().replaceAll(".*#", "");

        assertThat(Files.readAllLines(Path.of(file)))
                .filteredOn(line -> line.startsWith("## "))
                .extracting(line -> line.substring(3).toLowerCase(Locale.ROOT))
                .contains(anchor);
    }
}
