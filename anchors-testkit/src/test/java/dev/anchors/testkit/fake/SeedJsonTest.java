package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.Mechanism;
import dev.anchors.domain.MessageId;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.domain.SummaryId;
import dev.anchors.domain.TagId;
import dev.anchors.domain.WebsiteId;
import dev.anchors.domain.WorkstreamEventId;
import dev.anchors.testkit.fake.RawHttpClient.Response;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON documents of these tests have single quotes, which are replaced with double quotes. */
class SeedJsonTest {

    @Test
    void a_seed_without_optional_fields_is_read() {
        assertThat(read("{'type':'FILE','fullpath':'/home/rosa/a.kt'}"))
                .isEqualTo(SeededAnchor.file("/home/rosa/a.kt"));
    }

    @Test
    void every_field_of_a_seed_is_read() {
        SeededAnchor seed = read(
                "{'schema':{'migration':7,'semantic':'MAJOR_0_MINOR_0_PATCH_1'},'type':'DIRECTORY',"
                        + "'watch':true,'fullpath':'C:\\\\größe','asset':'as','platform':'WINDOWS','name':'größe',"
                        + "'annotations':[{'type':'COMMENT','text':'one'},{'type':'GIT_COMMIT','text':''}],"
                        + "'conversation':'co','persons':{'iterable':[{'id':'p1'},{'id':'p2','reference':{}}],'indices':{'p1':0}}}");

        assertThat(seed)
                .isEqualTo(SeededAnchor.builder(AnchorType.DIRECTORY, new FullPath("C:\\größe"))
                        .schema(new EmbeddedModelSchema(7, "MAJOR_0_MINOR_0_PATCH_1"))
                        .watch(true)
                        .asset(new AssetId("as"))
                        .platform(Platform.WINDOWS)
                        .name("größe")
                        .annotation(SeededAnnotation.of(AnnotationType.COMMENT, "one"))
                        .annotation(SeededAnnotation.of(AnnotationType.GIT_COMMIT, ""))
                        .conversation(new ConversationId("co"))
                        .person(new PersonId("p1"))
                        .person(new PersonId("p2"))
                        .build());
    }

    @Test
    void every_field_of_a_seeded_annotation_is_read() {
        SeededAnchor seed = read("{'type':'FILE','fullpath':'/a','annotations':[{'type':'SUMMARY','text':'t',"
                + "'schema':{'migration':-1,'semantic':'UNKNOWN'},'mechanism':'MANUAL','asset':'1','person':'2','anchor':'3',"
                + "'conversation':'4','workstream_summary':'5','model':'m','pseudo':false,'favorited':true,"
                + "'messages':{'iterable':[{'id':'6'}]},'assets':{'iterable':[{'id':'7'}]},"
                + "'persons':{'iterable':[{'id':'8'}]},'anchors':{'iterable':[{'id':'9'}]},"
                + "'conversations':{'iterable':[{'id':'10'}]},'websites':{'iterable':[{'id':'11'}]},"
                + "'tags':{'iterable':[{'id':'12'}]},'summaries':{'iterable':[{'id':'13'}]},"
                + "'workstream_events':{'iterable':[{'id':'14'}]}}]}");

        assertThat(seed.annotations())
                .containsExactly(SeededAnnotation.builder(AnnotationType.SUMMARY, "t")
                        .schema(new EmbeddedModelSchema(-1, "UNKNOWN"))
                        .mechanism(Mechanism.MANUAL)
                        .asset(new AssetId("1"))
                        .person(new PersonId("2"))
                        .anchor(new AnchorId("3"))
                        .conversation(new ConversationId("4"))
                        .summary(new SummaryId("5"))
                        .model("m")
                        .pseudo(false)
                        .favorited(true)
                        .link(new MessageId("6"))
                        .link(new AssetId("7"))
                        .link(new PersonId("8"))
                        .link(new AnchorId("9"))
                        .link(new ConversationId("10"))
                        .link(new WebsiteId("11"))
                        .link(new TagId("12"))
                        .link(new SummaryId("13"))
                        .link(new WorkstreamEventId("14"))
                        .build());
    }

