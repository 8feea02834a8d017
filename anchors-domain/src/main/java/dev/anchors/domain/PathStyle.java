package dev.anchors.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules by which a path is written, which its beginning determines. */
enum PathStyle {
    POSIX("/") {
        @Override
        String normalize(String path) {
            List<String> names = resolve(names(path, "/"), 0);
            String normal = "/" + String.join("/", names);
            return !names.isEmpty() && isDrive(names.get(0)) ? DRIVE.normalize(normal.substring(1)) : normal;
        }

        @Override
        int rootLength(String normal) {
            return 1;
        }
    },
    DRIVE("\\") {
        @Override
        String normalize(String path) {
            char letter = Character.toUpperCase(path.charAt(0));
            return letter + ":\\" + String.join("\\", resolve(names(path.substring(2), WINDOWS_SEPARATORS), 0));
        }

        @Override
        int rootLength(String normal) {
            return 3;
        }
    },
    SHARE("\\") {
        @Override
        String normalize(String path) {
            return "\\\\" + String.join("\\", resolve(names(path, WINDOWS_SEPARATORS), SERVER_AND_SHARE));
        }

        @Override
        int rootLength(String normal) {
            int server = normal.indexOf('\\', 2);
            int share = server < 0 ? -1 : normal.indexOf('\\', server + 1);
            return share < 0 ? normal.length() : share;
        }
    },
    /** Of such a path nothing is known but the whole. */
    OTHER("") {
        @Override
        String normalize(String path) {
            return path;
        }

        @Override
        int rootLength(String normal) {
            return normal.length();
        }
    };

    private static final String WINDOWS_SEPARATORS = "\\/";
    private static final Set<String> DEVICES = Set.of("?", "."); // in the place of a server
    private static final int SERVER_AND_SHARE = 2;

    private final String separator;

    PathStyle(String separator) {
        this.separator = separator;
    }

    abstract String normalize(String path);

    /** Returns the length of the part of a path in normal form that has no parent. */
    abstract int rootLength(String normal);

    /** Returns what separates the names of a path in normal form. */
    String separator() {
        return separator;
    }

    static PathStyle of(String path) {
        if (path.startsWith("\\\\") || (path.startsWith("//") && !path.startsWith("///"))) {
            List<String> names = names(path, WINDOWS_SEPARATORS);
            return names.isEmpty() || DEVICES.contains(names.get(0)) ? OTHER : SHARE;
        }
        if (path.startsWith("/")) {
            return POSIX;
        }
        return beginsWithDrive(path) ? DRIVE : OTHER;
    }

    private static boolean beginsWithDrive(String path) {
        return path.length() > 2 && isDrive(path.substring(0, 2)) && WINDOWS_SEPARATORS.indexOf(path.charAt(2)) >= 0;
    }

    private static boolean isDrive(String name) {
        return name.length() == 2 && isLatinLetter(name.charAt(0)) && name.charAt(1) == ':';
    }

    private static boolean isLatinLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static List<String> names(String path, String separators) {
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= path.length(); end++) {
            if (end == path.length() || separators.indexOf(path.charAt(end)) >= 0) {
                if (end > start) {
                    names.add(path.substring(start, end));
                }
                start = end + 1;
            }
        }
        return names;
    }

    /** Takes {@code .} and {@code ..} out; the first {@code kept} names are never touched. */
    private static List<String> resolve(List<String> names, int kept) {
        List<String> resolved = new ArrayList<>(names.size());
        for (String name : names) {
            if (resolved.size() < kept) {
                resolved.add(name);
            } else if (name.equals("..")) {
                if (resolved.size() > kept) {
                    resolved.remove(resolved.size() - 1);
                }
            } else if (!name.equals(".")) {
                resolved.add(name);
            }
        }
        return resolved;
    }
}
