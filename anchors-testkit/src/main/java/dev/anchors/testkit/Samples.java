package dev.anchors.testkit;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.Mechanism;
import dev.anchors.domain.MessageId;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.Score;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.domain.SummaryId;
import dev.anchors.domain.TagId;
import dev.anchors.domain.WebsiteId;
import dev.anchors.domain.WorkstreamEventId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A minimal and a maximal sample of each type. Each method returns an equal value on every call. {@link RandomAnchors}
 * generates many different values.
 */
public final class Samples {

    private static final EmbeddedModelSchema SCHEMA = new EmbeddedModelSchema(7, "MAJOR_0_MINOR_0_PATCH_1");
    private static final GroupedTimestamp CREATED =
            new GroupedTimestamp(Instant.parse("2024-04-17T09:30:00.123456789Z"), Optional.of("2 days ago"));
    private static final GroupedTimestamp UPDATED =
            new GroupedTimestamp(Instant.parse("2024-04-18T10:00:00Z"), Optional.of("yesterday"));
    private static final GroupedTimestamp DELETED =
            new GroupedTimestamp(Instant.parse("2024-04-19T11:00:00.5Z"), Optional.of("just now"));

    private Samples() {}

    /** Returns an anchor with an id, a type and the time of its creation only. */
    public static Anchor minimalAnchor() {
        return Anchor.builder(new AnchorId("minimal-anchor"), AnchorType.FILE)
                .created(GroupedTimestamp.of(Instant.parse("2024-04-17T09:30:00Z")))
                .build();
    }

    /**
     * Returns an anchor with every field set: an unknown type, a name in several scripts, two links of each kind, and
     * points with unusual paths. The first point has all details, the last point has none.
     */
    public static Anchor fullAnchor() {
        AnchorId id = new AnchorId("full anchor/100% “odd”");
        return Anchor.builder(id, AnchorType.UNKNOWN)
                .rawType("SYMLINK")
                .name("odd “paths” \\ 設計 🗂\n")
                .watch(true)
                .point(fullPoint(id))
                .point(point("point-2", "C:\\Users\\José\\My Files\\a&b;c=100%.txt", Platform.WINDOWS))
                .point(point("point-3", "\\\\fileserver\\team share$\\Q1\\plan.docx", Platform.WINDOWS))
                .point(point("point-4", "file:///home/ada/x%20y.txt?z=1#frag", Platform.WEB))
                .point(AnchorPoint.of(new AnchorPointId("point-5")))
                .created(CREATED)
                .updated(UPDATED)
                .deleted(DELETED)
                .links(twoOfEachKind())
                .score(score())
                .schema(SCHEMA)
                .build();
    }

    /** Returns a seed with a type and a path only. */
    public static SeededAnchor minimalSeed() {
        return SeededAnchor.file("/home/ada/notes.md");
    }

    /** Returns a seed with every field set and two annotations. The first annotation has every field set, too. */
    public static SeededAnchor fullSeed() {
        return SeededAnchor.builder(AnchorType.DIRECTORY, new FullPath("/home/renée/Документы//設計 メモ 🚀/../plan/"))
                .name("odd “paths” \\ 設計 🗂\n")
                .watch(false)
                .platform(Platform.LINUX)
                .asset(new AssetId("asset-1"))
                .conversation(new ConversationId("conversation-1"))
                .person(new PersonId("person-2"))
                .person(new PersonId("person-1"))
                .annotation(fullAnnotation())
                .annotation(SeededAnnotation.of(AnnotationType.COMMENT, "a remark"))
                .schema(SCHEMA)
                .build();
    }

    private static List<MaterialId> twoOfEachKind() {
        return Arrays.stream(MaterialKind.values())
                .flatMap(kind -> Stream.of(link(kind, 2), link(kind, 1)))
                .toList();
    }

    private static MaterialId link(MaterialKind kind, int number) {
        return kind.id(kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number);
    }

    private static AnchorPoint fullPoint(AnchorId anchor) {
        return AnchorPoint.builder(new AnchorPointId("point-1"))
                .fullpath(new FullPath("/home/renée/Документы/設計 メモ 🚀.md"))
                .rawPlatform("HAIKU")
                .verified(true)
                .created(CREATED)
                .updated(UPDATED)
                .deleted(DELETED)
                .anchor(anchor)
                .score(score())
                .schema(SCHEMA)
                .build();
    }

    private static AnchorPoint point(String id, String path, Platform platform) {
        return AnchorPoint.builder(new AnchorPointId(id))
                .fullpath(new FullPath(path))
                .platform(platform)
                .build();
    }

    private static Score score() {
        return Score.builder(1, 2)
                .priority(3L)
                .reuse(4L)
                .update(5L)
                .reference(6L)
                .searched(7L)
                .schema(SCHEMA)
                .build();
    }

    private static SeededAnnotation fullAnnotation() {
        return SeededAnnotation.builder(AnnotationType.KNOWLEDGE_GRAPH, "what it is:\n\t\"all\" of it")
                .mechanism(Mechanism.EXTERNAL_AGENT)
                .asset(new AssetId("asset-1"))
                .person(new PersonId("person-1"))
                .anchor(new AnchorId("anchor-1"))
                .conversation(new ConversationId("conversation-1"))
                .summary(new SummaryId("summary-1"))
                .model("model-1")
                .pseudo(false)
                .favorited(true)
                .link(new MessageId("message-1"))
                .link(new AssetId("asset-2"))
                .link(new PersonId("person-2"))
                .link(new ConversationId("conversation-2"))
                .link(new TagId("tag-1"))
                .link(new SummaryId("summary-2"))
                .link(new WorkstreamEventId("workstream-event-1"))
                .link(new AnchorId("anchor-2"))
                .link(new WebsiteId("website-1"))
                .schema(SCHEMA)
                .build();
    }
}
