package dev.anchors.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The faults and how calls end by them, as a table for {@code README.md}. Faults that end all alike share a row. */
final class FaultTable {

    private static final String HEAD = """
            | fault | snapshot, stream, find | create | delete, disassociate | requests, if not one |
            | --- | --- | --- | --- | --- |
            """;

    private FaultTable() {}

    static String markdown() {
        Map<String, String> rows = Fault.all()
                .collect(groupingBy(FaultTable::cells, LinkedHashMap::new, mapping(Fault::name, joining("; "))));
        return rows.entrySet().stream()
                .map(row -> "| " + row.getValue() + row.getKey() + " |\n")
                .collect(joining("", HEAD, ""));
    }

    private static String cells(Fault fault) {
        return Stream.of(
                        endings(fault, Invocation.SNAPSHOT, Invocation.STREAM, Invocation.FIND),
                        endings(fault, Invocation.CREATE),
                        endings(fault, Invocation.DELETE, Invocation.DISASSOCIATE),
                        requests(fault))
                .collect(joining(" | ", " | ", ""));
    }

    private static String endings(Fault fault, Invocation... column) {
        return told(
                column, it -> fault.ending(it).map(ending -> ending.inWords(it)).orElse("–"));
    }

    private static String requests(Fault fault) {
        return told(Invocation.values(), it -> {
            List<String> requests = fault.requests(it);
            return requests.isEmpty() ? "none read" : requests.size() == 1 ? "" : String.join(", ", requests);
        });
    }

    /** Returns what holds for the first and, by their names, for those that differ from it. */
    private static String told(Invocation[] invocations, Function<Invocation, String> words) {
        String first = words.apply(invocations[0]);
        List<String> told = new ArrayList<>();
        if (!first.isEmpty()) {
            told.add(first);
        }
        for (Invocation invocation : invocations) {
            String other = words.apply(invocation);
            if (!other.equals(first)) {
                told.add(invocation.name().toLowerCase(Locale.ROOT) + ": " + other);
            }
        }
        return String.join("; ", told);
    }
}
