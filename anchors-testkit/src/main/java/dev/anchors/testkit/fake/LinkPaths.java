package dev.anchors.testkit.fake;

import dev.anchors.domain.MaterialKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The path templates of the operations on links: below the anchor and below the material, in current and old releases. */
final class LinkPaths {

    /** Removes the link to an asset, in releases before 2.3.0. */
    static final String DISASSOCIATE_DOCUMENTED = "/anchors/{anchor}/assets/delete/{asset}";

    /** Removes the link to an asset, in releases since 2.2.0. */
    static final String DISASSOCIATE_CURRENT = "/anchor/{anchor}/assets/disassociate/{asset}";

    private LinkPaths() {}

    /** Returns the templates of the paths that make a link. */
    static List<String> associate() {
        return Stream.concat(
                        current("associate"),
                        Stream.of("/persons/{person}/anchors/associate/{anchor}")) // release 2.3.0
                .toList();
    }

    /** Returns the templates of the paths that remove a link. */
    static List<String> disassociate() {
        return Stream.concat(
                        current("disassociate"),
                        Stream.of(
                                DISASSOCIATE_DOCUMENTED,
                                "/anchors/{anchor}/persons/disassociate/{person}", // release 2.3.0
                                "/persons/{person}/anchors/disassociate/{anchor}", // release 2.3.0
                                "/conversation/{conversation}/anchors/delete/{anchor}")) // releases before 2.3.0
                .toList();
    }

    /** Returns whether the repository itself has the operation at a path, and not its links. */
    static boolean isOfRepository(String path) {
        return path.equals(DISASSOCIATE_DOCUMENTED) || path.equals(DISASSOCIATE_CURRENT);
    }

    private static Stream<String> current(String action) {
        return Arrays.stream(MaterialKind.values())
                .flatMap(kind -> Stream.of(belowAnchor(kind, action), belowMaterial(kind, action)));
    }

    private static String belowAnchor(MaterialKind kind, String action) {
        MaterialNames names = MaterialNames.of(kind);
        return "/anchor/{anchor}/" + names.paths() + "/" + action + "/{" + names.single() + "}";
    }

    private static String belowMaterial(MaterialKind kind, String action) {
        MaterialNames names = MaterialNames.of(kind);
        return "/" + names.path() + "/{" + names.single() + "}/anchors/" + action + "/{anchor}";
    }
}
