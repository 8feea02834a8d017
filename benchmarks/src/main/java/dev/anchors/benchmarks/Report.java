package dev.anchors.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Named numbers, which are printed when they are added and written as one JSON object. */
final class Report {

    private final Map<String, Number> numbers = new LinkedHashMap<>();

    void add(String name, Number number) {
        numbers.put(name, number);
        System.out.println(name + ": " + number);
    }

    /** Writes the report to the file that the first program argument names; without arguments, to no file. */
    void write(String... arguments) throws IOException {
        if (arguments.length > 0) {
            Files.writeString(Path.of(arguments[0]), json());
        }
    }

    private String json() {
        return numbers.entrySet().stream()
                .map(number -> "  \"" + number.getKey() + "\": " + number.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }
}
