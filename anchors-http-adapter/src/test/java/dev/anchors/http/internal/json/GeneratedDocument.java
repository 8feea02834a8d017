package dev.anchors.http.internal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/** Writes anchors at random as a service could: fields in any order, repeated, unknown, null or of a wrong type. */
final class GeneratedDocument {

    private static final String[] COLLECTIONS = {"annotations", "assets", "conversations", "tags", "workstream_events"};

    private static final String[] NUMBERS = {
        "0",
        "-0",
        "7",
        "-1",
        "2",
        "128",
        "1e2",
        "1.0",
        "100.00",
        "-3E0",
        "1200e-2",
        "9007199254740993",
        "9223372036854775807"
    };

    private static final String[] ODD_NUMBERS = {
        "0.5",
        "1e-2",
        "1e30",
        "0.99999999999999999999",
        "9223372036854775808",
        "-9223372036854775809.0",
        "1e400",
        "-0.0e9"
    };

    private static final String[] TEXTS = {
        "a",
        "b",
        "c-1",
        "FILE",
        "DIRECTORY",
        "LINUX",
        "/home/ada/notes.md",
        "zoë",
        "🚀",
        "C:\\\\Users",
        "\\n",
        "\\/",
        "\\\""
    };

    private static final String[] ODD_TEXTS = {"", " ", "\\t\\n", "\\ud83d", "\\ude80x", "\\u0000", "\\uFEFF", "\u2028"
    };

    private static final String[] TIMESTAMPS = {
        "2026-03-01T10:00:00.000Z",
        "2026-03-01T10:00:00Z",
        "2026-02-28t23:59:60.123456789123z",
        "2026-03-01 10:00:00",
        "2026-03-01T10:00:00+02:00",
        "2026-03-01T10:00:00.5-1130",
        "0000-01-01T00:00:00+23"
    };

    private static final String[] ODD_TIMESTAMPS = {"", "yesterday", "2026-02-29T10:00:00Z", "2026-03-01T24:00:00Z"};

    private final Random random;
    private final int oddities; // in a hundred values
    private final StringBuilder json = new StringBuilder();
    private int anchors;

    private GeneratedDocument(Random random) {
        this.random = random;
        oddities = random.nextInt(3) > 0 ? 0 : random.nextInt(4);
    }

    private record Member(String name, Runnable value) {}

    /** Returns the text of a document, which is the same for equal states of {@code random}. */
    static String text(Random random) {
        GeneratedDocument document = new GeneratedDocument(random);
        document.outermost();
        return document.json.toString();
    }

    private void outermost() {
        blanks();
        List<Member> members = new ArrayList<>(List.of(new Member("iterable", () -> array(4, this::anchor))));
        members.addAll(some(new Member("score", this::score), new Member("schema", this::schema)));
        members.addAll(some(new Member("indices", this::indices)));
        if (odd()) {
            members.add(members.get(0));
        }
        object(members);
        blanks();
        if (odd()) {
            json.append(oneOf("]", "x", "7", ","));
        }
    }

    private void anchor() {
        List<Member> members = new ArrayList<>();
        members.add(new Member("id", () -> string(chance(3) ? "anchor" : "anchor-" + anchors++)));
        members.add(new Member("created", this::timestamp));
        members.addAll(some(
                new Member("type", this::text),
                new Member("name", this::text),
                new Member("watch", this::bool),
                new Member("points", () -> collection(this::point)),
                new Member("updated", this::timestamp),
                new Member("deleted", this::timestamp),
                new Member("score", this::score),
                new Member("schema", this::schema)));
        for (String links : COLLECTIONS) {
            members.addAll(some(new Member(links, () -> collection(this::reference))));
        }
        object(members);
    }

