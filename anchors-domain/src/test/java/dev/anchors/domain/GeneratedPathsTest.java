package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests properties of the normal form on random paths, made of pieces that are hard to normalize. */
class GeneratedPathsTest {

    private static final int PATHS = 20_000;
    private static final List<String> PIECES = List.of(
            "/", "/", "\\", "\\", ".", "..", "a", "b", "C", ":", "?", "server", " ", "é", "e\u0301", "設計", "🚀");

    private static final Pattern POSIX_ROOT = Pattern.compile("/");
    private static final Pattern DRIVE_ROOT = Pattern.compile("[A-Za-z]:[\\\\/]");
    private static final Pattern LITERAL = Pattern.compile("\\\\\\\\[\\\\/]*\\?([\\\\/].*)?");
    private static final Pattern NETWORK_ROOT =
            Pattern.compile("\\\\\\\\[\\\\/]*(?<server>[^\\\\/]*)[\\\\/]*(?<share>[^\\\\/]*)");

    @Test
    void normalizing_a_path_twice_equals_normalizing_it_once() {
        assertThat(paths().filter(path -> !path.normalized().normalized().equals(path.normalized())))
                .isEmpty();
    }

    @Test
    void the_normal_form_of_a_path_keeps_the_root() {
        assertThat(paths().filter(path -> !path.normalized().value().startsWith(root(path.value()))))
                .isEmpty();
    }

    @Test
    void the_normal_form_of_a_path_has_no_empty_or_dot_names_after_the_root() {
        assertThat(paths().filter(path -> isRooted(path.value()))
                        .filter(path -> namesAfterRoot(path).anyMatch(Set.of("", ".", "..")::contains)))
                .isEmpty();
    }

    private static Stream<String> namesAfterRoot(FullPath path) {
        String root = root(path.value());
        String rest = path.normalized().value().substring(root.length());
        String separator = root.equals("/") ? "/" : "\\";
        if (rest.startsWith(separator)) { // root() returns a network root without a separator at its end
            rest = rest.substring(separator.length());
        }
        return rest.isEmpty() ? Stream.empty() : Stream.of(rest.split(Pattern.quote(separator), -1));
    }

    @Test
    void a_path_without_a_root_is_its_own_normal_form() {
        assertThat(paths().filter(path -> !isRooted(path.value()))
                        .filter(path -> !path.normalized().equals(path)))
                .isEmpty();
    }

    @Test
    void the_random_paths_include_many_of_every_style() {
        for (Pattern style : List.of(POSIX_ROOT, DRIVE_ROOT, LITERAL, NETWORK_ROOT)) {
            assertThat(paths().filter(path -> style.matcher(path.value()).lookingAt()))
                    .as("%s", style)
                    .hasSizeGreaterThan(500);
        }
        assertThat(paths().filter(path -> !isRooted(path.value()))).hasSizeGreaterThan(500);
    }

    private static Stream<FullPath> paths() {
        Random random = new Random(20240417);
        List<String> beginnings = List.of("", "/", "C:", "C:/", "c:\\", "\\\\", "\\\\server\\", "\\\\?\\");
        return Stream.generate(() -> path(random, beginnings))
                .filter(path -> !path.isBlank())
                .map(FullPath::new)
                .limit(PATHS);
    }

    private static String path(Random random, List<String> beginnings) {
        StringBuilder path = new StringBuilder(beginnings.get(random.nextInt(beginnings.size())));
        for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
            path.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return path.toString();
    }

    private static boolean isRooted(String path) {
        return !root(path).isEmpty();
    }

    /** Returns the root in normal form, or an empty text if the path has none; uses patterns only. */
    private static String root(String path) {
        if (POSIX_ROOT.matcher(path).lookingAt()) {
            return "/";
        }
        if (DRIVE_ROOT.matcher(path).lookingAt()) {
            return path.substring(0, 2) + "\\";
        }
        Matcher network = NETWORK_ROOT.matcher(path);
        if (network.lookingAt() && !LITERAL.matcher(path).matches()) {
            String share = network.group("share");
            return "\\\\" + network.group("server") + (share.isEmpty() ? "" : "\\" + share);
        }
        return "";
    }
}
