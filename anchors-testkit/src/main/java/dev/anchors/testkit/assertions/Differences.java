package dev.anchors.testkit.assertions;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.SeededAnchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Lists the fields in which two values differ: one line for each field, with the actual and the expected value. */
final class Differences {

    private static final int MAX_LINES = 20;

    private static final List<Field<Anchor>> ANCHOR = List.of(
            new Field<>("id", Anchor::id),
            new Field<>("type", Anchor::rawType),
            new Field<>("name", Anchor::name),
            new Field<>("watch", Anchor::watch),
            new Field<>("created", Anchor::created),
            new Field<>("updated", Anchor::updated),
            new Field<>("deleted", Anchor::deleted),
            new Field<>("score", Anchor::score),
            new Field<>("schema", Anchor::schema));

    private static final List<Field<Anchor>> LINKS = Arrays.stream(MaterialKind.values())
            .map(kind -> new Field<Anchor>("links(" + kind + ")", anchor -> anchor.links(kind)))
            .toList();

    private static final List<Field<AnchorPoint>> POINT = List.of(
            new Field<>("id", AnchorPoint::id),
            new Field<>("fullpath", AnchorPoint::fullpath),
            new Field<>("platform", AnchorPoint::rawPlatform),
            new Field<>("verified", AnchorPoint::verified),
            new Field<>("created", AnchorPoint::created),
            new Field<>("updated", AnchorPoint::updated),
            new Field<>("deleted", AnchorPoint::deleted),
            new Field<>("anchor", AnchorPoint::anchor),
            new Field<>("score", AnchorPoint::score),
            new Field<>("schema", AnchorPoint::schema));

    private static final List<Field<SeededAnchor>> SEED = List.of(
            new Field<>("type", SeededAnchor::rawType),
            new Field<>("fullpath", SeededAnchor::fullpath),
            new Field<>("name", SeededAnchor::name),
            new Field<>("watch", SeededAnchor::watch),
            new Field<>("platform", SeededAnchor::platform),
            new Field<>("asset", SeededAnchor::asset),
            new Field<>("conversation", SeededAnchor::conversation),
            new Field<>("persons", SeededAnchor::persons),
            new Field<>("annotations", SeededAnchor::annotations),
            new Field<>("schema", SeededAnchor::schema));

    private static final List<Field<Anchors>> SNAPSHOT =
            List.of(new Field<>("score", Anchors::score), new Field<>("schema", Anchors::schema));

    private record Field<T>(String name, Function<T, Object> accessor) {}

    private final List<String> lines = new ArrayList<>();

    private Differences() {}

    static List<String> between(Anchor actual, Anchor expected) {
        return new Differences().anchor("", actual, expected).limited();
    }

    static List<String> between(SeededAnchor actual, SeededAnchor expected) {
        return new Differences().fields("", SEED, actual, expected).limited();
    }

    static List<String> between(Anchors actual, Anchors expected) {
        return new Differences().snapshot(actual, expected).limited();
    }

    /** Returns a value as messages show it: text in quotes, and an empty optional as "absent". */
    static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Differences::text).orElse("absent");
        }
        return value instanceof String text ? '"' + text + '"' : value.toString();
    }

    private Differences snapshot(Anchors actual, Anchors expected) {
        for (Anchor anchor : expected) {
            actual.find(anchor.id())
                    .ifPresentOrElse(
                            found -> anchor("anchor " + anchor.id().value() + ": ", found, anchor),
                            () -> lines.add("missing: " + anchor));
        }
        for (Anchor anchor : actual) {
            if (expected.find(anchor.id()).isEmpty()) {
                lines.add("unexpected: " + anchor);
            }
        }
        if (lines.isEmpty() && !ids(actual).equals(ids(expected))) {
            add("order", ids(actual), ids(expected));
        }
        return fields("", SNAPSHOT, actual, expected);
    }

    private static List<String> ids(Anchors anchors) {
        return anchors.stream().map(Anchor::id).map(AnchorId::value).toList();
    }

    private Differences anchor(String prefix, Anchor actual, Anchor expected) {
        return fields(prefix, ANCHOR, actual, expected)
                .fields(prefix, LINKS, actual, expected)
                .points(prefix, actual.points(), expected.points());
    }

    private Differences points(String prefix, List<AnchorPoint> actual, List<AnchorPoint> expected) {
        if (actual.size() != expected.size()) {
            add(prefix + "points", actual, expected);
            return this;
        }
        for (int index = 0; index < actual.size(); index++) {
            fields(prefix + "points[" + index + "].", POINT, actual.get(index), expected.get(index));
        }
        return this;
    }

    private <T> Differences fields(String prefix, List<Field<T>> fields, T actual, T expected) {
        for (Field<T> field : fields) {
            Object value = field.accessor().apply(actual);
            Object expectedValue = field.accessor().apply(expected);
            if (!Objects.equals(value, expectedValue)) {
                add(prefix + field.name(), value, expectedValue);
            }
        }
        return this;
    }

    private void add(String field, Object value, Object expected) {
        lines.add(field + " was " + text(value) + ", expected " + text(expected));
    }

    private List<String> limited() {
        if (lines.size() <= MAX_LINES) {
            return lines;
        }
        List<String> limited = new ArrayList<>(lines.subList(0, MAX_LINES));
        limited.add("and " + (lines.size() - MAX_LINES) + " more");
        return limited;
    }
}
