package dev.anchors.testkit;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.Mechanism;
import dev.anchors.domain.MessageId;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.Score;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.domain.SourceId;
import dev.anchors.domain.SummaryId;
import dev.anchors.domain.TagId;
import dev.anchors.domain.WebsiteId;
import dev.anchors.domain.WorkstreamEventId;
import dev.anchors.testkit.internal.EdgeCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Anchors and seeds without end, made of odd values: every field is there at times and absent at others, and what is
 * allowed but makes trouble (scripts, quotes, slashes in ids, words of later days, extreme numbers and times) is
 * frequent.
 *
 * <p>The same seed gives the same anchors in the same order on every JVM. No two anchors of one instance have the same
 * id; links come from a small stock, so that anchors share them. Not thread-safe.
 */
public final class RandomAnchors {

    private static final int MOST = 3;
    private static final List<Function<String, MaterialId>> MATERIALS = List.of(
            AssetId::new,
            AnnotationId::new,
            ConversationId::new,
            SummaryId::new,
            PersonId::new,
            MessageId::new,
            TagId::new,
            SourceId::new,
            WorkstreamEventId::new);

    // java.util.Random and of it only nextInt(bound) and nextBoolean: their algorithms are part of their specification
    private final Random random;
    private int made;

    private RandomAnchors(long seed) {
        random = new Random(seed);
    }

    /** Returns the anchors and seeds of that random seed. */
    public static RandomAnchors seeded(long seed) {
        return new RandomAnchors(seed);
    }

    /** Returns another anchor. */
    public Anchor anchor() {
        AnchorId id = new AnchorId(fresh());
        Anchor.Builder anchor = Anchor.builder(id, AnchorType.UNKNOWN)
                .rawType(oneOf(EdgeCases.TYPES))
                .name(perhaps(this::freeText))
                .watch(perhaps(random::nextBoolean))
                .created(timestamp())
                .deleted(perhaps(this::timestamp))
                .score(perhaps(this::score))
                .schema(perhaps(this::schema));
        sometimes(() -> anchor.updated(timestamp()));
        several(() -> anchor.point(point(id)));
        sometimes(() -> link(anchor));
        return anchor.build();
    }

    private void link(Anchor.Builder anchor) {
        for (Function<String, MaterialId> material : MATERIALS) {
            several(() -> anchor.link(material.apply(stock())));
        }
    }

    /** Returns a snapshot of that many more anchors, with or without a score and a stamp of the whole. */
    public Anchors anchors(int count) {
        List<Anchor> anchors = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            anchors.add(anchor());
        }
        return Anchors.of(anchors).withScore(perhaps(this::score)).withSchema(perhaps(this::schema));
    }

    /** Returns another seed. */
    public SeededAnchor seed() {
        SeededAnchor.Builder seed = SeededAnchor.builder(oneOf(List.of(AnchorType.values())), path())
                .name(perhaps(this::freeText))
                .watch(perhaps(random::nextBoolean))
                .platform(perhaps(() -> oneOf(List.of(Platform.values()))))
                .asset(perhaps(() -> new AssetId(stock())))
                .conversation(perhaps(() -> new ConversationId(stock())))
                .schema(perhaps(this::schema));
        several(() -> seed.person(new PersonId(stock())));
        several(() -> seed.annotation(annotation()));
        return seed.build();
    }

    private AnchorPoint point(AnchorId anchor) {
        return AnchorPoint.builder(new AnchorPointId(fresh()))
                .fullpath(perhaps(this::path))
                .rawPlatform(perhaps(() -> oneOf(EdgeCases.PLATFORMS)))
                .verified(perhaps(random::nextBoolean))
                .created(perhaps(this::timestamp))
                .updated(perhaps(this::timestamp))
                .deleted(perhaps(this::timestamp))
                .anchor(perhaps(() -> anchor))
                .score(perhaps(this::score))
                .schema(perhaps(this::schema))
                .build();
    }

    private SeededAnnotation annotation() {
        SeededAnnotation.Builder annotation = SeededAnnotation.builder(
                        oneOf(List.of(AnnotationType.values())), freeText())
                .mechanism(perhaps(() -> oneOf(List.of(Mechanism.values()))))
                .asset(perhaps(() -> new AssetId(stock())))
                .person(perhaps(() -> new PersonId(stock())))
                .anchor(perhaps(() -> new AnchorId(stock())))
                .conversation(perhaps(() -> new ConversationId(stock())))
                .summary(perhaps(() -> new SummaryId(stock())))
                .model(perhaps(this::freeText))
                .pseudo(perhaps(random::nextBoolean))
                .favorited(perhaps(random::nextBoolean))
                .schema(perhaps(this::schema));
        several(() -> annotation.link(new MessageId(stock())));
        several(() -> annotation.link(new AssetId(stock())));
        several(() -> annotation.link(new PersonId(stock())));
        several(() -> annotation.link(new ConversationId(stock())));
        several(() -> annotation.link(new TagId(stock())));
        several(() -> annotation.link(new SummaryId(stock())));
        several(() -> annotation.link(new WorkstreamEventId(stock())));
        several(() -> annotation.link(new AnchorId(stock())));
        several(() -> annotation.link(new WebsiteId(stock())));
        return annotation.build();
    }

    private Score score() {
        return Score.builder(number(), number())
                .priority(perhaps(this::number))
                .reuse(perhaps(this::number))
                .update(perhaps(this::number))
                .reference(perhaps(this::number))
                .searched(perhaps(this::number))
                .schema(perhaps(this::schema))
                .build();
    }

    private EmbeddedModelSchema schema() {
        return new EmbeddedModelSchema(number(), freeText());
    }

    private GroupedTimestamp timestamp() {
        return new GroupedTimestamp(oneOf(EdgeCases.INSTANTS), Optional.ofNullable(perhaps(this::freeText)));
    }

    private FullPath path() {
        return new FullPath(oneOf(EdgeCases.PATHS));
    }

    private long number() {
        return oneOf(EdgeCases.NUMBERS);
    }

    private String freeText() {
        return oneOf(EdgeCases.FREE);
    }

    /** An id that no other anchor or point has. */
    private String fresh() {
        return oneOf(EdgeCases.NAMING) + "-" + ++made;
    }

    /** An id that comes again. */
    private String stock() {
        return oneOf(EdgeCases.NAMING) + "-shared";
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> @Nullable T perhaps(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private void sometimes(Runnable step) {
        if (random.nextBoolean()) {
            step.run();
        }
    }

    private void several(Runnable step) {
        for (int left = random.nextInt(MOST + 1); left > 0; left--) {
            step.run();
        }
    }
}
