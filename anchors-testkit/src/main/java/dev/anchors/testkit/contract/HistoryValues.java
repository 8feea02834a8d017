package dev.anchors.testkit.contract;

import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.Samples;
import dev.anchors.testkit.internal.EdgeCases;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The values of one history. They come from small sets, so that anchors share them, and the values of a set resemble each
 * other: they differ by case, a blank, a suffix, the normal form, or only by the kind of what they identify.
 */
final class HistoryValues {

    private static final List<String> WORDS = List.of(
            "notes",
            "Größe",
            "e\u0301te\u0301",
            "a/b",
            "100%",
            "a+b",
            "it's",
            "設計",
            "2254f2c8-5797-40e8-ac56-41166dc0e101");
    private static final List<AnchorType> TYPES = List.of(AnchorType.FILE, AnchorType.DIRECTORY);
    private static final List<MaterialKind> KINDS = List.of(MaterialKind.values());
    private static final List<Platform> PLATFORMS = Arrays.stream(Platform.values())
            .filter(platform -> platform != Platform.UNKNOWN)
            .toList();
    private static final List<Duration> MOVES = Stream.of(
                    "PT1S",
                    "PT90S",
                    "PT-90S",
                    "PT0.001S",
                    "PT0.000001S",
                    "PT0.000000789S",
                    "PT-0.001S",
                    "PT1H",
                    "P1D",
                    "P400D",
                    "P-400D")
            .map(Duration::parse)
            .toList();
    private static final List<Duration> TICKS = Stream.of(
                    "PT0S", "PT0.000000001S", "PT0.000001S", "PT0.001S", "PT1S", "PT-0.001S")
            .map(Duration::parse)
            .toList();

    private final Random random;
    private final List<String> ids;
    private final List<String> paths;
    private final List<MaterialId> materials;

    HistoryValues(Random random) {
        this.random = random;
        ids = someOf(similarTo(oneOf(WORDS)), 4);
        paths = Stream.concat(someOf(pathsLike(oneOf(WORDS)), 4).stream(), Stream.of(oneOf(EdgeCases.PATHS)))
                .toList();
        materials = materials();
    }

    /** Returns materials of which some differ only by their kind. */
    private List<MaterialId> materials() {
        String one = oneOf(ids);
        String other = oneOf(ids);
        return List.of(
                oneOf(KINDS).id(one),
                oneOf(KINDS).id(one),
                oneOf(KINDS).id(other),
                oneOf(KINDS).id(other),
                asset(),
                new ConversationId(oneOf(ids)));
    }

    private static List<String> similarTo(String word) {
        return Stream.of(
                        word,
                        word,
                        word.toUpperCase(Locale.ROOT),
                        " " + word,
                        word + " ",
                        word + "0",
                        word.substring(0, 1),
                        Normalizer.normalize(word, Normalizer.Form.NFC),
                        Normalizer.normalize(word, Normalizer.Form.NFD))
                .toList();
    }

    private static List<String> pathsLike(String word) {
        return Stream.of(
                        "/team/%s",
                        "/team/%s",
                        "/team/%s/",
                        "/team/./%s",
                        "/team/x/../%s",
                        "/team/%s/child.md",
                        "/team/%s2",
                        "/team/%s ",
                        "/TEAM/%s",
                        "/team",
                        "./team/%s",
                        "team/%s",
                        "C:\\team\\%s",
                        "C:/team/%s",
                        "C:\\team\\%s\\child.md",
                        "\\\\server\\share\\%s")
                .map(pattern -> pattern.replace("%s", word))
                .toList();
    }

    /** Returns a full seed, an odd one or a small one. */
    SeededAnchor seed() {
        if (random.nextInt(20) == 0) {
            return Samples.fullSeed();
        }
        SeededAnchor.Builder seed = SeededAnchor.builder(oneOf(TYPES), new FullPath(oneOf(paths)));
        if (random.nextInt(3) > 0) {
            seed.asset(asset());
        }
        if (random.nextInt(3) == 0) {
            seed.conversation(new ConversationId(oneOf(ids)));
        }
        if (random.nextInt(2) == 0) {
            details(seed);
        }
        return seed.build();
    }

    private void details(SeededAnchor.Builder seed) {
        seed.name(random.nextInt(2) == 0 ? oneOf(EdgeCases.FREE) : oneOf(ids))
                .watch(random.nextInt(3) == 0 ? null : Boolean.valueOf(random.nextBoolean()))
                .platform(random.nextBoolean() ? oneOf(PLATFORMS) : null);
        for (int left = random.nextInt(3); left > 0; left--) {
            seed.annotation(SeededAnnotation.of(
                    oneOf(List.of(AnnotationType.COMMENT, AnnotationType.DESCRIPTION)),
                    random.nextBoolean() ? "" : oneOf(ids)));
        }
        if (random.nextInt(4) == 0) {
            seed.person(new PersonId(oneOf(ids)))
                    .schema(new EmbeddedModelSchema(oneOf(EdgeCases.NUMBERS), oneOf(EdgeCases.SEMANTIC_VERSIONS)));
        }
    }

    AssetId asset() {
        return new AssetId(oneOf(ids));
    }

    MaterialId material() {
        return oneOf(materials);
    }

    Transferables transferables() {
        return random.nextInt(4) == 0 ? Transferables.OMITTED : Transferables.INCLUDED;
    }

    Duration move() {
        return oneOf(MOVES);
    }

    Duration tick() {
        return oneOf(TICKS);
    }

    private List<String> someOf(List<String> values, int count) {
        return Stream.generate(() -> oneOf(values)).limit(count).toList();
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
