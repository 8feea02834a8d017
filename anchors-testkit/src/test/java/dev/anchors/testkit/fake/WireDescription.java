package dev.anchors.testkit.fake;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.anchors.testkit.fake.WireClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document of this project, and what it finds wrong with an answer. */
final class WireDescription {

    private static final String ID = "https://anchors.dev/anchors-api.yaml";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), registry -> registry.schemas(Map.of(ID, FakePiecesOs.openApi())));
    private static final JsonNode DOCUMENT = new YAMLMapper().readTree(FakePiecesOs.openApi());

    private WireDescription() {}

    /** Method and path of each operation. */
    static List<String> operations() {
        List<String> operations = new ArrayList<>();
        DOCUMENT.get("paths")
                .forEachEntry((path, methods) -> methods.propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
    }

    /** What is wrong with an answer of this route; nothing when it is as described. */
    static List<String> faults(Route route, Answer answer) {
        JsonNode responses = DOCUMENT.get("paths")
                .get(route.path())
                .get(route.method().toLowerCase(Locale.ROOT))
                .get("responses");
        if (!responses.has("" + answer.status())) {
            return List.of("no status " + answer.status());
        }
        JsonNode response = resolved(responses.get("" + answer.status()));
        if (!response.has("content")) {
            return answer.body().isEmpty() && answer.type().equals("none") ? List.of() : List.of("no body");
        }
        JsonNode content = response.get("content").get(answer.type().split(";", 2)[0]);
        if (content == null) {
            return List.of("no content of type " + answer.type());
        }
        JsonNode reference = content.get("schema").get("$ref");
        // what has no schema of that kind is plain text
        return reference == null ? List.of() : faults(reference.stringValue(), answer.body());
    }

    private static JsonNode resolved(JsonNode object) {
        return object.has("$ref") ? DOCUMENT.at(object.get("$ref").stringValue().substring(1)) : object;
    }

    private static List<String> faults(String schema, String json) {
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
