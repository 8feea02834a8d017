package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field of an anchor with a value of each wrong type, and each required field missing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongTypesTest {

    /** The pointer and the type of each field. */
    private static final List<String> FIELDS = Arrays.asList("""
            /id text, /type text, /name text, /watch flag
            /created object, /created/value text, /created/readable text
            /updated object, /updated/value text, /updated/readable text
            /deleted object, /deleted/value text, /deleted/readable text
            /schema object, /schema/migration number, /schema/semantic text
            /score object, /score/manual number, /score/automatic number, /score/priority number
            /score/reuse number, /score/update number, /score/reference number, /score/searched number
            /points/iterable/0/reference object, /points/iterable/0/reference/id text
            /points/iterable/0/reference/fullpath text, /points/iterable/0/reference/platform text
            /points/iterable/0/reference/verified flag, /points/iterable/0/reference/created object
            /points/iterable/0/reference/updated object, /points/iterable/0/reference/deleted object
            /points/iterable/0/reference/anchor object, /points/iterable/0/reference/anchor/id text
            /points/iterable/0/reference/score object, /points/iterable/0/reference/schema object
            """.strip().split("[,\n] ?"));

    private static final List<String> COLLECTIONS = List.of(
            "points",
            "annotations",
            "assets",
            "conversations",
            "messages",
            "persons",
            "sources",
            "summaries",
            "tags",
            "workstream_events");

    private static final List<String> OF_COLLECTION = List.of(
            " object",
            "/iterable array",
            "/iterable/0 object",
            "/iterable/0/id text",
            "/indices object",
            "/indices/x number");

    private static final List<String> REQUIRED = List.of(
            "/id", "/created", "/created/value", "/updated/value", "/points/iterable/0/reference/created/value");

    private static final List<String> VALUES = List.of("7", "1.5", "\"x\"", "true", "{}", "[]");

    private final FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
    private final HttpAnchorRepository anchors =
            HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();

    @AfterAll
    void stop() {
        anchors.close();
        service.close();
    }

    @ParameterizedTest(name = "{0}: {1} must be: {2}")
    @MethodSource("fields")
    void a_field_of_the_wrong_type_is_reported_with_its_pointer(Invocation invocation, String pointer, String kind) {
        VALUES.stream().filter(Predicate.not(isA(kind))).forEach(value -> {
            MalformedResponseException failure = failure(invocation, anchor(pointer, value));

            assertThat(failure.pointer())
                    .as("of %s", value)
                    .isEqualTo(pointerOf(invocation) + pointer.replace("/x", "/*"));
            assertThat(failure.effect()).isEqualTo(invocation.effectOnceSent());
            assertThat(failure).hasMessageContaining("expected " + inWords(kind));
        });
    }

    @ParameterizedTest(name = "{0}: {1} is missing")
    @MethodSource("required")
    void a_missing_required_field_is_reported_with_its_pointer(Invocation invocation, String pointer) {
        String ofNull = anchor(pointer, "null");
        Stream.of(ofNull, ofNull.replaceFirst("\"\\w+\":null,?", "")).forEach(anchor -> {
            MalformedResponseException failure = failure(invocation, anchor);

            assertThat(failure.pointer()).as("of %s", anchor).isEqualTo(pointerOf(invocation) + pointer);
            assertThat(failure.effect()).isEqualTo(invocation.effectOnceSent());
            assertThat(failure).hasMessageContaining("a required field is missing");
        });
    }

    static Stream<Arguments> fields() {
        Stream<String> ofCollections = COLLECTIONS.stream()
                .flatMap(collection -> OF_COLLECTION.stream().map(field -> "/" + collection + field));
        return Stream.concat(FIELDS.stream(), ofCollections).flatMap(field -> {
            String[] pointerAndKind = field.split(" ", 2);
            return forAll().map(invocation -> arguments(invocation, pointerAndKind[0], pointerAndKind[1]));
        });
    }

    static Stream<Arguments> required() {
        return REQUIRED.stream().flatMap(pointer -> forAll().map(invocation -> arguments(invocation, pointer)));
    }

    private static Stream<Invocation> forAll() {
        return Stream.of(Invocation.values()).filter(Predicate.not(Invocation::changesAnchor));
    }

    private static Predicate<String> isA(String kind) {
        return switch (kind) {
            case "text" -> value -> value.startsWith("\"");
            case "flag" -> value -> value.equals("true");
            case "number" -> value -> value.equals("7");
            case "object" -> value -> value.equals("{}");
            case "array" -> value -> value.equals("[]");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String inWords(String kind) {
        return switch (kind) {
            case "text" -> "a string";
            case "flag" -> "a boolean";
            case "number" -> "a whole number";
            default -> "an " + kind;
        };
    }

    private MalformedResponseException failure(Invocation invocation, String anchor) {
        service.reply(Reply.json(isOfMany(invocation) ? "{\"iterable\":[" + anchor + "]}" : anchor));
        return catchThrowableOfType(MalformedResponseException.class, () -> invocation.on(anchors));
    }

    private static String pointerOf(Invocation invocation) {
        return isOfMany(invocation) ? "/iterable/0" : "";
    }

    private static boolean isOfMany(Invocation invocation) {
        return invocation == Invocation.SNAPSHOT || invocation == Invocation.STREAM;
    }

    /** Returns an anchor that is well-formed apart from the value at the pointer. */
    private static String anchor(String pointer, String value) {
        String[] names = pointer.substring(1).split("/", -1);
        String json = value;
        for (int i = names.length - 1; i >= 0; i--) {
            json = names[i].equals("0") ? "[" + json + "]" : "{\"" + names[i] + "\":" + json + "}";
        }
        String rest = ChunkedAnchors.anchor("a")
                .replaceFirst(Pattern.quote("\"" + names[0] + "\":") + "(\\{.*?}|[^,}]+),?", "");
        return json.substring(0, json.length() - 1) + "," + rest.substring(1).replace(",}", "}");
    }
}
