package dev.anchors.domain;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a path leads: a model for tests, which works with patterns only and shares nothing with {@link FullPath}. Two
 * spellings of one place are equal.
 *
 * @param root the root with its kind; the whole path where nothing is known of its parts
 * @param rest the names behind the root, each behind a slash
 */
record Place(String root, String rest) {

    private static final Pattern NETWORK = Pattern.compile("(\\\\\\\\|//(?!/)).*", Pattern.DOTALL);
    private static final Pattern SHARE =
            Pattern.compile("[\\\\/]+(?<server>[^\\\\/]+)([\\\\/]+(?<share>[^\\\\/]+))?(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern DRIVE = Pattern.compile("(?<drive>[A-Za-z]:)(?<rest>[\\\\/].*)", Pattern.DOTALL);
    private static final Pattern EDITOR_DRIVE = Pattern.compile("/[A-Za-z]:/.*", Pattern.DOTALL);
    private static final Pattern REPEATED_OR_DOT = Pattern.compile("/(\\.?/)+");
    private static final Pattern ABOVE_ROOT = Pattern.compile("^/(\\.\\./)+");
    private static final Pattern NAME_AND_DOT_DOT = Pattern.compile("/(?!\\.\\./)[^/]+/\\.\\./");

    static Place of(String path) {
        if (NETWORK.matcher(path).matches()) {
            Matcher share = SHARE.matcher(path);
            return share.matches() && !share.group("server").matches("[?.]")
                    ? new Place("share " + share.group("server") + "\\" + share.group("share"), windows(share))
                    : new Place(path, "");
        }
        if (path.startsWith("/")) {
            String names = resolved(path);
            return EDITOR_DRIVE.matcher(names).matches() ? of(names.substring(1)) : new Place("posix", names);
        }
        Matcher drive = DRIVE.matcher(path);
        return drive.matches()
                ? new Place("drive " + drive.group("drive").toUpperCase(Locale.ROOT), windows(drive))
                : new Place(path, "");
    }

    /** Returns whether the path has a root and names that can be told. */
    boolean isRooted() {
        return root.equals("posix") || root.startsWith("share ") || root.startsWith("drive ");
    }

    private static String windows(Matcher path) {
        return resolved("/" + path.group("rest").replace('\\', '/'));
    }

    private static String resolved(String names) {
        String rest = REPEATED_OR_DOT.matcher(names + "/").replaceAll("/");
        String before = "";
        while (!rest.equals(before)) {
            before = rest;
            rest = ABOVE_ROOT.matcher(rest).replaceFirst("/");
            rest = NAME_AND_DOT_DOT.matcher(rest).replaceFirst("/");
        }
        return rest;
    }
}
