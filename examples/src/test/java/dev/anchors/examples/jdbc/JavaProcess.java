package dev.anchors.examples.jdbc;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A process that runs a class of the tests or of the program. */
public final class JavaProcess {

    private JavaProcess() {}

    /** Returns a builder of a process with the class path of this one. */
    public static ProcessBuilder builder(Class<?> main, String... arguments) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // the process does not live long
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        return new ProcessBuilder(
                Stream.concat(command.stream(), Stream.of(arguments)).toList());
    }
}
