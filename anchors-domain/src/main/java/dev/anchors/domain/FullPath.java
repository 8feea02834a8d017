package dev.anchors.domain;

/**
 * The text of a path as the service keeps it: any platform, any script, relative or not, even a URL.
 *
 * <p>It is not a {@link java.nio.file.Path}, since it may belong to another platform than the one that this program runs on.
 *
 * @param value the path; not blank and without NUL
 */
public record FullPath(String value) {

    /** Rejects null, blank text and NUL. */
    public FullPath {
        Text.naming("path", value);
    }

    /**
     * Returns this path in the normal form of its own style.
     *
     * <ul>
     *   <li>POSIX, when it begins with {@code /}: separators are {@code /}.
     *   <li>Windows, when it begins with a drive and a separator or with {@code \\}: {@code /} becomes {@code \}. The root
     *       of a network path is {@code \\server\share}, with a separator after it where there is one. A path that begins
     *       with <code>\\?\</code> stays as it is, for Windows takes it literally.
     *   <li>Everything else stays as it is: relative paths, a drive without a separator, URLs.
     * </ul>
     *
     * <p>Repeated separators become one, {@code .} goes, {@code ..} takes the name before it along and stops at the
     * root, and a separator at the end goes unless it belongs to the root. Case and Unicode are untouched, and no file
     * system is asked. Normalising twice gives the same as once.
     *
     * <p>The service normalises what is created but does not say how: this is an assumption.
     */
    public FullPath normalized() {
        String normal = PathStyle.of(value).normalize(value);
        return normal.equals(value) ? this : new FullPath(normal);
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
