package dev.anchors.examples;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/** The jars and folders that this very build runs with, be they on the class path or on the module path. */
final class BuildPath {

    private BuildPath() {}

    static List<String> entries() {
        return Stream.of("jdk.module.path", "java.class.path")
                .flatMap(property -> Stream.of(System.getProperty(property, "").split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
