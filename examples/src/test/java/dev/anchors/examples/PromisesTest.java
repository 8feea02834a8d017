package dev.anchors.examples;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README of a module names the tests that keep each promise. */
class PromisesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ITEM_END = Pattern.compile("\n(?=[-|])|\n\n");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)`");
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|`[^`]*`");
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]{4,}");
    private static final int STEM = 5; // letters of a word, so that its other forms are found

    @ParameterizedTest
    @ValueSource(strings = {"anchors-domain", "anchors-inmemory-adapter", "anchors-http-adapter", "anchors-testkit"})
    void every_test_that_a_readme_names_exists_in_its_module(String module) throws IOException {
        Set<String> named = promises(module).flatMap(PromisesTest::tests).collect(toSet());

        assertThat(named).isNotEmpty();
        assertThat(sources(module).keySet()).containsAll(named);
    }

    /** The fields that the values of the domain have are the nouns that a reader of a promise looks for. */
    @ParameterizedTest
    @ValueSource(strings = {"anchors-domain", "anchors-inmemory-adapter", "anchors-http-adapter", "anchors-testkit"})
    void the_tests_of_a_promise_mention_each_field_that_the_promise_speaks_of(String module) throws IOException {
        Map<String, String> sources = sources(module);
        Set<String> fields = Stream.of(Anchor.class, AnchorPoint.class, SeededAnchor.class, SeededAnnotation.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(Method::getName)
                .flatMap(PromisesTest::stems)
                .collect(toSet());

        assertThat(promises(module)).allSatisfy(promise -> {
            String tests = tests(promise).map(sources::get).collect(joining()).toLowerCase(Locale.ROOT);
            assertThat(stems(ASIDE.matcher(promise).replaceAll(""))
                            .filter(fields::contains)
                            .filter(field -> !tests.contains(field)))
                    .as("fields that no test mentions, of: %s", promise)
                    .isEmpty();
        });
    }

    /** Returns the rows of tables and the items of lists that name a test. */
    private static Stream<String> promises(String module) throws IOException {
        String page = Files.readString(ROOT.resolve(module).resolve("README.md"));
        return ITEM_END.splitAsStream(page)
                .filter(item -> item.startsWith("|") || item.startsWith("- "))
                .filter(TEST.asPredicate());
    }

    private static Stream<String> tests(String promise) {
        return TEST.matcher(promise).results().map(match -> match.group(1));
    }

    private static Stream<String> stems(String text) {
        return WORD.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= STEM)
                .map(word -> word.substring(0, STEM));
    }

    /** Returns the source of each class of a module by its name. */
    private static Map<String, String> sources(String module) throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
