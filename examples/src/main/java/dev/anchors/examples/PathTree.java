package dev.anchors.examples;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A tree of paths with the anchors at each path, as text for people.
 *
 * <pre>
 * /home/ada
 *   /notes.md: FILE 1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a02
 *     - asset 2254f2c8-5797-40e8-ac56-41166dc0e101
 *   /src: DIRECTORY 4c5d6e7f-8091-42a3-94c5-d6e7f8091a05
 *     /Main.java: FILE 3365a3d9-68a8-41f9-bd67-52277ed1f202
 * </pre>
 *
 * <p>A folder without anchors shares the line of the only path below it. An anchor with several paths is shown at each of
 * them.
 */
final class PathTree {

    private static final String INDENT = "  ";
    private static final String WITHOUT_PATH = "(without a path)";

    private final Supplier<Map<String, Node>> maps;
    private final Node root;

    private PathTree(Supplier<Map<String, Node>> maps) {
        this.maps = maps;
        root = new Node();
    }

    /** Returns a tree with paths in alphabetical order. */
    static PathTree sorted(List<Anchor> anchors) {
        return new PathTree(TreeMap::new).addAll(anchors);
    }

    /** Returns a tree with paths in the order of their first anchors. */
    static PathTree inOrder(List<Anchor> anchors) {
        return new PathTree(LinkedHashMap::new).addAll(anchors);
    }

    /** Prints the tree. Control characters of names are escaped. */
    void print(PrintWriter out) {
        root.children.forEach((name, node) -> node.print(out, name, ""));
    }

    private PathTree addAll(List<Anchor> anchors) {
        for (Anchor anchor : anchors) {
            List<FullPath> paths = anchor.paths();
            if (paths.isEmpty()) {
                root.child(WITHOUT_PATH).anchors.add(anchor);
            }
            paths.forEach(path -> add(path, anchor));
        }
        return this;
    }

    private void add(FullPath path, Anchor anchor) {
        Node node = root;
        for (String name : names(path.normalized().value())) {
            node = node.child(name);
        }
        node.anchors.add(anchor);
    }

    /** Returns the names of a path, the separators before them included: {@code /home}, {@code /ada}. */
    private static String[] names(String path) {
        return path.split(path.startsWith("/") ? "(?=/)" : "(?=[/\\\\])");
    }

    /** A path that has anchors, or is a part of such a path. */
    private final class Node {

        private final List<Anchor> anchors = new ArrayList<>();
        private final Map<String, Node> children = maps.get();

        Node child(String name) {
            return children.computeIfAbsent(name, added -> new Node());
        }

        void print(PrintWriter out, String name, String indent) {
            Node node = this;
            StringBuilder line = new StringBuilder(name);
            while (node.anchors.isEmpty() && node.children.size() == 1) {
                Map.Entry<String, Node> only =
                        node.children.entrySet().iterator().next();
                line.append(only.getKey());
                node = only.getValue();
            }
            node.printAnchors(out, indent + Printable.of(line.toString()), indent + INDENT);
            node.children.forEach((child, below) -> below.print(out, child, indent + INDENT));
        }

        private void printAnchors(PrintWriter out, String path, String indent) {
            if (anchors.isEmpty()) {
                out.println(path);
            }
            for (Anchor anchor : anchors) {
                out.println(path + ": "
                        + Printable.of(anchor.rawType() + " " + anchor.id().value()));
                for (MaterialId link : anchor.links()) {
                    out.println(indent + "- " + kind(link) + " " + Printable.of(link.value()));
                }
            }
        }

        private static String kind(MaterialId link) {
            return link.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
