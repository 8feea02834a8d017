package dev.anchors.examples;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/** The class path and the module path of the tests. */
final class BuildPath {

    private BuildPath() {}

    /** Returns the paths of the jars and directories. */
    static List<String> entries() {
        return Stream.of("jdk.module.path", "java.class.path")
                .flatMap(property -> Stream.of(System.getProperty(property, "").split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
