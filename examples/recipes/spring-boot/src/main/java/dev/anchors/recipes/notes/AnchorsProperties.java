package dev.anchors.recipes.notes;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where PiecesOS listens and how long a call may take. */
@ConfigurationProperties("anchors")
record AnchorsProperties(
        @DefaultValue("http://localhost:1000") URI baseUrl,
        @DefaultValue("5s") Duration callTimeout) {}
