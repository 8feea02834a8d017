package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.Platform;
import dev.anchors.domain.Score;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Realistic anchors of about 1.8 KB of JSON each: two points with transferables, three assets, a conversation, a score,
 * schemas and readable timestamps. They are the same in every run.
 */
public final class Payload {

    private static final Instant START = Instant.parse("2024-05-01T08:00:00.123456Z");
    private static final EmbeddedModelSchema SCHEMA = new EmbeddedModelSchema(0, "MAJOR_0_MINOR_0_PATCH_1");

    private final Random random = new Random(20240501);

    private Payload() {}

    /** Returns {@code size} anchors. */
    public static Anchors anchors(int size) {
        Payload payload = new Payload();
        List<Anchor> anchors = new ArrayList<>(size);
        for (int number = 0; number < size; number++) {
            anchors.add(payload.anchor(number));
        }
        return Anchors.of(anchors).withSchema(SCHEMA);
    }

    /** Returns the JSON of a snapshot of {@code size} anchors. */
    public static byte[] bytes(int size) {
        return bytes(anchors(size), List.of(ServiceProcess.SNAPSHOT)).get(0);
    }

    /** Returns the JSON of each of {@code size} anchors, of which no two share an id. */
    static List<byte[]> documents(int size) {
        Anchors anchors = anchors(size);
        return bytes(
                anchors,
                anchors.stream()
                        .map(anchor -> "/anchor/" + anchor.id().value() + "?transferables=true")
                        .toList());
    }

    private static List<byte[]> bytes(Anchors anchors, List<String> targets) {
        try (InMemoryAnchorRepository store = InMemoryAnchorRepository.builder()
                        .initialAnchors(anchors)
                        .build();
                FakePiecesOs service =
                        FakePiecesOs.builder(store).recording(false).start()) {
            List<byte[]> bodies = new ArrayList<>(targets.size());
            for (String target : targets) {
                try (InputStream body =
                        service.baseUrl().resolve(target).toURL().openStream()) {
                    bodies.add(body.readAllBytes());
                }
            }
            return bodies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Anchor anchor(int number) {
        AnchorId id = new AnchorId(uuid());
        GroupedTimestamp created = timestamp(number);
        return Anchor.builder(id, AnchorType.FILE)
                .watch(true)
                .point(point(id, "/home/ada/src/project/file-" + number + ".java", Platform.LINUX, created))
                .point(point(id, "C:\\Users\\ada\\src\\project\\file-" + number + ".java", Platform.WINDOWS, created))
                .created(created)
                .updated(timestamp(number + 1))
                .link(new AssetId(uuid()))
                .link(new AssetId(uuid()))
                .link(new AssetId(uuid()))
                .link(new ConversationId(uuid()))
                .score(Score.builder(0, 1).priority(2L).build())
                .schema(SCHEMA)
                .build();
    }

    private AnchorPoint point(AnchorId anchor, String path, Platform platform, GroupedTimestamp created) {
        return AnchorPoint.builder(new AnchorPointId(uuid()))
                .fullpath(new FullPath(path))
                .platform(platform)
                .verified(true)
                .created(created)
                .updated(created)
                .anchor(anchor)
                .schema(SCHEMA)
                .build();
    }

    private static GroupedTimestamp timestamp(int number) {
        return new GroupedTimestamp(START.plusSeconds(60L * number), Optional.of(number % 30 + " days ago"));
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
