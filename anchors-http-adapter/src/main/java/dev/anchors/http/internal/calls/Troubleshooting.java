package dev.anchors.http.internal.calls;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The sections of TROUBLESHOOTING.md that messages refer to. The jar has the page in META-INF. */
public enum Troubleshooting {
    PORTS,
    CERTIFICATES,
    TIMEOUTS,
    VERSIONS;

    /**
     * Returns the reference for a message, for example {@code see anchors-http-adapter/TROUBLESHOOTING.md#ports}, with the
     * URL of the repository in front of the path if the build knows it.
     */
    @Override
    public String toString() {
        return "see " + Page.address() + "#" + name().toLowerCase(Locale.ROOT);
    }

    /** The address of the page, which is read when a message needs it. */
    static final class Page {

        /** Not set while the class is initialized: an error in that, as by a full stack, would end all later messages. */
        private static volatile @Nullable String address;

        private Page() {}

        private static String address() {
            String known = address;
            if (known == null) {
                known = address(repositoryUrl());
                address = known;
            }
            return known;
        }

        /** Returns the address of the page in a repository; a path if the URL of the repository is empty. */
        static String address(String repositoryUrl) {
            return (repositoryUrl.isEmpty() ? "" : repositoryUrl + "/blob/HEAD/")
                    + "anchors-http-adapter/TROUBLESHOOTING.md";
        }

        private static String repositoryUrl() {
            Properties properties = new Properties();
            try {
                InputStream file = Troubleshooting.class.getResourceAsStream("repository.properties");
                if (file != null) { // a build that repackages the jar may lose it
                    try {
                        properties.load(file);
                    } finally {
                        file.close();
                    }
                }
            } catch (IOException unreadable) {
                return ""; // the message of a failure is more important than a URL in it
            }
            return properties.getProperty("url", "");
        }
    }
}
