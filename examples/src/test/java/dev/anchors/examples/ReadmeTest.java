package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles every block of Java in the documentation, and runs every block of statements unless the block is marked with
 * {@code compile}.
 */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> PAGES = List.of(
            "README.md",
            "anchors-http-adapter/README.md",
            "anchors-http-adapter/TROUBLESHOOTING.md",
            "anchors-http-adapter/MIGRATING.md",
            "anchors-testkit/README.md");
    private static final Pattern BLOCK =
            Pattern.compile("^```java( compile)?\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final List<String> IMPORTS = List.of(
            "com.tngtech.archunit.core.domain",
            "com.tngtech.archunit.core.importer",
            "com.tngtech.archunit.core.importer.ImportOption",
            "dev.anchors.domain",
            "dev.anchors.http",
            "dev.anchors.inmemory",
            "dev.anchors.ports",
            "dev.anchors.testkit",
            "dev.anchors.testkit.architecture",
            "dev.anchors.testkit.contract",
            "dev.anchors.testkit.fake",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.stream",
            "org.junit.jupiter.api",
            "org.junit.jupiter.api.extension",
            "static dev.anchors.testkit.assertions.AnchorAssertions");

    @TempDir
    private Path classes;

    @TestFactory
    Stream<DynamicNode> code_of_every_page_compiles_and_runs() {
        return PAGES.stream().map(page -> DynamicContainer.dynamicContainer(page, snippets(ROOT.resolve(page))));
    }

    private Stream<DynamicTest> snippets(Path page) {
        List<MatchResult> blocks = BLOCK.matcher(read(page)).results().toList();
        assertThat(blocks).as("blocks of Java in %s", page).isNotEmpty();
        return blocks.stream()
                .map(block -> DynamicTest.dynamicTest(firstLine(block.group(2)), () -> {
                    String name = "Snippet" + block.start();
                    boolean statements = !block.group(2).contains("class ");
                    compile(name, statements ? asProgram(name, block.group(2)) : imports() + block.group(2));
                    if (statements && block.group(1) == null) {
                        run(name);
                    }
                }));
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String firstLine(String block) {
        return block.lines().findFirst().orElse("").strip();
    }

    private static String asProgram(String name, String statements) {
        return imports() + "public class " + name
                + " { public static void main(String[] arguments) throws Exception {\n" + statements + "}}\n";
    }

    private static String imports() {
        StringBuilder imports = new StringBuilder();
        IMPORTS.forEach(name -> imports.append("import ").append(name).append(".*;\n"));
        return imports.toString();
    }

    private void compile(String name, String source) {
        StringWriter messages = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of(
                                "-proc:none",
                                "-d",
                                classes.toString(),
                                "-cp",
                                String.join(File.pathSeparator, BuildPath.entries())),
                        null,
                        List.of(source(name, source)))
                .call();
        assertThat(compiled).as("%s%nin%n%s", messages, source).isTrue();
    }

    private static JavaFileObject source(String name, String text) {
        URI uri = URI.create("string:///" + name + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private void run(String name) throws Exception {
        URL[] urls = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
    }
}
