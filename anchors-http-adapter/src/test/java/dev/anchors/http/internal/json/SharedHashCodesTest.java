package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.anchors.domain.Anchors;
import dev.anchors.domain.TagId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service may send texts that share a hash code. Readers look them up in hash sets of strings, which need few comparisons
 * for texts that share a hash code, since strings are Comparable, and otherwise in tables of a fixed size.
 */
class SharedHashCodesTest {

    private static final int PAIRS = 12;
    private static final int TEXTS = 1 << PAIRS;

    @Test
    void the_colliding_texts_are_distinct_and_share_a_hash_code() {
        int hashCode = "Aa".repeat(PAIRS).hashCode();

        assertThat(IntStream.range(0, TEXTS).mapToObj(SharedHashCodesTest::colliding))
                .allMatch(text -> text.hashCode() == hashCode)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void texts_that_share_a_hash_code_are_decoded(String description, byte[] document, int anchors) throws IOException {
        Anchors read = AnchorsReader.read(new ByteArrayInputStream(document), CancellationToken.NONE);

        assertThat(read.size()).isEqualTo(anchors);
        assertThat(read).allMatch(anchor -> read.find(anchor.id()).isPresent());
    }

    @Test
    void links_that_share_a_hash_code_are_all_found() throws IOException {
        Anchors read = AnchorsReader.read(
                new ByteArrayInputStream(
                        bytes("{'iterable':[" + anchor("'tags':{'iterable':[" + list("{'id':'?'}") + "]}") + "]}")),
                CancellationToken.NONE);

        assertThat(read.asList().get(0).tags()).hasSize(TEXTS);
        assertThat(read.linkedTo(new TagId(colliding(TEXTS - 1)))).isEqualTo(read.asList());
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                document("ids and types of anchors", TEXTS, list("{'id':'?','type':'?',CREATED}")),
                document(
                        "links that were removed",
                        1,
                        anchor("'tags':{'iterable':[" + list("{'id':'?'}") + "],'indices':{" + list("'?':-1") + "}}")),
                document(
                        "points and paths",
                        1,
                        anchor("'points':{'iterable':[" + list("{'id':'?','reference':{'fullpath':'?','platform':'?'}}")
                                + "]}")),
                document("positions", 1, anchor("'tags':{'indices':{" + list("'?':-1,'?':0") + "}}")),
                document("unknown fields", 1, anchor("'unknown':{" + list("'?':1") + "}")));
    }

    private static Arguments document(String description, int size, String anchors) {
        return arguments(description, bytes("{'iterable':[" + anchors + "]}"), size);
    }

    private static String anchor(String field) {
        return "{'id':'a',CREATED," + field + "}";
    }

    private static String list(String element) {
        return IntStream.range(0, TEXTS)
                .mapToObj(number -> element.replace("?", colliding(number)))
                .collect(Collectors.joining(","));
    }

    private static byte[] bytes(String document) {
        String created = "'created':{'value':'2026-03-01T10:00:00Z'}";
        return document.replace("CREATED", created).replace('\'', '"').getBytes(UTF_8);
    }

    /** Returns one text of those that are made of {@code Aa} and {@code BB}, which have the same hash code. */
    private static String colliding(int number) {
        return Integer.toBinaryString(TEXTS | number)
                .substring(1)
                .replace("0", "Aa")
                .replace("1", "BB");
    }
}
