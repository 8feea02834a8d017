package dev.anchors.testkit.fake;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Transferables;
import java.util.Locale;
import java.util.Map;

/**
 * A request that met its {@link Route}, in terms of the domain. What cannot be understood is refused with an
 * {@link IllegalArgumentException} when it is asked for.
 */
final class Call {

    private static final String TRANSFERABLES = "transferables";

    private final Map<String, String> parameters; // not yet decoded
    private final String query;
    private final byte[] body;

    private Call(Map<String, String> parameters, String query, byte[] body) {
        this.parameters = parameters;
        this.query = query;
        this.body = body;
    }

    /** Returns the call that a request for {@code route} makes. */
    static Call of(Route route, RecordedRequest request, byte[] body) {
        return new Call(route.parameters(request.path()).orElse(Map.of()), request.query(), body);
    }

    AnchorId anchor() {
        return new AnchorId(parameter("anchor"));
    }

    AssetId asset() {
        return new AssetId(parameter("asset"));
    }

    SeededAnchor seed() {
        return SeedJson.read(body);
    }

    /** The word in any letter case, since Python clients write {@code True}; included when it is absent. */
    Transferables transferables() {
        for (String part : query.split("&", -1)) {
            String[] nameAndValue = part.split("=", 2);
            if (nameAndValue[0].equals(TRANSFERABLES)) {
                return transferables(nameAndValue.length == 2 ? PercentEncoding.decode(nameAndValue[1]) : "");
            }
        }
        return Transferables.INCLUDED;
    }

    private static Transferables transferables(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> Transferables.INCLUDED;
            case "false" -> Transferables.OMITTED;
            default ->
                throw new IllegalArgumentException(TRANSFERABLES + " must be true or false, but is \"" + word + "\"");
        };
    }

    private String parameter(String name) {
        return PercentEncoding.decode(parameters.getOrDefault(name, ""));
    }
}
