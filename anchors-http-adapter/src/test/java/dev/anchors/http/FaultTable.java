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

/** The table of {@code README.md}: how a call ends that meets a fault. Faults with equal endings share a row. */
final class FaultTable {

    private static final String HEAD = """
            | fault | snapshot, stream, find | create | delete, disassociate, associate | requests, if not one |
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
                        endings(
                                fault,
                                Invocation.DELETE,
                                Invocation.DISASSOCIATE,
                                Invocation.DISASSOCIATE_TAG,
                                Invocation.ASSOCIATE),
                        requests(fault))
                .collect(joining(" | ", " | ", ""));
    }

    private static String endings(Fault fault, Invocation... column) {
        return cell(
                column, it -> fault.ending(it).map(ending -> ending.text(it)).orElse("–"));
    }

    private static String requests(Fault fault) {
        return cell(Invocation.values(), it -> {
            List<String> requests = fault.requests(it);
            return requests.isEmpty() ? "none read" : requests.size() == 1 ? "" : String.join(", ", requests);
        });
    }

    /** Returns the text for the first operation, and the texts that differ from it, each after its operation. */
    private static String cell(Invocation[] invocations, Function<Invocation, String> text) {
        String first = text.apply(invocations[0]);
        List<String> parts = new ArrayList<>();
        if (!first.isEmpty()) {
            parts.add(first);
        }
        for (Invocation invocation : invocations) {
            String other = text.apply(invocation);
            if (!other.equals(first)) {
                parts.add(invocation.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + other);
            }
        }
        return String.join("; ", parts);
    }
}
