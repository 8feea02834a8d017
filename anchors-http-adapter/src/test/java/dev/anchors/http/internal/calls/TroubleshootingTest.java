package dev.anchors.http.internal.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        String[] reference = section.toString().split("#", 2);

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
    void a_message_can_refer_to_a_section_after_an_error_in_an_earlier_attempt() throws Exception {
        Object section =
                new FailingOnce().loadClass(Troubleshooting.class.getName()).getEnumConstants()[0];

        assertThatThrownBy(section::toString).isInstanceOf(StackOverflowError.class);

        assertThat(section).hasToString(Troubleshooting.PORTS.toString());
    }

    @Test
    void the_troubleshooting_page_is_in_the_jar() throws IOException {
        try (InputStream page = Troubleshooting.class.getResourceAsStream("/META-INF/TROUBLESHOOTING.md")) {
            assertThat(page).isNotNull();
            assertThat(new String(page.readAllBytes(), UTF_8)).isEqualTo(Files.readString(PAGE));
        }
    }

    /** Loads the class anew; the first look for a resource fails. */
    private static final class FailingOnce extends ClassLoader {

        private boolean hasFailed;

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith(Troubleshooting.class.getName()) ? loadedAnew(name) : super.loadClass(name, resolve);
        }

        private Class<?> loadedAnew(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream bytes = Troubleshooting.class.getResourceAsStream(file)) {
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            if (!hasFailed) {
                hasFailed = true;
                throw new StackOverflowError();
            }
            return Troubleshooting.class.getResourceAsStream(name.substring(name.lastIndexOf('/') + 1));
        }
    }
}
