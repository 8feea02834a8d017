package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Mutant.making;
import static dev.anchors.testkit.contract.Mutant.pointing;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.Platform;
import dev.anchors.ports.AnchorRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Repositories that create wrong anchors of seeds. */
final class SeedMutants {

    private SeedMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(values(), paths(), links()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> values() {
        return Stream.of(
                new Mutant(
                        Rule.CRE_2,
                        "loses the type",
                        making((made, seed) ->
                                made.toBuilder().rawType(AnchorType.FILE.name()).build())),
                new Mutant(
                        Rule.CRE_2,
                        "stores types in lower case",
                        making((made, seed) -> made.toBuilder()
                                .rawType(made.rawType().toLowerCase(Locale.ROOT))
                                .build())),
                new Mutant(
                        Rule.CRE_2,
                        "loses the name",
                        making((made, seed) -> made.toBuilder().name(null).build())),
                new Mutant(
                        Rule.CRE_2,
                        "uses the path as the name of an anchor without a name",
                        making((made, seed) -> made.toBuilder()
                                .name(seed.name().orElse(seed.fullpath().value()))
                                .build())),
                new Mutant(
                        Rule.CRE_2,
                        "replaces characters of names that are not ASCII",
                        making((made, seed) -> made.toBuilder()
                                .name(seed.name().map(SeedMutants::ascii).orElse(null))
                                .build())),
                new Mutant(
                        Rule.CRE_2,
                        "strips white space from names",
                        making((made, seed) -> made.toBuilder()
                                .name(seed.name().map(String::strip).orElse(null))
                                .build())),
                new Mutant(Rule.CRE_2, "treats an empty name as absent", naming(name -> name.isEmpty() ? null : name)),
                new Mutant(
                        Rule.CRE_2,
                        "cuts names after 255 characters",
                        naming(name -> name.substring(0, Math.min(255, name.length())))),
                new Mutant(
                        Rule.CRE_2,
                        "removes control characters from names",
                        naming(name -> name.replaceAll("\\p{Cntrl}", ""))),
                new Mutant(
                        Rule.CRE_2,
                        "loses watch",
                        making((made, seed) -> made.toBuilder().watch(null).build())),
                new Mutant(
                        Rule.CRE_2,
                        "treats a watch of false as absent",
                        making((made, seed) -> made.toBuilder()
                                .watch(seed.watch().filter(watch -> watch).orElse(null))
                                .build())),
                new Mutant(
                        Rule.CRE_2,
                        "treats an absent watch as false",
                        making((made, seed) -> made.toBuilder()
                                .watch(seed.watch().orElse(false))
                                .build())),
                new Mutant(
                        Rule.CRE_2,
                        "links an asset that was not seeded",
                        making((made, seed) -> made.toBuilder()
                                .link(seed.asset().orElse(new AssetId("default")))
                                .build())));
    }

    private static Stream<Mutant> paths() {
        return Stream.of(
                new Mutant(
                        Rule.CRE_2,
                        "creates two points",
                        making((made, seed) -> made.toBuilder()
                                .point(AnchorPoint.of(new AnchorPointId("another point")))
                                .build())),
                new Mutant(
                        Rule.CRE_2,
                        "creates no point",
                        making((made, seed) ->
                                made.toBuilder().points(List.of()).build())),
                new Mutant(
                        Rule.CRE_2,
                        "loses the platform",
                        pointing(point -> point.toBuilder().platform(null).build())),
                new Mutant(
                        Rule.CRE_2,
                        "uses the platform of the machine if the seed has none",
                        pointing(point -> point.toBuilder()
                                .platform(point.platform().orElse(Platform.LINUX))
                                .build())),
                new Mutant(
                        Rule.CRE_2,
                        "does not normalize the path",
                        making((made, seed) -> made.toBuilder()
                                .points(List.of(made.points().get(0).toBuilder()
                                        .fullpath(seed.fullpath())
                                        .build()))
                                .build())),
                new Mutant(Rule.CRE_2, "stores paths in lower case", pathing(path -> path.toLowerCase(Locale.ROOT))),
                new Mutant(Rule.CRE_2, "replaces characters of paths that are not ASCII", pathing(SeedMutants::ascii)),
                new Mutant(Rule.CRE_2, "treats every path as a POSIX path", pathing(path -> path.replace('\\', '/'))),
                new Mutant(
                        Rule.CRE_2,
                        "cuts paths after 260 characters",
                        pathing(path -> path.substring(0, Math.min(260, path.length())))),
                new Mutant(Rule.CRE_2, "treats a URL as a path", pathing(path -> path.replace("://", ":/"))),
                new Mutant(
                        Rule.CRE_2,
                        "replaces a tilde in a path by a home directory",
                        pathing(path -> path.replace("~", "/home/ada"))));
    }

    private static Stream<Mutant> links() {
        return Stream.of(
                new Mutant(Rule.CRE_3, "does not link the asset", linking(link -> link instanceof AssetId)),
                new Mutant(Rule.CRE_3, "does not link the conversation", making((made, seed) -> {
                    Anchor.Builder anchor = made.toBuilder();
                    seed.conversation().ifPresent(anchor::unlink);
                    return anchor.build();
                })),
                new Mutant(Rule.CRE_3, "does not link the annotations", linking(link -> link instanceof AnnotationId)),
                new Mutant(Rule.CRE_3, "creates one annotation for two equal ones", making((made, seed) -> {
                    Anchor.Builder anchor = made.toBuilder();
                    long doubles = seed.annotations().size()
                            - seed.annotations().stream().distinct().count();
                    made.annotations().stream().limit(doubles).forEach(anchor::unlink);
                    return anchor.build();
                })),
                new Mutant(Rule.CRE_3, "gives annotations of different anchors the same ids", making((made, seed) -> {
                    Anchor.Builder anchor = made.toBuilder();
                    made.annotations().forEach(anchor::unlink);
                    for (int i = 0; i < seed.annotations().size(); i++) {
                        anchor.link(new AnnotationId("annotation-" + i));
                    }
                    return anchor.build();
                })),
                new Mutant(Rule.CRE_3, "replaces a plus in the id of an asset by a space", making((made, seed) -> {
                    Anchor.Builder anchor = made.toBuilder();
                    made.assets().forEach(anchor::unlink);
                    made.assets()
                            .forEach(asset -> anchor.link(new AssetId(
                                    asset.value().equals("+")
                                            ? asset.value()
                                            : asset.value().replace('+', ' '))));
                    return anchor.build();
                })),
                new Mutant(
                        Rule.CRE_3,
                        "confuses assets whose ids differ only in case",
                        Mutant.showing((anchors, transferables) -> Anchors.over(new View(() -> anchors) {
                            @Override
                            public List<Anchor> linkedTo(MaterialId material) {
                                return anchors.stream()
                                        .filter(anchor -> anchor.assets().stream()
                                                .anyMatch(other -> other.value().equalsIgnoreCase(material.value())))
                                        .toList();
                            }
                        }))),
                new Mutant(
                        Rule.CRE_3,
                        "does not find anchors by their assets",
                        Mutant.showing((anchors, transferables) -> Anchors.over(new View(() -> anchors) {
                            @Override
                            public List<Anchor> linkedTo(MaterialId material) {
                                return List.of();
                            }
                        }))));
    }

    private static Function<InstantSource, AnchorRepository> naming(Function<String, @Nullable String> mistake) {
        return making((made, seed) ->
                made.toBuilder().name(seed.name().map(mistake).orElse(null)).build());
    }

    private static Function<InstantSource, AnchorRepository> pathing(UnaryOperator<String> mistake) {
        return pointing(point -> point.toBuilder()
                .fullpath(point.fullpath()
                        .map(path -> new FullPath(mistake.apply(path.value())))
                        .orElse(null))
                .build());
    }

    private static Function<InstantSource, AnchorRepository> linking(Predicate<MaterialId> forgotten) {
        return making((made, seed) -> made.toBuilder()
                .links(made.links().stream().filter(forgotten.negate()).toList())
                .build());
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\x00-\\x7f]", "?");
    }
}
