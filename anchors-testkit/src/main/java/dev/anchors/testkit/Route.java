package dev.anchors.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One operation of the service.
 *
 * @param path as the wire description writes it: a segment in braces stands for any one segment and names it
 */
record Route(String method, String path, Function<Call, Reply> operation) {

    /** Returns the answer if the request is one for this route. */
    Optional<Reply> answer(RecordedRequest request, byte[] body) {
        if (!method.equals(request.method())) {
            return Optional.empty();
        }
        return parameters(request.path())
                .map(parameters -> operation.apply(new Call(parameters, request.query(), body)));
    }

    /** Compares segment by segment before anything is decoded, so that an encoded slash is no separator. */
    private Optional<Map<String, String>> parameters(String requested) {
        String[] expected = path.split("/", -1);
        String[] actual = requested.split("/", -1);
        if (expected.length != actual.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{")) {
                parameters.put(expected[i].substring(1, expected[i].length() - 1), actual[i]);
            } else if (!expected[i].equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
