package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FaultTableReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path GENERATED = Path.of("target", "README.md");
    private static final String BEGIN = "<!-- faults: written by FaultTableReadmeTest -->\n";
    private static final String END = "<!-- end of faults -->\n";

    @Test
    void the_table_of_faults_is_up_to_date() throws IOException {
        String written = Files.readString(README);
        int begin = written.indexOf(BEGIN);
        int end = written.indexOf(END);
        assertThat(begin).as("the position of \"%s\"", BEGIN).isNotNegative().isLessThan(end);

        String upToDate = written.substring(0, begin + BEGIN.length()) + "\n" + FaultTable.markdown() + "\n"
                + written.substring(end);
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, upToDate);

        assertThat(written)
                .as(
                        "if the faults were changed on purpose, run: cp anchors-http-adapter/%s anchors-http-adapter/%s",
                        GENERATED, README)
                .isEqualTo(upToDate);
    }
}
