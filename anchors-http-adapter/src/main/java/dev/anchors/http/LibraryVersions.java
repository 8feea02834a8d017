package dev.anchors.http;

import dev.anchors.http.internal.calls.Troubleshooting;
import java.lang.module.ModuleDescriptor.Version;
import java.util.StringJoiner;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.util.VersionInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.PackageVersion;

/**
 * Checks the versions of the libraries, since the build of an application may choose older ones.
 *
 * <p>The check comes before the first use of a class that the older versions lack, so this class uses none of those. A
 * version that is unknown, for example because the library was repackaged, is accepted. Lambdas and streams are avoided,
 * since the first of them would make every program start more slowly.
 */
final class LibraryVersions {

    private LibraryVersions() {}

    /**
     * Checks the libraries that this program runs with. They are looked up once.
     *
     * @throws IllegalStateException if one of them is older than the oldest supported version
     */
    static void check() {
        if (Loaded.PROBLEM != null) {
            throw new IllegalStateException(Loaded.PROBLEM);
        }
    }

    /** Returns a sentence that names each library that is too old and says how to choose another; null if none is. */
    static @Nullable String problem(Library... libraries) {
        StringJoiner needs = new StringJoiner(" and ");
        StringJoiner artifacts = new StringJoiner(" and of ");
        StringJoiner properties = new StringJoiner(" and ");
        for (Library library : libraries) {
            if (library.isTooOld()) {
                needs.add(library.name + " " + library.oldest + " or later (found: " + library.found + ")");
                artifacts.add(library.artifact);
                properties.add(library.springBootProperty);
            }
        }
        if (needs.length() == 0) {
            return null;
        }
        return "anchors-http-adapter needs " + needs + "; in Maven, set the version of " + artifacts
                + " in <dependencyManagement>; in a build on spring-boot-starter-parent, set " + properties
                + " in <properties>; " + Troubleshooting.VERSIONS;
    }

    /**
     * A library and the version of it that was found.
     *
     * @param found the version, or null if it is unknown
     * @param springBootProperty the property by which the build of a Spring Boot application sets the version
     */
    record Library(String name, String oldest, @Nullable String found, String artifact, String springBootProperty) {

        boolean isTooOld() {
            try {
                return found != null && Version.parse(found).compareTo(Version.parse(oldest)) < 0;
            } catch (IllegalArgumentException notAVersion) {
                return false;
            }
        }
    }

    /** Initialised by the first check. */
    private static final class Loaded {

        static final @Nullable String PROBLEM = problem();

        private static @Nullable String problem() {
            try {
                return LibraryVersions.problem(httpClient(), httpCore(), jackson());
            } catch (LinkageError absent) {
                return null; // the first use of the library will say so
            }
        }

        private static Library httpClient() {
            return new Library(
                    "HttpClient",
                    "5.4",
                    release("org.apache.hc.client5", HttpClient.class),
                    "org.apache.httpcomponents.client5:httpclient5",
                    "httpclient5.version");
        }

        private static Library httpCore() {
            return new Library(
                    "HttpCore",
                    "5.3",
                    release("org.apache.hc.core5", VersionInfo.class),
                    "org.apache.httpcomponents.core5:httpcore5",
                    "httpcore5.version");
        }

        private static Library jackson() {
            var version = PackageVersion.VERSION;
            return new Library(
                    "Jackson core",
                    "3.0.0",
                    version.isUnknownVersion() ? null : version.toString(),
                    "tools.jackson.core:jackson-core",
                    "jackson-bom.version");
        }

        private static @Nullable String release(String name, Class<?> inLibrary) {
            VersionInfo info = VersionInfo.loadVersionInfo(name, inLibrary.getClassLoader());
            return info == null ? null : info.getRelease();
        }
    }
}
