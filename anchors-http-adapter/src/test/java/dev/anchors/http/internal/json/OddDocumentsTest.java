package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.Score;
import dev.anchors.domain.TagId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that the wire description does not foresee have one meaning. */
class OddDocumentsTest {

    private static final String TIMES = "'created':{'value':'2026-03-01T10:00:00.000Z'}";
    private static final String IN_REFERENCE = "'fullpath':'/home/ada/notes.md'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'p-1','reference':{'id':'p-1',F}}",
                "{'reference':{'id':'p-1',F},'id':'p-1'}",
                "{'id':'p-1','reference':{'id':'inner',F}}",
                "{'reference':{'id':'inner',F},'id':'p-1'}",
                "{'reference':{F,'id':'inner'},'id':'p-1'}",
                "{'reference':{F},'id':'p-1'}",
                "{'reference':{F,'id':'p-1'}}",
                "{'id':null,'reference':{F,'id':'p-1'}}",
                "{'id':' ','reference':{F,'id':'p-1'}}",
                "{'reference':{F,'id':'p-1'},'id':''}",
                "{'id':'other','reference':{F},'id':'p-1'}",
                "{'id':'p-1','reference':{F,'id':''}}",
                "{'id':'p-1','reference':{'verified':true},'reference':{F}}"
            })
    void the_id_beside_a_reference_wins_over_the_id_within_it_in_any_order(String point) throws IOException {
        Anchor anchor = anchor("'points':{'iterable':[" + point.replace("F", IN_REFERENCE) + "]}");

        assertThat(anchor.points())
                .containsExactly(AnchorPoint.builder(new AnchorPointId("p-1"))
                        .fullpath(new FullPath("/home/ada/notes.md"))
                        .build());
    }

    @Test
    void the_order_of_fields_means_nothing() throws IOException {
        String point = "{'reference':{'anchor':{'id':'a-1'}," + IN_REFERENCE + "},'id':'p'}";
        String[] fields = {
            "'id':'a-1'",
            "'type':'DIRECTORY'",
            "'points':{'indices':{'p':0},'iterable':[" + point + "]}",
            "'assets':{'indices':{'x':-1},'iterable':[{'id':'x'},{'id':'y'}]}",
            "'tags':{'iterable':[{'id':'t'}]}",
            "'updated':{'readable':'now','value':'2026-03-02T10:00:00Z'}",
            TIMES
        };
        Anchor expected = document(String.join(",", fields));
        assertThat(expected.links()).containsExactly(new AssetId("y"), new TagId("t"));

        for (int first = 1; first < fields.length; first++) {
            String[] rotated = new String[fields.length];
            for (int i = 0; i < fields.length; i++) {
                rotated[i] = fields[(first + i) % fields.length];
            }
            Anchor anchor = document(String.join(",", rotated));
            assertThat(anchor).isEqualTo(expected);
            assertThat(anchor.updated().readable()).contains("now");
        }
    }

    @Test
    void of_fields_with_the_same_name_the_last_one_counts() throws IOException {
        Anchor anchor = document("'id':'a-1','type':'FILE','type':'DIRECTORY','watch':true,'watch':null,"
                + "'points':{'iterable':[]},'assets':{'iterable':[{'id':'s-1'}]},'assets':{'iterable':[{'id':'s-2'}]},"
                + TIMES);

        assertThat(anchor)
                .isEqualTo(Anchor.builder(new AnchorId("a-1"), AnchorType.DIRECTORY)
                        .link(new AssetId("s-2"))
                        .created(GroupedTimestamp.of(Instant.parse("2026-03-01T10:00:00Z")))
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            'name':'x','name':null
            'watch':true,'watch':null
            'points':{'iterable':[{'id':'p'}]},'points':null
            'points':{'iterable':[{'id':'p'}]},'points':{}
            'points':{'iterable':[{'id':'p'}],'iterable':null}
            'points':{'iterable':[{'id':'p'}],'iterable':[]}
            'points':{'iterable':[{'id':'p'}],'indices':{'p':0},'indices':{'p':-1}}
            'assets':{'iterable':[{'id':'x'}]},'assets':null
            'assets':{'iterable':[{'id':'x','id':null}]}
            'assets':{'iterable':[{'id':'x'}],'indices':{'x':0,'x':-1}}
            'updated':{'value':'2027-03-01T10:00:00Z'},'updated':null
            'deleted':{'value':'2027-03-01T10:00:00Z'},'deleted':null
            'score':{'manual':1},'score':null
            'schema':{'semantic':'S'},'schema':null
            'schema':{'semantic':'S'},'schema':{'semantic':'S','semantic':null}
            'type':'DIRECTORY','type':null,'type':'FILE'
            """)
    void null_counts_as_the_last_one_too(String fields) throws IOException {
        assertThat(anchor("'type':'FILE'," + fields)).isEqualTo(anchor("'type':'FILE'"));
    }

    @Test
    void the_last_one_counts_within_each_model() throws IOException {
        Anchor anchor = anchor(
                "'assets':{'iterable':[{'id':'x','id':'y'}],'indices':{'y':-1,'y':1}},"
                        + "'tags':{'iterable':[{'id':'t'}],'indices':{'t':-1},'indices':null},"
                        + "'persons':{'iterable':[{'id':'u'}],'indices':{'u':-1,'u':null}},"
                        + "'points':{'iterable':[{'id':'p','reference':{'verified':true},"
                        + "'reference':{'fullpath':'/a','fullpath':'/b','anchor':{'id':'a'},'anchor':null}}]},"
                        + "'score':{'manual':7,'manual':null,'reuse':1,'reuse':2,'update':3,'update':null},"
                        + "'schema':{'semantic':'S','semantic':'T','migration':1,'migration':null},"
                        + "'updated':{'value':'2026-03-02T10:00:00Z','value':'2026-03-03T10:00:00Z','readable':'x','readable':null}");

        assertThat(anchor.links()).extracting(MaterialId::value).containsExactlyInAnyOrder("y", "t", "u");
        assertThat(anchor.points())
                .containsExactly(AnchorPoint.builder(new AnchorPointId("p"))
                        .fullpath(new FullPath("/b"))
                        .build());
        assertThat(anchor.score()).contains(Score.builder(0, 0).reuse(2L).build());
        assertThat(anchor.schema()).contains(new EmbeddedModelSchema(0, "T"));
        assertThat(anchor.updated()).isEqualTo(GroupedTimestamp.of(Instant.parse("2026-03-03T10:00:00Z")));
        assertThat(anchor.updated().readable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            'id':7,'id':'a'
            'name':[{}],'name':null
            'type':'\\u0000','type':null
            'watch':'true','watch':null
            'updated':7,'updated':null
            'updated':{'value':'yesterday'},'updated':null
            'updated':{},'updated':null
            'score':{'manual':0.5},'score':null
            'schema':{'semantic':'S','migration':1e30},'schema':null
            'points':{'iterable':7},'points':null
            'points':{'iterable':[{'id':'p','reference':{'created':{'value':7}}}]},'points':null
            'points':{'iterable':[{'id':'p','reference':{'created':{'value':7}}}],'iterable':[]}
            'points':{'iterable':[7,[],'x'],'iterable':null}
            'tags':{'iterable':[{'id':{'id':7}}]},'tags':{}
            'tags':{'indices':{'x':'y','x':0}}
            'tags':{'indices':{'x':'y'},'indices':null}
            'tags':{'indices':{'x/y':'y'}},'tags':{}
            """)
    void a_malformed_value_does_not_matter_once_it_was_replaced(String fields) throws IOException {
        assertThat(anchor("'type':null," + fields)).isEqualTo(anchor("'type':null"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /name                  | 'name':'x','name':7
            /name                  | 'name':7,'names':'x'
            /updated/value         | 'updated':{'value':'x','value':null}
            /tags/indices/*        | 'tags':{'indices':{'x':'y','xx':0}},'x':null
            /tags/indices/*        | 'tags':{'indices':{'x/z':'y','x':0}}
            /tags/iterable/1/id    | 'tags':{'iterable':[{'id':'x'},{'id':7},{'id':8},{'id':'y'}]}
            /score/manual          | 'score':{'manual':'x'},'watch':7,'name':7,'watch':null
            /tags/iterable/0       | 'tags':{'iterable':[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]}
            """)
    void a_malformed_value_that_was_not_replaced_is_refused(String pointer, String fields) {
        MalformedBodyException failure = catchThrowableOfType(MalformedBodyException.class, () -> anchor(fields));

        assertThat(failure.pointer()).isEqualTo(pointer);
    }

    @Test
    void a_document_with_very_many_malformed_values_is_refused_even_if_they_were_replaced() throws IOException {
        assertThat(anchor("'name':7,".repeat(100) + "'name':'x'").name()).contains("x");
        assertThat(catchThrowableOfType(
                        MalformedBodyException.class, () -> anchor("'name':7,".repeat(101) + "'name':'x'")))
                .hasMessage("expected a string; the anchor has the id a");
    }

    @Test
    void a_malformed_value_of_one_anchor_is_refused_before_the_next_anchor() throws IOException {
        String first = "{'id':'a'," + TIMES + "}";
        AnchorsReader reader = AnchorsReader.begin(
                stream("{'score':7,'iterable':[" + first + ",{'id':'b','name':7," + TIMES + "},"
                        + first.replace("'a'", "'c'") + "],'score':{}}"),
                CancellationToken.NONE);

        assertThat(reader.next().id()).isEqualTo(new AnchorId("a"));
        assertThat(catchThrowableOfType(MalformedBodyException.class, reader::next)
                        .pointer())
                .isEqualTo("/iterable/1/name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'iterable':[],'iterable':[]}",
                "{'iterable':[],'iterable':7}",
                "{'iterable':[],'iterable':null}",
                "{'iterable':[{'id':'a','created':{'value':'2026-03-01T10:00:00Z'}}],'score':{},'iterable':[]}"
            })
    void a_second_list_of_anchors_is_refused_by_snapshots_and_streams(String document) {
        byte[] body = document.replace('\'', '"').getBytes(UTF_8);

        assertThat(catchThrowableOfType(
                        MalformedBodyException.class,
                        () -> AnchorsReader.read(new ByteArrayInputStream(body), CancellationToken.NONE)))
                .hasMessage("the field is there twice")
                .extracting(MalformedBodyException::pointer)
                .isEqualTo("/iterable");
        assertThat(catchThrowableOfType(MalformedBodyException.class, () -> {
                    AnchorsReader reader = AnchorsReader.begin(new ByteArrayInputStream(body), CancellationToken.NONE);
                    while (reader.next() != null) {}
                }))
                .hasMessage("the field is there twice");
    }

    @Test
    void of_other_fields_around_the_anchors_the_last_one_counts() throws IOException {
        Anchors anchors = anchors("'score':{'manual':1},'schema':{'semantic':'S'},'iterable':[],"
                + "'score':{'manual':2},'schema':null,'iterables':[],'iterables':7");

        assertThat(anchors.score()).contains(Score.of(2, 0));
        assertThat(anchors.schema()).isEmpty();
    }

    @Test
    void one_odd_anchor_does_not_hide_the_others() throws IOException {
        String blankPath = "{'id':'p-1','reference':{'id':'p-1','fullpath':''," + TIMES + "}}";
        List<Anchor> anchors = anchors("'iterable':[{'id':'a-1','type':'FILE','points':{'iterable':[" + blankPath
                        + "]}," + TIMES + "},{'id':'a-2','type':'','points':{'iterable':[]},"
                        + "'assets':{'iterable':[{'id':''},{'id':'s-1'}]}," + TIMES + "}]")
                .asList();

        assertThat(anchors.get(0).points())
                .extracting(point -> point.id().value())
                .containsExactly("p-1");
        assertThat(anchors.get(0).paths()).isEmpty();
        assertThat(anchors.get(1).type()).isEqualTo(AnchorType.UNKNOWN);
        assertThat(anchors.get(1).links()).containsExactly(new AssetId("s-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'type':null", "'type':''", "'type':' \\n'", "'type':'FILE','type':''"})
    void an_absent_or_blank_type_is_an_unknown_type(String type) throws IOException {
        Anchor anchor = anchor(type.isEmpty() ? "'watch':null" : type);

        assertThat(anchor.type()).isEqualTo(AnchorType.UNKNOWN);
        assertThat(anchor.rawType()).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'id':null}", "{'id':''}", "{'id':' '}", "{'reference':{'id':'y'}}"})
    void a_link_without_an_id_is_left_out(String link) throws IOException {
        assertThat(anchor("'tags':{'iterable':[" + link + ",{'id':'x'}]}").links())
                .containsExactly(new TagId("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'id':''}", "{'reference':{'fullpath':'/a'}}", "{'id':' ','reference':{'id':''}}"})
    void a_point_without_an_id_is_left_out(String point) throws IOException {
        assertThat(anchor("'points':{'iterable':[" + point + ",{'id':'p'}]}").points())
                .containsExactly(AnchorPoint.of(new AnchorPointId("p")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'fullpath':null", "'fullpath':''", "'fullpath':' '", "'anchor':{}", "'anchor':{'id':''}"})
    void a_blank_detail_of_a_point_is_an_absent_one(String detail) throws IOException {
        assertThat(anchor("'points':{'iterable':[{'id':'p','reference':{" + detail + "}}]}")
                        .points())
                .containsExactly(AnchorPoint.of(new AnchorPointId("p")));
    }

    private static Anchor anchor(String fields) throws IOException {
        return document("'id':'a'," + fields + "," + TIMES);
    }

    private static Anchor document(String fields) throws IOException {
        return AnchorReader.read(stream("{" + fields + "}"), CancellationToken.NONE);
    }

    private static Anchors anchors(String fields) throws IOException {
        return AnchorsReader.read(stream("{" + fields + "}"), CancellationToken.NONE);
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(UTF_8));
    }
}
