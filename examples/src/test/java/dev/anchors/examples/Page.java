package dev.anchors.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, or another text file of the project. */
record Page(Path path) {

    /** The folder of the whole project. */
    static final Path ROOT = Path.of("..");

    private static final Set<String> WRITTEN = Set.of(".git", ".gradle", "build", "target");
    private static final String MARK = "(?:<!-- ((?:command|test):) ([\\w-]+) -->%s)?";
    private static final Pattern BLOCK =
            Pattern.compile("^" + MARK.formatted("\\R") + " *```(.*)\\R([\\s\\S]*?)^ *```$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile(MARK.formatted(" ") + "`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(?:#[^)]*)?\\)");

    /**
     * A block of code, or code in a sentence.
     *
     * @param language what the page says about a block; empty for code in a sentence
     * @param mark the mark in front of the code, without spaces: {@code command:NAME} or {@code test:NAME}
     */
    record Code(Page page, Optional<String> mark, String language, String text) {}

    /** Returns every page of the project. */
    static List<Page> all() {
        return filesBelow(ROOT, ".md").map(Page::new).toList();
    }

    /** Returns the files below a folder whose path ends so; what a build writes is left out. */
    static Stream<Path> filesBelow(Path folder, String... endings) {
        return allFilesBelow(folder).filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith));
    }

    private static Stream<Path> allFilesBelow(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !WRITTEN.contains(entry.getFileName().toString())).sorted().toList().stream()
                    .flatMap(entry -> Files.isDirectory(entry) ? allFilesBelow(entry) : Stream.of(entry));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isBelow(String folder) {
        return ROOT.relativize(path).startsWith(folder);
    }

    Stream<Code> blocks() {
        return BLOCK.matcher(read(path))
                .results()
                .map(block -> new Code(this, mark(block), block.group(3), block.group(4)));
    }

    Stream<Code> codeInSentences() {
        String sentences = BLOCK.matcher(read(path)).replaceAll("");
        return CODE.matcher(sentences).results().map(code -> new Code(this, mark(code), "", code.group(3)));
    }

    private static Optional<String> mark(MatchResult code) {
        return Optional.ofNullable(code.group(1)).map(kind -> kind + code.group(2));
    }

    /** Returns the files that the page links to. */
    Stream<Path> linkedFiles() {
        return LINK.matcher(read(path))
                .results()
                .map(link -> path.resolveSibling(link.group(1)).normalize());
    }

    @Override
    public String toString() {
        return ROOT.relativize(path).toString();
    }
}
