package dev.anchors.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures by name, which are printed as they come, and written as one JSON object. */
final class Report {

    private final Map<String, Number> figures = new LinkedHashMap<>();

    void add(String name, Number figure) {
        figures.put(name, figure);
        System.out.println(name + ": " + figure);
    }

    /** Writes the file that the first argument of the program names, if there is one. */
    void write(String... arguments) throws IOException {
        if (arguments.length > 0) {
            Files.writeString(Path.of(arguments[0]), json());
        }
    }

    private String json() {
        return figures.entrySet().stream()
                .map(figure -> "  \"" + figure.getKey() + "\": " + figure.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }
}
