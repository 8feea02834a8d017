package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MessageId;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.domain.SummaryId;
import dev.anchors.domain.TagId;
import dev.anchors.domain.WebsiteId;
import dev.anchors.domain.WorkstreamEventId;
import org.junit.jupiter.api.Test;

class SeedWriterTest {

    @Test
    void absent_values_of_a_seed_are_left_out() {
        assertThat(json(SeededAnchor.file("/home/ada/a.kt"))).isEqualTo("""
                {"type":"FILE","fullpath":"/home/ada/a.kt"}""");
    }

    @Test
    void every_field_of_a_seed_is_written() {
        SeededAnchor seed = SeededAnchor.builder(AnchorType.DIRECTORY, new FullPath("C:\\Users\\José"))
                .schema(new EmbeddedModelSchema(7, "MAJOR_0_MINOR_0_PATCH_1"))
                .watch(false)
                .asset(new AssetId("asset-1"))
                .platform(Platform.WINDOWS)
                .name("größe \"🚀\"")
                .annotation(SeededAnnotation.of(AnnotationType.GIT_COMMIT, "first cut"))
                .conversation(new ConversationId("conversation-1"))
                .person(new PersonId("person-2"))
                .person(new PersonId("person-1"))
                .build();

        assertThat(json(seed)).isEqualTo(inOneLine("""
                {"schema":{"migration":7,"semantic":"MAJOR_0_MINOR_0_PATCH_1"},
                "type":"DIRECTORY",
                "watch":false,
                "fullpath":"C:\\\\Users\\\\José",
                "asset":"asset-1",
                "platform":"WINDOWS",
                "name":"größe \\"🚀\\"",
                "annotations":[{"type":"GIT_COMMIT","text":"first cut"}],
                "conversation":"conversation-1",
                "persons":{"iterable":[{"id":"person-2"},{"id":"person-1"}]}}"""));
    }

    @Test
    void every_field_of_an_annotation_is_written() {
        SeededAnnotation annotation = SeededAnnotation.builder(AnnotationType.COMMENT, "look here")
                .schema(new EmbeddedModelSchema(7, "MAJOR_0_MINOR_0_PATCH_1"))
                .rawMechanism("GUESSED")
                .asset(new AssetId("asset-1"))
                .person(new PersonId("person-1"))
                .model("model-1")
                .pseudo(false)
                .favorited(true)
                .anchor(new AnchorId("anchor-1"))
                .conversation(new ConversationId("conversation-1"))
                .summary(new SummaryId("summary-1"))
                .link(new MessageId("message-1"))
                .link(new AssetId("asset-2"))
                .link(new PersonId("person-2"))
                .link(new AnchorId("anchor-2"))
                .link(new ConversationId("conversation-2"))
                .link(new WebsiteId("website-1"))
                .link(new TagId("tag-1"))
                .link(new SummaryId("summary-2"))
                .link(new WorkstreamEventId("event-1"))
                .build();
        SeededAnchor seed = SeededAnchor.file("/a").toBuilder()
                .annotation(annotation)
                .annotation(SeededAnnotation.of(AnnotationType.SUMMARY, ""))
                .build();

        assertThat(json(seed)).isEqualTo(inOneLine("""
                {"type":"FILE","fullpath":"/a","annotations":[
                {"schema":{"migration":7,"semantic":"MAJOR_0_MINOR_0_PATCH_1"},
                "mechanism":"GUESSED",
                "asset":"asset-1",
                "person":"person-1",
                "type":"COMMENT",
                "text":"look here",
                "model":"model-1",
                "pseudo":false,
                "favorited":true,
                "anchor":"anchor-1",
                "conversation":"conversation-1",
                "workstream_summary":"summary-1",
                "messages":{"iterable":[{"id":"message-1"}]},
                "assets":{"iterable":[{"id":"asset-2"}]},
                "persons":{"iterable":[{"id":"person-2"}]},
                "anchors":{"iterable":[{"id":"anchor-2"}]},
                "conversations":{"iterable":[{"id":"conversation-2"}]},
                "websites":{"iterable":[{"id":"website-1"}]},
                "tags":{"iterable":[{"id":"tag-1"}]},
                "summaries":{"iterable":[{"id":"summary-2"}]},
                "workstream_events":{"iterable":[{"id":"event-1"}]}},
                {"type":"SUMMARY","text":""}]}"""));
    }

    @Test
    void characters_that_json_forbids_are_escaped() {
        assertThat(json(SeededAnchor.file("/new\nline\t\"quoted\"\\\u0001"))).isEqualTo("""
                {"type":"FILE","fullpath":"/new\\nline\\t\\"quoted\\"\\\\\\u0001"}""");
    }

    @Test
    void an_unpaired_surrogate_which_a_file_name_may_have_is_written_as_an_escape() {
        assertThat(json(SeededAnchor.file("/high \ud83d end"))).isEqualTo("""
                {"type":"FILE","fullpath":"/high \\uD83D end"}""");
        assertThat(json(SeededAnchor.file("/low \ude80 two highs \ud83d\ud83d\ude80 last \udbff")))
                .isEqualTo("""
                {"type":"FILE","fullpath":"/low \\uDE80 two highs \\uD83D🚀 last \\uDBFF"}""");
    }

    private static String json(SeededAnchor seed) {
        return new String(SeedWriter.write(seed), UTF_8);
    }

    private static String inOneLine(String text) {
        return text.replace("\n", "");
    }
}