    @ParameterizedTest
    @EnumSource(AnchorType.class)
    void every_type_of_a_seed_is_read(AnchorType type) {
        assertThat(read("{'type':'" + type + "','fullpath':'/a'}").type()).isEqualTo(type);
    }

    @Test
    void null_in_a_seed_means_absent_and_unknown_fields_are_ignored() {
        SeededAnchor seed = read("{'type':'FILE','fullpath':'/a','watch':null,'asset':null,'platform':null,'name':null,"
                + "'annotations':null,'conversation':null,'persons':null,'schema':null,'pinned':[1,{}],'id':7}");

        assertThat(seed).isEqualTo(SeededAnchor.file("/a"));
    }

    @Test
    void only_a_collection_of_assets_may_lack_its_array() {
        SeededAnchor seed =
                read("{'type':'FILE','fullpath':'/a','annotations':[{'type':'COMMENT','text':'t','assets':{}}]}");

        assertThat(seed.annotations()).containsExactly(SeededAnnotation.of(AnnotationType.COMMENT, "t"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                        | the body must be an object, but is empty",
                "null                                      | the body must be an object, but is null",
                "[]                                        | the body must be an object, but is an array",
                "'FILE'                                    | the body must be an object, but is a string",
                "{'type':'FILE',                           | the body is not JSON (see character 15)",
                "{'type':'FILE','fullpath':'/a'} {}        | the body is not JSON (see character 32)",
                "{'fullpath':'/a'}                         | /type is missing",
                "{'type':null,'fullpath':'/a'}             | /type is missing",
                "{'type':1,'fullpath':'/a'}                | /type must be a string, but is the number 1",
                "{'type':'','fullpath':'/a'}               | /type must be one of [FILE, DIRECTORY, UNKNOWN], but is ''",
                "{'type':'file','fullpath':'/a'}           | /type must be one of [FILE, DIRECTORY, UNKNOWN], but is 'file'",
                "{'type':'FILE'}                           | /fullpath is missing",
                "{'type':'FILE','fullpath':''}             | /fullpath is not valid: path must not be blank, but was ''",
                "{'type':'FILE','fullpath':' '}            | /fullpath is not valid: path must not be blank, but was ' '",
                "{'type':'FILE','fullpath':['/a']}         | /fullpath must be a string, but is an array",
                "{'type':'FILE','fullpath':'/a\\u0000'}    | /fullpath is not valid: path must not contain a NUL character, but was '/a\\0'",
            })
    void a_body_that_is_no_seed_is_rejected_and_stores_nothing(String seed, String reason) throws IOException {
        assertRejected(seed, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'name':{}                         | /name must be a string, but is an object",
                "'watch':'true'                    | /watch must be true or false, but is a string",
                "'platform':'HAIKU'                | /platform must be one of [WEB, MACOS, LINUX, WINDOWS, FUCHSIA, IOS, ANDROID, UNKNOWN], but is 'HAIKU'",
                "'platform':true                   | /platform must be a string, but is a boolean",
                "'asset':7                         | /asset must be a string, but is the number 7",
                "'asset':' '                       | /asset is not valid: asset id must not be blank, but was ' '",
                "'conversation':''                 | /conversation is not valid: conversation id must not be blank, but was ''",
                "'schema':7                        | /schema must be an object, but is the number 7",
                "'schema':{'semantic':'x'}         | /schema/migration is missing",
                "'schema':{'migration':1.5,'semantic':'x'} | /schema/migration must be a 64-bit integer, but is the number 1.5",
                "'schema':{'migration':9223372036854775808,'semantic':'x'} | /schema/migration must be a 64-bit integer, but is the number 9223372036854775808",
                "'schema':{'migration':1}          | /schema/semantic is missing",
                "'schema':{'migration':0,'semantic':'1.0'} | /schema/semantic must be one of [MAJOR_0_MINOR_0_PATCH_1, UNKNOWN], but is '1.0'",
                "'schema':{'migration':0,'semantic':'unknown'} | /schema/semantic must be one of [MAJOR_0_MINOR_0_PATCH_1, UNKNOWN], but is 'unknown'",
                "'annotations':[{'type':'COMMENT','text':'t','schema':{'migration':0,'semantic':''}}] | /annotations/0/schema/semantic must be one of [MAJOR_0_MINOR_0_PATCH_1, UNKNOWN], but is ''",
                "'annotations':{}                  | /annotations must be an array, but is an object",
                "'annotations':[null]              | /annotations/0 must be an object, but is null",
                "'annotations':[{'type':'COMMENT','text':'t'},{'text':'t'}] | /annotations/1/type is missing",
                "'annotations':[{'type':'COMMENT'}] | /annotations/0/text is missing",
                "'annotations':[{'type':'COMMENT','text':'t','mechanism':'magic'}] | /annotations/0/mechanism must be one of [MANUAL, RECOMMENDED, AUTOMATIC, INTERNAL, DELETED, UNKNOWN, EXTERNAL_AGENT], but is 'magic'",
                "'annotations':[{'type':'COMMENT','text':'t','pseudo':0}] | /annotations/0/pseudo must be true or false, but is the number 0",
                "'annotations':[{'type':'COMMENT','text':'t','tags':{'iterable':[{'id':''}]}}] | /annotations/0/tags/iterable/0/id is not valid: tag id must not be blank, but was ''",
                "'annotations':[{'type':'COMMENT','text':'t','tags':{}}] | /annotations/0/tags/iterable is missing",
                "'annotations':[{'type':'COMMENT','text':'t','tags':[]}] | /annotations/0/tags must be an object, but is an array",
                "'persons':['p']                   | /persons must be an object, but is an array",
                "'persons':{'iterable':{}}         | /persons/iterable must be an array, but is an object",
                "'persons':{'iterable':['p']}      | /persons/iterable/0 must be an object, but is a string",
                "'persons':{'iterable':[{}]}       | /persons/iterable/0/id is missing",
                "'persons':{'iterable':[],'indices':[]} | /persons/indices must be an object, but is an array",
                "'persons':{'iterable':[],'score':1} | /persons/score must be an object, but is the number 1",
            })
    void a_seed_with_an_invalid_field_is_rejected_and_stores_nothing(String field, String reason) throws IOException {
        assertRejected("{'type':'FILE','fullpath':'/a'," + field + "}", reason);
    }

    @Test
    void a_seed_with_nul_as_its_semantic_version_is_rejected_and_stores_nothing() throws IOException {
        assertRejected(
                "{'type':'FILE','fullpath':'/a','schema':{'migration':0,'semantic':'\\u0000'}}",
                "/schema/semantic must be one of [MAJOR_0_MINOR_0_PATCH_1, UNKNOWN], but is '\0'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0af", "eda080", "e2"})
    void a_seed_that_is_not_utf_8_is_rejected(String malformed) {
        byte[] bytes = HexFormat.of().parseHex(malformed);
        String seed = quoted("{'type':'FILE','fullpath':'/a','" + new String(bytes, ISO_8859_1) + "':1}");
        byte[] body = seed.getBytes(ISO_8859_1);

        assertThatThrownBy(() -> SeedJson.read(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a valid seed: the body is not UTF-8");
    }

    @Test
    void a_seed_beyond_a_limit_of_the_parser_is_rejected_with_the_limit() {
        assertThatThrownBy(() -> SeedJson.read("[".repeat(100_000).getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a valid seed: the body is not JSON (Document nesting depth (")
                .hasMessageNotContaining("null");
    }

    private static void assertRejected(String seed, String reason) throws IOException {
        RepositoryStub repository = new RepositoryStub();
        try (FakePiecesOs fake = FakePiecesOs.serving(repository)) {
            Response response = RawHttpClient.post(fake, "/anchors/create", quoted(seed));

            assertThat(response.status()).isEqualTo(500);
            assertThat(response.type()).isEqualTo("text/plain; charset=utf-8");
            assertThat(response.body()).isEqualTo("not a valid seed: " + quoted(reason));
        }
        assertThat(repository.snapshot()).isEmpty();
    }

    private static SeededAnchor read(String seed) {
        return SeedJson.read(quoted(seed).getBytes(UTF_8));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
