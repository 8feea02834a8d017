package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A block of Java in a page: a class, or the statements of a program. */
record Snippet(String text) {

    private static final String NAME = "Snippet";
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

    boolean hasStatements() {
        return !text.contains("class ");
    }

    void compile(Path classes) {
        String source = source();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-proc:none", "-d", classes.toString(), "-cp", String.join(File.pathSeparator, BuildPath.entries()));
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(file(source)))
                .call();
        assertThat(compiled).as("%s%nin%n%s", messages, source).isTrue();
    }

    void run(Path classes) throws Exception {
        URL[] urls = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            loader.loadClass(NAME).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
    }

    private String source() {
        StringBuilder source = new StringBuilder();
        IMPORTS.forEach(name -> source.append("import ").append(name).append(".*;\n"));
        return hasStatements()
                ? source + "public class " + NAME
                        + " { public static void main(String[] arguments) throws Exception {\n" + text + "}}\n"
                : source + text;
    }

    private static JavaFileObject file(String source) {
        URI uri = URI.create("string:///" + NAME + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
