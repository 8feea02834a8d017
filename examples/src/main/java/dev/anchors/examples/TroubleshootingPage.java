package dev.anchors.examples;

import dev.anchors.http.HttpAnchorRepository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The page about failures that is in the jar of the HTTP adapter. */
final class TroubleshootingPage {

    private static final String FILE = "/META-INF/TROUBLESHOOTING.md";

    private TroubleshootingPage() {}

    /** Returns the page, in Markdown. */
    static String text() {
        try (InputStream page = Objects.requireNonNull(HttpAnchorRepository.class.getResourceAsStream(FILE), FILE)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("the page cannot be read: " + failure.getMessage(), failure);
        }
    }
}