    private void point() {
        List<Member> members = new ArrayList<>(some(new Member(
                "reference",
                () -> object(some(
                        new Member("id", this::text),
                        new Member("fullpath", this::text),
                        new Member("platform", this::text),
                        new Member("verified", this::bool),
                        new Member("created", this::timestamp),
                        new Member("updated", this::timestamp),
                        new Member("anchor", this::reference),
                        new Member("score", this::score),
                        new Member("schema", this::schema))))));
        members.add(new Member("id", this::text));
        object(members);
    }

    private void reference() {
        object(List.of(new Member("id", this::text)));
    }

    private void collection(Runnable element) {
        object(some(new Member("iterable", () -> array(5, element)), new Member("indices", this::indices)));
    }

    private void indices() {
        List<Member> members = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.add(new Member(oneOf(TEXTS), this::number));
        }
        membersInAnyOrder(members);
    }

    private void timestamp() {
        object(List.of(
                new Member("value", () -> string(odd() ? oneOf(ODD_TIMESTAMPS) : oneOf(TIMESTAMPS))),
                new Member("readable", this::text)));
    }

    private void score() {
        object(some(
                new Member("manual", this::number),
                new Member("automatic", this::number),
                new Member("priority", this::number),
                new Member("reuse", this::number),
                new Member("update", this::number),
                new Member("reference", this::number),
                new Member("searched", this::number),
                new Member("schema", this::schema)));
    }

    private void schema() {
        object(some(new Member("migration", this::number), new Member("semantic", this::text)));
    }

    private void number() {
        json.append(odd() ? oneOf(ODD_NUMBERS) : oneOf(NUMBERS));
    }

    private void bool() {
        json.append(random.nextBoolean());
    }

    private void text() {
        string(odd() ? oneOf(ODD_TEXTS) : oneOf(TEXTS));
    }

    private void anything() {
        switch (random.nextInt(6)) {
            case 0 -> array(3, this::anything);
            case 1 -> object(List.of(new Member(oneOf(TEXTS), this::anything), new Member("value", this::anything)));
            case 2 -> number();
            case 3 -> bool();
            default -> text();
        }
    }

    private List<Member> some(Member... members) {
        List<Member> chosen = new ArrayList<>(List.of(members));
        chosen.removeIf(member -> random.nextInt(3) == 0);
        return chosen;
    }

    private void object(List<Member> members) {
        List<Member> all = new ArrayList<>(members);
        if (chance(10)) {
            all.add(new Member(oneOf("later", "wa\\u0074chful", "", "zoë", "\\ud83d\\ude80"), this::anything));
        }
        membersInAnyOrder(all);
    }

    private void membersInAnyOrder(List<Member> members) {
        List<Member> all = new ArrayList<>(members);
        for (Member member : members) {
            if (!member.name().equals("iterable") && chance(5)) {
                all.add(member);
            }
        }
        Collections.shuffle(all, random);
        json.append('{');
        separated(all.size(), index -> {
            string(all.get(index).name());
            blanks();
            json.append(':');
            blanks();
            value(all.get(index).value());
        });
        json.append('}');
    }

    private void array(int most, Runnable element) {
        json.append('[');
        separated(random.nextInt(most), index -> value(element));
        json.append(']');
    }

    private void separated(int count, IntConsumer write) {
        for (int i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ",");
            blanks();
            write.accept(i);
            blanks();
        }
    }

    private void value(Runnable proper) {
        if (odd()) {
            anything();
        } else if (chance(1)) {
            json.append("null");
        } else {
            proper.run();
        }
    }

    /** Writes a string whose escapes are written already, and a few more escapes. */
    private void string(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            boolean plain = text.indexOf('\\') < 0;
            json.append(plain && chance(2) ? String.format("\\u%04x", (int) next) : String.valueOf(next));
        }
        json.append('"');
    }

    private void blanks() {
        if (chance(3)) {
            json.append(oneOf(" ", "\n", "\t", "\r\n  "));
        }
    }

    private boolean odd() {
        return chance(oddities);
    }

    private boolean chance(int inHundred) {
        return random.nextInt(100) < inHundred;
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
