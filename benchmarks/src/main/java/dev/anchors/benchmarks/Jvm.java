package dev.anchors.benchmarks;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts programs in new JVMs of the version that runs this one. Immutable. */
final class Jvm {

    private final String classPath;
    private final List<String> options;

    private Jvm(String classPath, List<String> options) {
        this.classPath = classPath;
        this.options = options;
    }

    static Jvm withClassPath(String classPath) {
        return new Jvm(classPath, List.of());
    }

    Jvm option(String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return new Jvm(classPath, more);
    }

    /** Starts a program. It inherits standard error only. */
    Process start(String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
