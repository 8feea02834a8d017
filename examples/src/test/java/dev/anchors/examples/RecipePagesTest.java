package dev.anchors.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the blocks of code in the pages of recipes, and the blocks of XML in the README, with the files of the recipes,
 * which CI compiles and runs. White space does not count.
 */
class RecipePagesTest {

    private static final Path ROOT = Path.of("..");
    private static final Path RECIPES = Path.of("recipes");
    private static final Pattern CODE =
            Pattern.compile("^ *```(?:java|kotlin|xml|sh)\\R(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern XML = Pattern.compile("^```xml\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(?:#[^)]*)?\\)");

    @TestFactory
    Stream<DynamicTest> code_in_a_page_is_in_a_file_of_the_recipes() {
        String files = text(recipeFiles(".java", ".kt", "pom.xml", "image-with-jars", "image-with-descriptors"));
        return recipeFiles(".md").stream()
                .flatMap(page -> blocks(page, CODE))
                .map(block -> DynamicTest.dynamicTest(
                        block.lines().findFirst().orElse("").strip(),
                        () -> assertThat(files).contains(withoutSpace(block))));
    }

    @TestFactory
    Stream<DynamicTest> dependencies_in_the_readme_are_those_of_a_recipe() {
        String poms = text(recipeFiles("pom.xml")).replace("${anchors.version}", version());
        return blocks(ROOT.resolve("README.md"), XML)
                .map(block -> DynamicTest.dynamicTest(
                        block.lines().skip(2).findFirst().orElse("").strip(),
                        () -> assertThat(poms).contains(withoutSpace(block))));
    }

    @TestFactory
    Stream<DynamicTest> a_link_in_a_page_leads_to_a_file() {
        return Stream.concat(
                        recipeFiles(".md").stream(),
                        Stream.of(
                                        "README.md",
                                        "CONTRIBUTING.md",
                                        ".github/SECURITY.md",
                                        "anchors-http-adapter/README.md",
                                        "anchors-http-adapter/TROUBLESHOOTING.md",
                                        "anchors-testkit/README.md")
                                .map(ROOT::resolve))
                .flatMap(page -> LINK.matcher(read(page))
                        .results()
                        .map(link -> page.resolveSibling(link.group(1)).normalize()))
                .distinct()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(), () -> assertThat(file).exists()));
    }

    private static String version() {
        String pom = withoutSpace(read(Path.of("pom.xml")));
        return pom.replaceAll(".*<artifactId>anchors-parent</artifactId><version>([^<]*)<.*", "$1");
    }

    private static Stream<String> blocks(Path page, Pattern pattern) {
        return pattern.matcher(read(page)).results().map((MatchResult block) -> block.group(1));
    }

    private static String text(List<Path> files) {
        return files.stream().map(file -> withoutSpace(read(file))).collect(joining("\n"));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    private static List<Path> recipeFiles(String... endings) {
        try (Stream<Path> files = Files.walk(RECIPES)) {
            return files.filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
