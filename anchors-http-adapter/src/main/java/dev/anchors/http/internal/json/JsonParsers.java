package dev.anchors.http.internal.json;

import java.io.Reader;
import java.util.Locale;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Creates Jackson's parsers of characters, of which each takes the buffers of the one before it. The limits are set here,
 * since their defaults differ between releases.
 */
final class JsonParsers {

    private static final int MAX_DEPTH = 500;
    private static final int MAX_NAME_LENGTH = 50_000;
    private static final int MAX_NUMBER_LENGTH = 1_000;
    private static final int MAX_STRING_LENGTH =
            2_000_000; // decoding a text cannot be cut short, so it has to be short

    /** Describes a body that exceeds a limit. */
    static final String LIMITS_EXCEEDED = String.format(
            Locale.ROOT,
            "the body exceeds a limit of the JSON parser: values may be nested %,d deep; names may have %,d,"
                    + " numbers %,d and strings %,d characters",
            MAX_DEPTH,
            MAX_NAME_LENGTH,
            MAX_NUMBER_LENGTH,
            MAX_STRING_LENGTH);

    /**
     * Names are not kept in a table of symbols: the names in {@code indices} are ids, so that a table would grow with
     * every response, and names that share a hash code would make the table slow or let the parser fail. For parsers of
     * characters, every release of Jackson 3 can do without, and is no slower.
     */
    private static final JsonFactory SETTINGS = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .build())
            .errorReportConfiguration(ErrorReportConfiguration.builder() // a message shows no text of the body
                    .maxErrorTokenLength(0)
                    .maxRawContentLength(0)
                    .build())
            .build();

    /** Has buffers of its own, since those that all factories share are the slowest part of reading a small document. */
    private final TokenStreamFactory factory =
            SETTINGS.rebuild().recyclerPool(JsonRecyclerPools.newBoundedPool(1)).build();

    /** Returns a parser of the document that {@code text} reads. */
    JsonParser create(Reader text) {
        return factory.createParser(ObjectReadContext.empty(), text);
    }
}
