package dev.anchors.examples;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.anchors.examples.Page.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keeps the pages up to date: each block of code is compiled, run, or compared with a file that CI runs, and so are commands
 * and artifacts in a sentence. CONTRIBUTING says how a page marks them.
 */
class PagesTest {

    private static final Pattern COMMAND =
            Pattern.compile("(?:mvn|gradle|git|docker|java -\\S*) .+|(?:\\.ci/[a-z-]+|benchmarks/run)(?: .+)?");
    private static final Pattern GRADLE = Pattern.compile("\\w+\\(\".+\"\\)|mavenLocal\\(\\)");
    private static final Pattern ARTIFACT = Pattern.compile("([\\w-]+(?:\\.[\\w-]+)+):([\\w-]+)");
    private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+)>([^<]*)</\\1>");

    private final Set<String> markedCode = Page.all().stream()
            .flatMap(page -> Stream.concat(page.blocks(), page.codeInSentences()))
            .filter(code -> code.mark().isPresent())
            .map(code -> code.text().strip())
            .collect(toSet());
    private final String scripts = text(Stream.of(".ci", ".github/workflows"), "");
    private final String recipes = text(
            Stream.of("examples/recipes"),
            ".java",
            ".kt",
            ".gradle",
            ".xml",
            "image-with-jars",
            "image-with-descriptors");
    private final String poms = text(Stream.of("."), "pom.xml");

    @TempDir
    private Path classes;

    @TestFactory
    Stream<DynamicNode> each_block_of_a_page_is_compiled_run_or_compared() {
        return forEachPage(Page::blocks, this::checkBlock);
    }

    private void checkBlock(Code block) throws Exception {
        String language = block.language();
        if (block.mark().isPresent()) {
            requireMark(block);
        } else if (block.page().isBelow("examples/recipes") || language.equals("xml")) {
            assertThat(recipes).as("files of the recipes").contains(withoutSpace(block.text()));
        } else if (language.startsWith("java")) {
            Snippet snippet = new Snippet(block.text());
            Path folder = Files.createTempDirectory(classes, "block");
            snippet.compile(folder);
            if (snippet.hasStatements() && !language.equals("java compile")) {
                snippet.run(folder);
            }
        } else {
            requireMark(block);
        }
    }

    @TestFactory
    Stream<DynamicNode> each_command_in_a_sentence_is_run() {
        return forEachPage(page -> page.codeInSentences().filter(code -> matches(COMMAND, code)), code -> {
            boolean isRun = markedCode.contains(code.text()) || scripts.contains(withoutSpace(code.text()));
            if (code.mark().isPresent() || !isRun) {
                requireMark(code);
            }
        });
    }

    @TestFactory
    Stream<DynamicNode> each_artifact_in_a_sentence_is_one_that_a_build_uses() {
        return forEachPage(
                page -> page.codeInSentences().filter(code -> matches(GRADLE, code) || matches(ARTIFACT, code)),
                code -> {
                    Matcher artifact = ARTIFACT.matcher(code.text());
                    if (artifact.matches()) {
                        assertThat(poms)
                                .contains("<groupId>%s</groupId><artifactId>%s</artifactId>"
                                        .formatted(artifact.group(1), artifact.group(2)));
                    } else {
                        assertThat(recipes).contains(withoutSpace(code.text()));
                    }
                });
    }

    /** A mark names a command that a script in {@code .ci} runs, or a test that reads the page. */
    private void requireMark(Code code) {
        String mark =
                code.mark().orElseGet(() -> fail("nothing runs or compares this; CONTRIBUTING says how to mark it"));
        if (mark.startsWith("command:")) {
            assertThat(scripts).contains("page-command" + mark.substring("command:".length()));
        } else {
            assertThat(text(Stream.of("."), "/" + mark.substring("test:".length()) + ".java"))
                    .contains("\"" + code.page().path().getFileName() + "\"");
        }
    }

    @TestFactory
    Stream<DynamicNode> each_link_of_a_page_leads_to_a_file() {
        return Page.all().stream()
                .map(page -> dynamicContainer(
                        page.toString(),
                        page.linkedFiles()
                                .distinct()
                                .map(file -> dynamicTest(
                                        file.toString(), () -> assertThat(file).exists()))));
    }

    private static Stream<DynamicNode> forEachPage(Function<Page, Stream<Code>> part, ThrowingConsumer<Code> check) {
        assertThat(Page.all()).isNotEmpty();
        return Page.all().stream()
                .map(page -> dynamicContainer(page.toString(), part.apply(page).map(code -> test(code, check))));
    }

    private static DynamicTest test(Code code, ThrowingConsumer<Code> check) {
        return dynamicTest(code.text().lines().findFirst().orElse("").strip(), () -> check.accept(code));
    }

    private static boolean matches(Pattern pattern, Code code) {
        return pattern.matcher(code.text()).matches();
    }

    /** Returns files without white space, which does not count, and with the values of properties of a POM. */
    private static String text(Stream<String> folders, String... endings) {
        return folders.flatMap(folder -> Page.filesBelow(Page.ROOT.resolve(folder), endings))
                .map(file -> withoutSpace(withProperties(Page.read(file))))
                .collect(joining("\n"));
    }

    private static String withProperties(String pom) {
        String text = pom;
        for (MatchResult property : PROPERTY.matcher(pom).results().toList()) {
            text = text.replace("${" + property.group(1) + "}", property.group(2));
        }
        return text;
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
