package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service may send texts that share a hash code. Decoding them takes at most three times as long as decoding other texts on
 * an idle machine; the bound of this test is generous, since other work disturbs it, and quadratic time exceeds it by far.
 */
class SharedHashCodesTest {

    private static final int TEXTS = 65_536;
    private static final int ROUNDS = 5;
    private static final int MOST_TIMES = 10;

    @Test
    void the_colliding_texts_are_distinct_and_share_a_hash_code() {
        int hashCode = "Aa".repeat(16).hashCode();

        assertThat(IntStream.range(0, TEXTS).mapToObj(SharedHashCodesTest::colliding))
                .allMatch(text -> text.hashCode() == hashCode)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void texts_that_share_a_hash_code_are_decoded_about_as_fast_as_others(
            String description, Function<IntFunction<String>, String> document) throws IOException {
        byte[] ordinary = bytes(document.apply(SharedHashCodesTest::ordinary));
        byte[] colliding = bytes(document.apply(SharedHashCodesTest::colliding));
        long nanos = Long.MAX_VALUE;
        long nanosOfColliding = Long.MAX_VALUE;

        for (int round = 0; round < ROUNDS; round++) { // the least counts: nothing else disturbed that round
            nanos = Math.min(nanos, nanosToDecode(ordinary));
            nanosOfColliding = Math.min(nanosOfColliding, nanosToDecode(colliding));
        }

        assertThat(nanosOfColliding).isLessThanOrEqualTo(MOST_TIMES * nanos);
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                document("ids and types of anchors", texts -> list(texts, "{'id':'?','type':'?',CREATED}")),
                document(
                        "links that were removed",
                        texts -> anchor("'tags':{'iterable':[" + list(texts, "{'id':'?'}") + "],'indices':{"
                                + list(texts, "'?':-1") + "}}")),
                document(
                        "points and paths",
                        texts -> anchor("'points':{'iterable':["
                                + list(texts, "{'id':'?','reference':{'fullpath':'?','platform':'?'}}") + "]}")),
                document("positions", texts -> anchor("'tags':{'indices':{" + list(texts, "'?':-1,'?':0") + "}}")),
                document("unknown fields", texts -> anchor("'unknown':{" + list(texts, "'?':1") + "}")));
    }

    private static Arguments document(String description, Function<IntFunction<String>, String> anchors) {
        Function<IntFunction<String>, String> document = texts -> "{'iterable':[" + anchors.apply(texts) + "]}";
        return arguments(description, document);
    }

    private static String anchor(String field) {
        return "{'id':'a',CREATED," + field + "}";
    }

    private static String list(IntFunction<String> texts, String element) {
        return IntStream.range(0, TEXTS)
                .mapToObj(number -> element.replace("?", texts.apply(number)))
                .collect(Collectors.joining(","));
    }

    private static byte[] bytes(String document) {
        String created = "'created':{'value':'2026-03-01T10:00:00Z'}";
        return document.replace("CREATED", created).replace('\'', '"').getBytes(UTF_8);
    }

    private static String ordinary(int number) {
        return String.format("%032x", number * 0x9E3779B9L);
    }

    /** Returns sixteen pairs of characters: each of the pairs has the same hash code. */
    private static String colliding(int number) {
        return Integer.toBinaryString(TEXTS | number)
                .substring(1)
                .replace("0", "Aa")
                .replace("1", "BB");
    }

    private static long nanosToDecode(byte[] document) throws IOException {
        long start = System.nanoTime();
        AnchorsReader reader = AnchorsReader.begin(new ByteArrayInputStream(document));
        while (reader.next() != null) {}
        return System.nanoTime() - start;
    }
}
