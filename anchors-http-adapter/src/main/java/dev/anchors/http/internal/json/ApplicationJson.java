package dev.anchors.http.internal.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The bodies of the registration of an application. */
public final class ApplicationJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ApplicationJson() {}

    /** Returns the request to register an application, in UTF-8; the arguments are never null. */
    public static byte[] write(String name, String version, String platform) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), new Utf8Writer(bytes));
        json.writeStartObject();
        json.writeName("application").writeStartObject();
        json.writeName("name").writeString(name);
        json.writeName("version").writeString(version);
        json.writeName("platform").writeString(platform);
        json.writeEndObject();
        json.writeEndObject();
        json.close();
        return bytes.toByteArray();
    }

    /**
     * Returns the id in the response, which consists of printable ASCII characters.
     *
     * @throws IOException if the body could not be read, or the call is over
     * @throws MalformedBodyException if the body is no JSON with the id of an application
     */
    public static String readId(InputStream body, CancellationToken token) throws IOException {
        JsonCursor json = new JsonCursor(body, token);
        return json.read(() -> id(json));
    }

    private static String id(JsonCursor json) {
        json.beginDocument();
        FieldOrder order = new FieldOrder();
        String id = null;
        while (json.nextField(order)) {
            if (json.field() == Field.APPLICATION) {
                id = idInApplication(json);
            } else {
                json.skipValue();
            }
        }
        json.endDocument();
        if (id == null) {
            throw new MalformedBodyException(JsonFailures.MISSING, "/application/id", null);
        }
        return id;
    }

    private static @Nullable String idInApplication(JsonCursor json) {
        FieldOrder order = new FieldOrder();
        if (!json.beginObject(order)) {
            return null;
        }
        String id = null;
        while (json.nextField(order)) {
            if (json.field() == Field.ID) {
                id = json.nonBlankValue(Function.identity());
                requirePrintable(json, id);
            } else {
                json.skipValue();
            }
        }
        return id;
    }

    private static void requirePrintable(JsonCursor json, @Nullable String id) {
        if (id != null && !id.chars().allMatch(character -> character > ' ' && character <= '~')) {
            throw json.failures()
                    .malformed("expected an id of printable ASCII characters, since a header is to carry it", null);
        }
    }
}
