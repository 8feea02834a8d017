package dev.anchors.http;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.RecordedRequest;
import dev.anchors.testkit.fake.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Compares requests with the OpenAPI document of the project. */
final class DescribedRequests {

    private static final String ID = "https://anchors.dev/anchors-api.yaml";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), registry -> registry.schemas(Map.of(ID, FakePiecesOs.openApi())));
    private static final JsonNode DOCUMENT = new YAMLMapper().readTree(FakePiecesOs.openApi());

    private DescribedRequests() {}

    /** Returns how a request differs from what the document describes; empty if it does not differ. */
    static List<String> faults(RecordedRequest request) {
        return request.route()
                .map(route -> faults(request, operation(route, request.path())))
                .orElseGet(() -> List.of("no operation " + request.method() + " " + request.path()));
    }

    /** Returns the first release of the service with the operation on links that a request is for. */
    static String firstRelease(RecordedRequest request) {
        return operation(request.route().orElseThrow(), request.path())
                .get("x-since")
                .stringValue();
    }

    private static JsonNode operation(Route route, String path) {
        String template = route.paths().stream()
                .filter(each -> path.matches(each.replaceAll("\\{\\w+}", "[^/]+")))
                .findFirst()
                .orElseThrow();
        return DOCUMENT.get("paths").get(template).get(route.method().toLowerCase(Locale.ROOT));
    }

    private static List<String> faults(RecordedRequest request, JsonNode operation) {
        List<String> faults = new ArrayList<>();
        if (!request.query().isEmpty()) {
            for (String parameter : request.query().split("&", -1)) {
                faults.addAll(parameterFaults(parameter, operation));
            }
        }
        faults.addAll(bodyFaults(request, operation));
        return faults;
    }

    private static List<String> parameterFaults(String parameter, JsonNode operation) {
        String[] nameAndValue = parameter.split("=", 2);
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode described = DOCUMENT.at(reference.get("$ref").stringValue().substring(1));
            if (described.get("in").stringValue().equals("query")
                    && described.get("name").stringValue().equals(nameAndValue[0])) {
                return validate(
                        reference.get("$ref").stringValue() + "/schema",
                        nameAndValue.length == 2 ? nameAndValue[1] : "\"\"");
            }
        }
        return List.of("no parameter " + nameAndValue[0]);
    }

    private static List<String> bodyFaults(RecordedRequest request, JsonNode operation) {
        String type = request.header("Content-Type").orElse("none").split(";", 2)[0];
        if (!operation.has("requestBody")) {
            return request.body().isEmpty() && type.equals("none") ? List.of() : List.of("no body");
        }
        JsonNode content = operation.get("requestBody").get("content").get(type);
        return content == null
                ? List.of("no content of type " + type)
                : validate(content.get("schema").get("$ref").stringValue(), request.body());
    }

    private static List<String> validate(String schema, String json) {
        try {
            return SCHEMAS
                    .getSchema(SchemaLocation.of(ID + schema))
                    .validate(
                            json,
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .stream()
                    .map(Error::toString)
                    .toList();
        } catch (JacksonException noJson) {
            return List.of(noJson.toString());
        }
    }
}
