package dev.anchors.domain;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a path as the service keeps it: any platform, any script, relative or not, even a URL.
 *
 * <p>It is not a {@link java.nio.file.Path}, since it may belong to another platform than the one that this program runs on.
 *
 * @param value the path; not blank and without NUL
 */
public record FullPath(String value) implements Comparable<FullPath> {

    /** Rejects null, blank text and NUL. */
    public FullPath {
        Text.naming("path", value);
    }

    /**
     * Returns this path in the normal form of its own style. The beginning of a path determines its style:
     *
     * <ul>
     *   <li>{@code /}, or three and more of it: POSIX. Names are separated by {@code /}; a backslash is part of a name.
     *   <li>{@code /}, a letter and {@code :} as the first name: a Windows drive as editors write it. {@code /c:/Users/ada} becomes
     *       {@code C:\Users\ada}.
     *   <li>a letter, {@code :} and a separator: a Windows drive. The letter becomes a capital, {@code /} becomes {@code \}.
     *   <li>{@code \\}, or exactly two {@code /}: a Windows share. {@code //server/share/a} becomes {@code
     *       \\server\share\a}; server and share are the root.
     *   <li>A share whose server would be {@code ?} or {@code .} is a verbatim path or a device and stays as it is.
     *   <li>Everything else stays as it is: relative paths, a drive without a separator, one backslash, URLs.
     * </ul>
     *
     * <p>In the first four, repeated separators become one, {@code .} is removed, {@code ..} removes the name before it and
     * stops at the root, and a separator at the end is removed unless it is the root. Nothing else changes: neither case nor
     * Unicode, and no dot or blank at the end of a name. Normalising twice gives the same as once.
     *
     * <p>A normal form names the same place as the path, with one exception: a folder {@code /c:} of Linux or macOS is taken for
     * the Windows drive, and is not found by that name.
     *
     * <p>The service normalises what is created but does not say how: this is an assumption. No file system is asked, so a
     * folder in front of {@code ..} is assumed to be no link. Two normal forms may still name one place, for example where a
     * file system ignores case.
     */
    public FullPath normalized() {
        String normal = PathStyle.of(value).normalize(value);
        return normal.equals(value) ? this : new FullPath(normal);
    }

    /**
     * Returns the path of a file or a directory as an anchor of it has the path: absolute, and in
     * {@linkplain #normalized() normal form}.
     */
    public static FullPath of(Path path) {
        return new FullPath(path.toAbsolutePath().toString()).normalized();
    }

    /**
     * Returns the directory that contains this path, in {@linkplain #normalized() normal form}; empty for a root, and for a
     * path whose style has none, such as a relative path or a URL.
     */
    public Optional<FullPath> parent() {
        String normal = normalized().value;
        PathStyle style = PathStyle.of(normal);
        int root = style.rootLength(normal);
        return normal.length() <= root
                ? Optional.empty()
                : Optional.of(new FullPath(normal.substring(0, Math.max(root, normal.lastIndexOf(style.separator())))));
    }

    /** Returns the last name of this path; empty for a path that has no {@link #parent()}. */
    public Optional<String> fileName() {
        String normal = normalized().value;
        PathStyle style = PathStyle.of(normal);
        return normal.length() <= style.rootLength(normal)
                ? Optional.empty()
                : Optional.of(normal.substring(normal.lastIndexOf(style.separator()) + 1));
    }

    /**
     * Returns whether this path is {@code directory} or below it. The normal forms are compared name by name: {@code /notes/a}
     * starts with {@code /notes}, and {@code /notebook} does not. A path of a style without names starts with itself only.
     */
    public boolean startsWith(FullPath directory) {
        String normal = normalized().value;
        String start = directory.normalized().value;
        return normal.equals(start)
                || (PathStyle.of(normal) == PathStyle.of(start)
                        && directory
                                .directoryPrefix()
                                .filter(normal::startsWith)
                                .isPresent());
    }

    /**
     * Returns the text that the normal form of every path below this directory begins with, such as {@code /home/ada/}, for a
     * search in an ordered index; empty for a path of a style without names, since nothing is below it. A path that begins
     * with this text is below the directory if it {@linkplain #startsWith starts with} the directory, too: {@code //./a}
     * begins with {@code /}, but is a device of Windows.
     */
    public Optional<String> directoryPrefix() {
        String normal = normalized().value;
        String separator = PathStyle.of(normal).separator();
        if (separator.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(normal.endsWith(separator) ? normal : normal + separator);
    }

    /** Compares the texts of two paths as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(FullPath other) {
        return value.compareTo(other.value);
    }
}
