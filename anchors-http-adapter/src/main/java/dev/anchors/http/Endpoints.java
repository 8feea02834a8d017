package dev.anchors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.http.internal.calls.Decoder;
import dev.anchors.http.internal.calls.Endpoint;
import dev.anchors.http.internal.json.AnchorReader;
import dev.anchors.http.internal.json.AnchorsReader;
import dev.anchors.http.internal.json.ApplicationJson;
import dev.anchors.http.internal.json.CancellationToken;
import dev.anchors.http.internal.json.MalformedBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hc.core5.http.HttpStatus;

/** The operations of the service, as its description has them. */
final class Endpoints {

    /** What a response says of a change to an anchor. */
    enum Change {
        DONE,
        /** There is no such anchor, and nothing changed. */
        NO_SUCH_ANCHOR,
        /** There is no such anchor or no such route, and nothing changed. */
        NOT_FOUND,
        /** The service failed, perhaps because there is no such anchor, perhaps half-way. */
        LEFT_OPEN
    }

    private static final int MOST_OF_A_TEXT = 4 * 1024; // bytes

    /** How much of a body is discarded before the token is asked again. */
    private static final int DISCARDED_AT_ONCE = 512; // most responses that are discarded have no body

    static final Endpoint<Anchor> CREATE =
            Endpoint.post("/anchors/create?transferables={transferables}", HttpStatus.SC_OK, AnchorReader::read);

    static final Endpoint<Anchors> SNAPSHOT =
            Endpoint.get("/anchors?transferables={transferables}", AnchorsReader::read);

    static final Endpoint<AnchorSpliterator.Opening> STREAM =
            Endpoint.get("/anchors?transferables={transferables}", AnchorSpliterator.Opening::read);

    static final Endpoint<Optional<Anchor>> FIND = Endpoint.get(
                    "/anchor/{anchor}?transferables={transferables}",
                    (body, token) -> Optional.of(AnchorReader.read(body, token)))
            .or(HttpStatus.SC_GONE, Optional.empty());

    /** Looks up only whether there is an anchor, which the response to a change left open. */
    static final Endpoint<Boolean> EXISTS = Endpoint.get("/anchor/{anchor}?transferables=false", discarding(true))
            .or(HttpStatus.SC_GONE, false);

    static final Endpoint<Change> DELETE = change("/anchors/{anchor}/delete");

    /** Removes a link to an asset in old releases; {@link LinkEndpoints} has the current operations. */
    static final Endpoint<Change> LEGACY_DISASSOCIATE = change("/anchors/{anchor}/assets/delete/{asset}");

    /** Tells whether the service serves requests, by a text of its own. */
    static final Endpoint<String> HEALTH = Endpoint.get("/.well-known/health", Endpoints::text);

    static final Endpoint<String> VERSION = Endpoint.get("/.well-known/version", Endpoints::text);

    /** Registers an application and returns its id; empty where the service has no such route. */
    static final Endpoint<Optional<String>> CONNECT = Endpoint.post(
                    "/connect", HttpStatus.SC_OK, (body, token) -> Optional.of(ApplicationJson.readId(body, token)))
            .or(HttpStatus.SC_NOT_FOUND, Optional.empty())
            .or(HttpStatus.SC_METHOD_NOT_ALLOWED, Optional.empty())
            .or(HttpStatus.SC_NOT_IMPLEMENTED, Optional.empty());

    private Endpoints() {}

    /** Returns an operation that changes an existing anchor. */
    static Endpoint<Change> change(String path) {
        return Endpoint.post(path, HttpStatus.SC_NO_CONTENT, discarding(Change.DONE))
                .or(HttpStatus.SC_GONE, Change.NO_SUCH_ANCHOR)
                .or(HttpStatus.SC_NOT_FOUND, Change.NOT_FOUND)
                .or(HttpStatus.SC_INTERNAL_SERVER_ERROR, Change.LEFT_OPEN);
    }

    private static String text(InputStream body, CancellationToken token) throws IOException {
        token.check();
        byte[] text = body.readNBytes(MOST_OF_A_TEXT + 1);
        if (text.length > MOST_OF_A_TEXT) {
            throw new MalformedBodyException("the body is longer than any text of the service", "", null);
        }
        return new String(text, UTF_8).strip();
    }

    /** Returns a decoder that discards the body, so that the connection can be reused, and returns {@code value}. */
    private static <T> Decoder<T> discarding(T value) {
        return (body, token) -> {
            byte[] discarded = new byte[DISCARDED_AT_ONCE];
            do {
                token.check();
            } while (body.read(discarded) >= 0);
            return value;
        };
    }
}
