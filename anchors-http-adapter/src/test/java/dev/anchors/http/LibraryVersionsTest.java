package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.anchors.http.LibraryVersions.Library;
import dev.anchors.http.internal.calls.Troubleshooting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryVersionsTest {

    @Test
    void the_libraries_of_this_build_are_accepted() {
        assertThatNoException().isThrownBy(LibraryVersions::check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.4", "5.4.0", "5.4.4", "5.5", "5.10", "5.7-alpha1", "5.6-SNAPSHOT", "6.0"})
    void a_supported_version_is_accepted(String version) {
        assertThat(LibraryVersions.problem(httpClient(version))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.3.1", "5.4-alpha1", "5.3", "4.5.14"})
    void a_version_before_the_oldest_supported_one_is_refused(String version) {
        assertThat(LibraryVersions.problem(httpClient(version)))
                .startsWith("anchors-http-adapter needs HttpClient 5.4 or later (found: " + version + "); ");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"UNAVAILABLE", "", "${project.version}"})
    void an_unknown_version_is_accepted(@Nullable String version) {
        assertThat(LibraryVersions.problem(httpClient(version))).isNull();
    }

    @Test
    void one_sentence_says_what_is_needed_of_each_library_and_how_to_set_it() {
        Library core = new Library(
                "HttpCore", "5.3", "5.2.5", "org.apache.httpcomponents.core5:httpcore5", "httpcore5.version");
        Library jackson =
                new Library("Jackson core", "3.0.0", "3.1.2", "tools.jackson.core:jackson-core", "jackson-bom.version");

        assertThat(LibraryVersions.problem(httpClient("5.3.1"), core, jackson))
                .isEqualTo("anchors-http-adapter needs HttpClient 5.4 or later (found: 5.3.1)"
                        + " and HttpCore 5.3 or later (found: 5.2.5);"
                        + " in Maven, set the version of org.apache.httpcomponents.client5:httpclient5"
                        + " and of org.apache.httpcomponents.core5:httpcore5 in <dependencyManagement>;"
                        + " in a build on spring-boot-starter-parent, set httpclient5.version and httpcore5.version"
                        + " in <properties>; " + Troubleshooting.VERSIONS);
    }

    private static Library httpClient(@Nullable String found) {
        return new Library(
                "HttpClient", "5.4", found, "org.apache.httpcomponents.client5:httpclient5", "httpclient5.version");
    }
}
