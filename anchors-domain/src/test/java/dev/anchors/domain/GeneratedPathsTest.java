package dev.anchors.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests properties of the normal form on random paths, made of pieces that are hard to normalize. */
class GeneratedPathsTest {

    private static final int PATHS = 50_000;
    private static final List<String> BEGINNINGS = List.of(
            "",
            "/",
            "//",
            "///",
            "C:",
            "C:/",
            "c:\\",
            "\\\\",
            "//a/b/",
            "\\\\a\\b\\",
            "\\\\?\\",
            "//./",
            "\\\\.\\",
            "/c:/",
            "/C:");
    private static final List<String> PIECES = List.of(
            "/", "/", "/", "\\", "\\", "\\", ".", ".", "..", "a", "b", "A", "C", ":", "?", " ", "é", "e\u0301", "設",
            "🚀");

    static final List<String> PATH_TEXTS = paths();

    @Test
    void normalizing_a_path_twice_equals_normalizing_it_once() {
        assertThat(PATH_TEXTS)
                .allSatisfy(path -> assertThat(normal(normal(path))).isEqualTo(normal(path)));
    }

    @Test
    void the_normal_form_of_a_path_leads_to_the_same_place() {
        assertThat(PATH_TEXTS)
                .allSatisfy(path -> assertThat(Place.of(normal(path))).isEqualTo(Place.of(path)));
    }

    @Test
    void all_spellings_of_a_place_have_one_normal_form() {
        Map<Place, Set<String>> normalForms =
                PATH_TEXTS.stream().collect(groupingBy(Place::of, mapping(GeneratedPathsTest::normal, toSet())));

        assertThat(normalForms).allSatisfy((place, forms) -> assertThat(forms).hasSize(1));
    }

    @Test
    void different_places_have_different_normal_forms() {
        Map<String, Set<Place>> places =
                PATH_TEXTS.stream().collect(groupingBy(GeneratedPathsTest::normal, mapping(Place::of, toSet())));

        assertThat(places).allSatisfy((form, same) -> assertThat(same).hasSize(1));
    }

    @Test
    void a_path_whose_parts_are_not_known_is_its_own_normal_form() {
        assertThat(PATH_TEXTS)
                .filteredOn(path -> !Place.of(path).isRooted())
                .allSatisfy(path -> assertThat(normal(path)).isEqualTo(path));
    }

    /** Leaves out two slashes at the beginning, to which Linux and macOS give no meaning, and text that a locale may refuse. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_normal_form_of_a_posix_path_is_that_of_the_jdk() {
        assertThat(PATH_TEXTS)
                .filteredOn(path -> Place.of(path).root().equals("posix"))
                .filteredOn(path -> path.chars().allMatch(character -> character < 128))
                .hasSizeGreaterThan(1_000)
                .allSatisfy(path -> assertThat(normal(path))
                        .isEqualTo(Path.of(path).normalize().toString()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_parent_and_the_name_of_a_posix_path_are_those_of_the_jdk() {
        assertThat(PATH_TEXTS)
                .filteredOn(path -> Place.of(path).root().equals("posix"))
                .filteredOn(path -> path.chars().allMatch(character -> character < 128))
                .allSatisfy(path -> {
                    Path jdk = Path.of(path).normalize();
                    assertThat(new FullPath(path).parent().map(FullPath::value))
                            .isEqualTo(Optional.ofNullable(jdk.getParent()).map(Path::toString));
                    assertThat(new FullPath(path).fileName())
                            .isEqualTo(Optional.ofNullable(jdk.getFileName()).map(Path::toString));
                });
    }

    @Test
    void a_path_is_below_its_parent_which_lacks_only_the_name() {
        assertThat(PATH_TEXTS)
                .map(FullPath::new)
                .filteredOn(path -> path.parent().isPresent())
                .hasSizeGreaterThan(10_000)
                .allSatisfy(path -> {
                    FullPath parent = path.parent().orElseThrow();
                    assertThat(path.startsWith(parent)).isTrue();
                    assertThat(parent.startsWith(path)).isFalse();
                    assertThat(path.normalized().value())
                            .matches(Pattern.quote(parent.value()) + "[/\\\\]?"
                                    + Pattern.quote(path.fileName().orElseThrow()));
                });
    }

    @Test
    void the_random_paths_include_many_spellings_of_places_of_every_kind() {
        for (String kind : List.of("posix", "drive C:", "share a\\b")) {
            List<Place> places = PATH_TEXTS.stream()
                    .map(Place::of)
                    .filter(place -> place.root().equals(kind))
                    .toList();
            assertThat(places).as(kind).hasSizeGreaterThan(3_000);
            assertThat(Set.copyOf(places)).as(kind).hasSizeBetween(500, places.size() * 3 / 4);
        }
        assertThat(PATH_TEXTS).filteredOn(path -> path.startsWith("\\\\?\\")).hasSizeGreaterThan(1_000);
        assertThat(PATH_TEXTS).filteredOn(path -> !Place.of(path).isRooted()).hasSizeGreaterThan(1_000);
    }

    private static String normal(String path) {
        return new FullPath(path).normalized().value();
    }

    private static List<String> paths() {
        Random random = new Random(20240417);
        return Stream.generate(() -> path(random))
                .filter(path -> !path.isBlank())
                .limit(PATHS)
                .toList();
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
        for (int pieces = random.nextInt(10); pieces > 0; pieces--) {
            path.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return path.toString();
    }
}
