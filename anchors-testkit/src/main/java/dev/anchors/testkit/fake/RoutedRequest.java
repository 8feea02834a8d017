package dev.anchors.testkit.fake;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Transferables;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters of a request for a {@link Route}. Each accessor throws {@link IllegalArgumentException} if its parameter
 * is not valid.
 */
final class RoutedRequest {

    private static final String TRANSFERABLES = "transferables";

    private final Map<String, String> parameters; // not decoded
    private final String query;
    private final byte[] body;

    /** Creates the parameters of a request whose path matches {@code template}. */
    RoutedRequest(PathTemplate template, RecordedRequest request) {
        parameters = template.parameters(request.path()).orElse(Map.of());
        query = request.query();
        body = request.bodyBytes();
    }

    AnchorId anchor() {
        return new AnchorId(parameter("anchor"));
    }

    /** Returns the material of a request for a path of links. */
    MaterialId material() {
        MaterialKind kind = Arrays.stream(MaterialKind.values())
                .filter(each -> parameters.containsKey(MaterialNames.of(each).single()))
                .findFirst()
                .orElseThrow();
        return kind.id(parameter(MaterialNames.of(kind).single()));
    }

    SeededAnchor seed() {
        return SeedJson.read(body);
    }

    /** Returns the query parameter; default: included. Its value is not case-sensitive: Python clients send {@code True}. */
    Transferables transferables() {
        for (String part : query.split("&", -1)) {
            String[] nameAndValue = part.split("=", 2);
            if (nameAndValue[0].equals(TRANSFERABLES)) {
                return transferables(nameAndValue.length == 2 ? PercentEncoding.decode(nameAndValue[1]) : "");
            }
        }
        return Transferables.INCLUDED;
    }

    private static Transferables transferables(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> Transferables.INCLUDED;
            case "false" -> Transferables.OMITTED;
            default ->
                throw new IllegalArgumentException(TRANSFERABLES + " must be true or false, but is \"" + value + "\"");
        };
    }

    private String parameter(String name) {
        return PercentEncoding.decode(parameters.getOrDefault(name, ""));
    }
}
