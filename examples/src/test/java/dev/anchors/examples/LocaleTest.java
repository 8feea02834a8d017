package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.anchors.domain.SeededAnchor;
import dev.anchors.examples.jdbc.JavaProcess;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Messages and output have the same letters and digits on every machine. */
class LocaleTest {

    private static final String OF_DEFAULT_LOCALE =
            "String\\.format\\((?!\\s*Locale\\.)|\\.formatted\\(|\\.to(Lower|Upper)Case\\(\\)|\\.printf\\((?!\\s*Locale\\.)";

    @TestFactory
    Stream<DynamicNode> no_text_depends_on_the_default_locale() {
        return Page.filesBelow(Page.ROOT, ".java")
                .filter(LocaleTest::isChecked)
                .map(file -> dynamicTest(
                        file.toString(), () -> assertThat(Page.read(file)).doesNotContainPattern(OF_DEFAULT_LOCALE)));
    }

    /** Neither the benchmarks nor the contract, whose messages are for authors of adapters. */
    private static boolean isChecked(Path file) {
        return file.toString().contains("/src/main/")
                && !file.toString().contains("/benchmarks/")
                && !file.toString().contains("/testkit/contract/");
    }

    @Test
    void the_program_prints_utf_8_and_latin_digits_whatever_locale_and_language_are_set() throws Exception {
        try (InMemoryAnchorRepository store = InMemoryAnchorRepository.create();
                FakePiecesOs service = FakePiecesOs.serving(store)) {
            store.create(SeededAnchor.file("/home/renée/設計 🚀"));
            String list = output("list", "--base-url", service.baseUrl().toString());

            assertThat(list).contains("/home/renée/設計 🚀", "1 of 1 anchors");
        }
    }

    private static String output(String... arguments) throws Exception {
        ProcessBuilder java = JavaProcess.builder(Main.class, arguments);
        java.environment().put("LC_ALL", "C");
        java.environment().put("JDK_JAVA_OPTIONS", "-Duser.language=ar -Duser.country=EG");
        Process program = java.start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        program.waitFor();
        return output;
    }
}
