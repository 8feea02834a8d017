package dev.anchors.examples;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README of a module names the test that keeps each promise. */
class PromisesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)`");

    @ParameterizedTest
    @ValueSource(strings = {"anchors-domain", "anchors-inmemory-adapter", "anchors-http-adapter", "anchors-testkit"})
    void every_test_that_a_readme_names_exists_in_its_module(String module) throws IOException {
        String page = Files.readString(ROOT.resolve(module).resolve("README.md"));
        Set<String> named =
                TEST.matcher(page).results().map(match -> match.group(1)).collect(toSet());

        assertThat(named).isNotEmpty();
        try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src"))) {
            assertThat(sources.map(source -> source.getFileName().toString())
                            .filter(name -> name.endsWith(".java"))
                            .map(name -> name.replace(".java", "")))
                    .containsAll(named);
        }
    }
}
