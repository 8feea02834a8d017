package dev.anchors.testkit.internal;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Valid values that often cause errors, and some ordinary values. */
public final class EdgeCases {

    /** Text that may be a part of an identifier. */
    public static final List<String> NAMING = List.of(
            "a",
            "4c5d6e7f-8091-42a3-94c5-d6e7f8091a05",
            "two words",
            "a/b",
            "..",
            "100%",
            "%2F",
            "a+b",
            "a?b#c&d=e",
            "a\\b",
            "\"quoted\"",
            "it's",
            "a:b;c,d",
            "{x}[y]",
            "é",
            "e\u0301",
            "設計",
            "🚀",
            "مرحبا",
            "\u00a0");

    /** Identifiers: one for each ASCII character except NUL, which no identifier may contain, and some unusual ones. */
    public static final List<String> IDS = Stream.of(
                    IntStream.range(1, 128).mapToObj(character -> "a" + (char) character + "b"),
                    NAMING.stream(),
                    Stream.of(".", "0", "ä€🚀", "?q=1#f", "%", "'", "\"", "+", "A/B", "x".repeat(500)),
                    // look like the same number, or differ in case only
                    Stream.of("1", "01", "1.0", "1e0", "+1", "-1", "0x1", "NaN", "null", "true"),
                    Stream.of("b", "B", "ß", "ss", "SS", "i", "I", "ı", "İ", "σ", "ς", "Σ", "ﬁ", "fi"),
                    IntStream.of(255, 256, 257, 1_023, 1_024, 1_025).mapToObj("y"::repeat))
            .flatMap(ids -> ids)
            .distinct()
            .toList();

    /** Text without restrictions, including empty text and text of several lines. */
    public static final List<String> FREE = Stream.concat(
                    NAMING.stream(),
                    Stream.of(
                            "",
                            " ",
                            "\t",
                            "\r\n",
                            "line\nline",
                            "\u0001",
                            "\u2028",
                            "</script>",
                            "null",
                            "x".repeat(5000),
                            " padded ",
                            "\ufeffmarked",
                            "\uffff",
                            "y".repeat(255),
                            "y".repeat(256)))
            .toList();

    /** Text that is longer than what some stores keep, in characters or in bytes. */
    public static final List<String> LONG =
            IntStream.of(65_535, 65_536, 300_000).mapToObj("é"::repeat).toList();

    /** The documented versions of the API, which a seed may name. */
    public static final List<String> SEMANTIC_VERSIONS = List.of("MAJOR_0_MINOR_0_PATCH_1", "UNKNOWN");

    /** Paths of every style, normalized or not. */
    public static final List<String> PATHS = List.of(
            "/home/ada/notes.md",
            "/home//ada/../ada/./notes.md/",
            "/",
            "/home/renée/Документы/設計 メモ 🚀.md",
            "/home/rene\u0301e/\u202eabc",
            "/tmp/100%/a b/it's \"quoted\"/a\\b?c#d&e=f",
            "C:\\Users\\José\\My Files\\a&b;c=100%.txt",
            "c:/temp/",
            "C:\\",
            "C:notes",
            "\\\\fileserver\\team share$\\Q1\\plan.docx",
            "//fileserver/team/plan.md",
            "\\\\?\\C:\\very long\\path",
            "notes/../notes.md",
            ".",
            "~/notes",
            "file:///home/ada/x%20y.txt?z=1#frag",
            "https://example.org/repo/tree/main/src",
            " /home",
            "/" + "long/".repeat(800));

    /** Raw types of an anchor, including unknown ones. */
    public static final List<String> TYPES = List.of("FILE", "DIRECTORY", "UNKNOWN", "SYMLINK", "file", "ファイル");

    /** Raw platforms of a point, including unknown ones. */
    public static final List<String> PLATFORMS = List.of(
            "WEB", "MACOS", "LINUX", "WINDOWS", "FUCHSIA", "IOS", "ANDROID", "UNKNOWN", "HAIKU", "linux", "プラットフォーム");

    /** Values of counters, including the extremes. */
    public static final List<Long> NUMBERS = List.of(
            0L,
            1L,
            -1L,
            42L,
            (long) Integer.MAX_VALUE + 1,
            (1L << 53) + 1, // the smallest positive integer that a double cannot represent
            Long.MIN_VALUE,
            Long.MAX_VALUE);

    /** Instants of the years 1 to 9999, the range of RFC 3339. */
    public static final List<Instant> INSTANTS = Stream.of(
                    "2024-04-17T09:30:00Z",
                    "2024-04-17T09:30:00.1Z",
                    "2024-04-17T09:30:00.123Z",
                    "2024-04-17T09:30:00.123456789Z",
                    "2024-02-29T23:59:59.999999999Z",
                    "2024-04-17T00:00:00Z",
                    "2024-03-10T07:30:00Z", // in an hour that local times of America or Europe skip or have twice
                    "2024-03-31T01:30:00Z",
                    "2024-10-27T00:30:00Z",
                    "2024-10-27T01:30:00Z",
                    "2024-11-03T05:30:00Z",
                    "2024-11-03T06:30:00Z",
                    "1582-10-10T00:00:00Z",
                    "2038-01-19T03:14:08Z",
                    "1970-01-01T00:00:00Z",
                    "1969-12-31T23:59:59.999999999Z",
                    "0001-01-01T00:00:00Z",
                    "9999-12-31T23:59:59.999999999Z")
            .map(Instant::parse)
            .toList();

    private EdgeCases() {}
}
