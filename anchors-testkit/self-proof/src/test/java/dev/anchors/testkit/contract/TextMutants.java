package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Mistakes.lookingFor;
import static dev.anchors.testkit.contract.Mutant.making;
import static dev.anchors.testkit.contract.Mutant.showing;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorRepository;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Second set: repositories that change or confuse text. */
final class TextMutants {

    private TextMutants() {}

    static Stream<Mutant> all() {
        return Stream.concat(values(), lookups());
    }

    private static Stream<Mutant> values() {
        return Stream.of(
                new Mutant(Rule.CRE_2, "removes blanks at both ends of names", naming(String::strip)),
                new Mutant(
                        Rule.CRE_2,
                        "reads an empty name as absent",
                        making((made, seed) ->
                                made.name().filter(String::isEmpty).isPresent()
                                        ? made.toBuilder().name(null).build()
                                        : made)),
                new Mutant(
                        Rule.CRE_2,
                        "normalizes the Unicode of names",
                        naming(name -> Normalizer.normalize(name, Normalizer.Form.NFC))),
                new Mutant(Rule.CRE_2, "removes a blank at the end of a path", pathing(String::stripTrailing)),
                new Mutant(Rule.CRE_2, "reads paths in lower case", pathing(path -> path.toLowerCase(Locale.ROOT))),
                new Mutant(
                        Rule.CRE_2,
                        "removes a dot and a slash from the beginning of a path",
                        pathing(path -> path.startsWith("./") ? path.substring(2) : path)),
                new Mutant(Rule.CRE_3, "removes blanks around the id of an asset", linking(id -> id.strip())),
                new Mutant(Rule.CRE_3, "links assets in upper case", linking(id -> id.toUpperCase(Locale.ROOT))),
                new Mutant(Rule.CRE_3, "skips annotations without text", making((made, seed) -> {
                    Anchor.Builder changed = made.toBuilder();
                    List<AnnotationId> annotations = List.copyOf(made.annotations());
                    for (int index = 0; index < annotations.size(); index++) {
                        if (seed.annotations().get(index).text().isEmpty()) {
                            changed.unlink(annotations.get(index));
                        }
                    }
                    return changed.build();
                })));
    }

    private static Stream<Mutant> lookups() {
        return Stream.of(
                new Mutant(Rule.FIN_1, "finds ids in lower case", lookingFor(id -> id.toLowerCase(Locale.ROOT))),
                new Mutant(
                        Rule.FIN_1,
                        "removes blanks at both ends of ids in find",
                        lookingFor(id -> id.isBlank() ? id : id.strip())),
                new Mutant(
                        Rule.SNA_3,
                        "finds the anchors below a path",
                        showing((anchors, transferables) -> Anchors.over(new View(() -> anchors) {
                            @Override
                            public List<Anchor> atPath(FullPath path) {
                                return anchors.stream()
                                        .filter(anchor -> anchor.paths().stream()
                                                .anyMatch(other -> other.value().startsWith(path.value())))
                                        .toList();
                            }
                        }))),
                new Mutant(
                        Rule.SNA_3,
                        "finds the anchors below a directory by the beginning of their paths",
                        showing((anchors, transferables) -> Anchors.over(new View(() -> anchors) {
                            @Override
                            public List<Anchor> below(FullPath directory) {
                                return anchors.stream()
                                        .filter(anchor -> anchor.paths().stream()
                                                .anyMatch(path -> !path.equals(directory)
                                                        && path.value().startsWith(directory.value())))
                                        .toList();
                            }
                        }))),
                new Mutant(
                        Rule.SNA_3,
                        "finds no anchor below a directory",
                        showing((anchors, transferables) -> Anchors.over(new View(() -> anchors) {
                            @Override
                            public List<Anchor> below(FullPath directory) {
                                return List.of();
                            }
                        }))),
                new Mutant(
                        Rule.SNA_3,
                        "looks for materials by their text alone",
                        showing((anchors, transferables) -> Anchors.over(new View(() -> anchors) {
                            @Override
                            public List<Anchor> linkedTo(MaterialId material) {
                                return anchors.stream()
                                        .filter(anchor -> anchor.links().stream()
                                                .anyMatch(link -> link.value().equals(material.value())))
                                        .toList();
                            }
                        }))),
                new Mutant(Rule.DEL_2, "deletes ids in lower case", clock -> new SmallRepository(clock) {
                    @Override
                    public void delete(AnchorId id) {
                        super.delete(new AnchorId(id.value().toLowerCase(Locale.ROOT)));
                    }
                }));
    }

    private static Function<InstantSource, AnchorRepository> naming(UnaryOperator<String> change) {
        return making((made, seed) ->
                made.toBuilder().name(made.name().map(change).orElse(null)).build());
    }

    private static Function<InstantSource, AnchorRepository> pathing(UnaryOperator<String> change) {
        return Mutant.pointing(point -> point.toBuilder()
                .fullpath(point.fullpath()
                        .map(path -> new FullPath(change.apply(path.value())))
                        .orElse(null))
                .build());
    }

    private static Function<InstantSource, AnchorRepository> linking(UnaryOperator<String> change) {
        return making((made, seed) -> {
            Anchor.Builder changed = made.toBuilder();
            made.assets().forEach(asset -> changed.unlink(asset).link(new AssetId(change.apply(asset.value()))));
            return changed.build();
        });
    }
}
