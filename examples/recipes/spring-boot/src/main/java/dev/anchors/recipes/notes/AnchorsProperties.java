package dev.anchors.recipes.notes;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PiecesOS listens and how long a call may take.
 *
 * @param baseUrl null to look for PiecesOS on the ports where it listens
 */
@ConfigurationProperties("anchors")
record AnchorsProperties(
        @Nullable URI baseUrl, @DefaultValue("5s") Duration callTimeout) {}
