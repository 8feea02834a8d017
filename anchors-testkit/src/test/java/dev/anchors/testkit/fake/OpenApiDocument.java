package dev.anchors.testkit.fake;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.anchors.testkit.fake.RawHttpClient.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Validates responses against the OpenAPI document of this project. */
final class OpenApiDocument {

    private static final String ID = "https://anchors.dev/anchors-api.yaml";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), registry -> registry.schemas(Map.of(ID, FakePiecesOs.openApi())));
    private static final JsonNode DOCUMENT = new YAMLMapper().readTree(FakePiecesOs.openApi());

    private OpenApiDocument() {}

    /** Returns the method and the path of each operation. */
    static List<String> operations() {
        List<String> operations = new ArrayList<>();
        DOCUMENT.get("paths")
                .forEachEntry((path, methods) -> methods.propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
    }

    /** Returns how a response to a request of this route, which has one path, differs from its description. */
    static List<String> violations(Route route, Response response) {
        return violations(route.method(), route.paths().get(0), response);
    }

    /** Returns how a response differs from its description; empty if it does not. */
    static List<String> violations(String method, String path, Response response) {
        JsonNode described = DOCUMENT.get("paths")
                .get(path)
                .get(method.toLowerCase(Locale.ROOT))
                .get("responses")
                .get(Integer.toString(response.status()));
        if (described == null) {
            return List.of("no status " + response.status());
        }
        JsonNode contents = resolved(described).get("content");
        if (contents == null) {
            boolean noType = response.type().equals("none") || method.equals("HEAD");
            return response.body().isEmpty() && noType ? List.of() : List.of("no body");
        }
        JsonNode content = contents.get(response.type().split(";", 2)[0]);
        if (content == null) {
            return List.of("no content of type " + response.type());
        }
        JsonNode reference = content.get("schema").get("$ref");
        // plain text has no schema
        return reference == null ? List.of() : violations(reference.stringValue(), response.body());
    }

    private static JsonNode resolved(JsonNode object) {
        return object.has("$ref") ? DOCUMENT.at(object.get("$ref").stringValue().substring(1)) : object;
    }

    private static List<String> violations(String schema, String json) {
        return SCHEMAS
                .getSchema(SchemaLocation.of(ID + schema))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
