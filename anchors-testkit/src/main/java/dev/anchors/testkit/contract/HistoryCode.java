package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.testkit.Samples;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a history as Java statements that can be pasted into a test with a repository and a manual clock. */
final class HistoryCode {

    private static final int WIDTH = 400;
    private static final int FEW = 3;

    private HistoryCode() {}

    /** Returns a line for each step; a step whose anchor was not created does nothing and has no line. */
    static String of(List<Step> history) {
        List<Step> steps = history.stream().filter(step -> isRun(step, history)).toList();
        if (steps.isEmpty()) {
            return "// no call: a repository without anchors fails";
        }
        Set<Integer> used = steps.stream()
                .filter(Step.Make.class::isInstance)
                .map(step -> ((Step.Make) step).anchor())
                .collect(toCollection(TreeSet::new));
        return steps.stream()
                .flatMap(step -> step instanceof Step.Create create ? lines(create, used) : Stream.of(line(step)))
                .map(HistoryCode::bounded)
                .collect(joining("\n"));
    }

    private static boolean isRun(Step step, List<Step> history) {
        int anchor = step instanceof Step.Make make ? make.anchor() : 0;
        return anchor <= 0
                || history.stream().anyMatch(other -> other instanceof Step.Create create && create.creates(anchor));
    }

    /** Returns a line for each of a few anchors, or one for all of many and one for each that a later step uses. */
    private static Stream<String> lines(Step.Create create, Set<Integer> used) {
        String call = create.call().code();
        int first = create.number();
        int end = first + create.count();
        if (create.count() <= FEW) {
            return IntStream.range(first, end).mapToObj(number -> "Anchor anchor" + number + " = " + call + ";");
        }
        String list = "anchors" + first;
        return Stream.concat(
                Stream.of("List<Anchor> " + list + " = Stream.generate(() -> " + call + ").limit(" + create.count()
                        + ").toList();"),
                used.stream()
                        .filter(number -> first <= number && number < end)
                        .map(number -> "Anchor anchor" + number + " = " + list + ".get(" + (number - first) + ");"));
    }

    private static String bounded(String line) {
        return line.length() > WIDTH ? line.substring(0, WIDTH) + " // ... and more" : line;
    }

    private static String line(Step step) {
        if (step instanceof Step.Make make) {
            return make.call().code() + ";";
        } else if (step instanceof Step.MoveClock move) {
            return "clock.advance(Duration.parse(\"" + move.by() + "\"));";
        } else if (step instanceof Step.TickClock tick) {
            return "// the clock moves by " + tick.by() + " at each reading from here";
        } else if (step instanceof Step.LeaveStream) {
            return "try (Stream<Anchor> stream = repository.stream()) { stream.findFirst(); }";
        }
        return "// each operation is called with null in place of each argument";
    }

    static String anchor(AnchorId id) {
        return "new AnchorId(" + quoted(id.value()) + ")";
    }

    static String seed(SeededAnchor seed) {
        if (seed.equals(Samples.fullSeed())) {
            return "Samples.fullSeed()";
        }
        StringBuilder code = new StringBuilder("SeededAnchor.builder(AnchorType." + seed.type() + ", new FullPath("
                + quoted(seed.fullpath().value()) + "))");
        seed.name().ifPresent(name -> code.append(".name(" + quoted(name) + ")"));
        seed.watch().ifPresent(watch -> code.append(".watch(" + watch + ")"));
        seed.platform().ifPresent(platform -> code.append(".platform(Platform." + platform + ")"));
        seed.asset().ifPresent(asset -> code.append(".asset(" + material(asset) + ")"));
        seed.conversation().ifPresent(conversation -> code.append(".conversation(" + material(conversation) + ")"));
        seed.persons().forEach(person -> code.append(".person(" + material(person) + ")"));
        seed.annotations().forEach(annotation -> code.append(".annotation(" + annotation(annotation) + ")"));
        seed.schema()
                .ifPresent(schema -> code.append(".schema(new EmbeddedModelSchema(" + schema.migration() + "L, "
                        + quoted(schema.semantic()) + "))"));
        return code.append(".build()").toString();
    }

    private static String annotation(SeededAnnotation annotation) {
        return "SeededAnnotation.of(AnnotationType." + annotation.type() + ", " + quoted(annotation.text()) + ")";
    }

    static String material(MaterialId material) {
        return "new " + material.getClass().getSimpleName() + "(" + quoted(material.value()) + ")";
    }

    /** Returns a string literal that keeps every character, whatever the encoding of the source file. */
    static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default ->
                    literal.append(
                            character >= ' ' && character < 127 ? character : "\\u%04x".formatted((int) character));
            }
        }
        return literal.append('"').toString();
    }
}
