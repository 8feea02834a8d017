package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/**
 * Runs with libraries that are too old, which only {@code .ci/compatibility} provides. Surefire takes the name for no
 * test unless it is told.
 */
class TooOldLibraries {

    @Test
    void build_says_which_versions_it_needs() {
        HttpAnchorRepository.Builder builder = HttpAnchorRepository.builder();

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessageMatching("anchors-http-adapter needs HttpClient \\S+ or later .found: .*"
                        + "org\\.apache\\.httpcomponents\\.client5:httpclient5 .* httpclient5\\.version .*");
    }
}
