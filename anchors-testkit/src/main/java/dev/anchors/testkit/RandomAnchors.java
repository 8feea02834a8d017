package dev.anchors.testkit;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
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
import dev.anchors.testkit.internal.EdgeCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A generator of anchors and seeds with unusual values. Each optional field is sometimes present and sometimes absent.
 * Valid values that often cause errors are frequent: many scripts, quotes, slashes in ids, unknown types, extreme
 * numbers and times.
 *
 * <p>The same random seed gives the same anchors in the same order on every JVM. The anchors of one instance have
 * different ids. The ids of linked material come from a small set, so that anchors share links.
 *
 * <p>Not thread-safe.
 */
public final class RandomAnchors {

    private static final int MAX_REPETITIONS = 3;
    // Only nextInt(bound) and nextBoolean() are used: java.util.Random specifies their algorithms for every JVM.
    private final Random random;
    private int idCount;

    private RandomAnchors(long seed) {
        random = new Random(seed);
    }

    /** Returns a generator that starts from this random seed. */
    public static RandomAnchors seeded(long seed) {
        return new RandomAnchors(seed);
    }

    /** Returns the next anchor. */
    public Anchor anchor() {
        AnchorId id = new AnchorId(newId());
        Anchor.Builder anchor = Anchor.builder(id, AnchorType.UNKNOWN)
                .rawType(oneOf(EdgeCases.TYPES))
                .name(orNull(this::text))
                .watch(orNull(random::nextBoolean))
                .created(timestamp())
                .deleted(orNull(this::timestamp))
                .score(orNull(this::score))
                .schema(orNull(this::schema));
        sometimes(() -> anchor.updated(timestamp()));
        upToThreeTimes(() -> anchor.point(point(id)));
        sometimes(() -> link(anchor));
        return anchor.build();
    }

    private void link(Anchor.Builder anchor) {
        for (MaterialKind kind : MaterialKind.values()) {
            upToThreeTimes(() -> anchor.link(kind.id(sharedId())));
        }
    }

    /**
     * Returns a snapshot of the next {@code count} anchors. The snapshot itself may have a score and a schema.
     *
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public Anchors anchors(int count) {
        List<Anchor> anchors = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            anchors.add(anchor());
        }
        return Anchors.of(anchors).withScore(orNull(this::score)).withSchema(orNull(this::schema));
    }

    /** Returns the next seed. */
    public SeededAnchor seed() {
        AnchorType type = oneOf(List.of(AnchorType.values()));
        SeededAnchor.Builder seed = SeededAnchor.builder(type, path())
                .rawType(type.name())
                .name(orNull(this::text))
                .watch(orNull(random::nextBoolean))
                .platform(orNull(() -> oneOf(List.of(Platform.values()))))
                .asset(orNull(() -> new AssetId(sharedId())))
                .conversation(orNull(() -> new ConversationId(sharedId())))
                .schema(orNull(this::seededSchema));
        upToThreeTimes(() -> seed.person(new PersonId(sharedId())));
        upToThreeTimes(() -> seed.annotation(annotation()));
        return seed.build();
    }

    private AnchorPoint point(AnchorId anchor) {
        return AnchorPoint.builder(new AnchorPointId(newId()))
                .fullpath(orNull(this::path))
                .rawPlatform(orNull(() -> oneOf(EdgeCases.PLATFORMS)))
                .verified(orNull(random::nextBoolean))
                .created(orNull(this::timestamp))
                .updated(orNull(this::timestamp))
                .deleted(orNull(this::timestamp))
                .anchor(orNull(() -> anchor))
                .score(orNull(this::score))
                .schema(orNull(this::schema))
                .build();
    }

    private SeededAnnotation annotation() {
        SeededAnnotation.Builder annotation = SeededAnnotation.builder(oneOf(List.of(AnnotationType.values())), text())
                .mechanism(orNull(() -> oneOf(List.of(Mechanism.values()))))
                .asset(orNull(() -> new AssetId(sharedId())))
                .person(orNull(() -> new PersonId(sharedId())))
                .anchor(orNull(() -> new AnchorId(sharedId())))
                .conversation(orNull(() -> new ConversationId(sharedId())))
                .summary(orNull(() -> new SummaryId(sharedId())))
                .model(orNull(this::text))
                .pseudo(orNull(random::nextBoolean))
                .favorited(orNull(random::nextBoolean))
                .schema(orNull(this::seededSchema));
        upToThreeTimes(() -> annotation.link(new MessageId(sharedId())));
        upToThreeTimes(() -> annotation.link(new AssetId(sharedId())));
        upToThreeTimes(() -> annotation.link(new PersonId(sharedId())));
        upToThreeTimes(() -> annotation.link(new ConversationId(sharedId())));
        upToThreeTimes(() -> annotation.link(new TagId(sharedId())));
        upToThreeTimes(() -> annotation.link(new SummaryId(sharedId())));
        upToThreeTimes(() -> annotation.link(new WorkstreamEventId(sharedId())));
        upToThreeTimes(() -> annotation.link(new AnchorId(sharedId())));
        upToThreeTimes(() -> annotation.link(new WebsiteId(sharedId())));
        return annotation.build();
    }

    private Score score() {
        return Score.builder(number(), number())
                .priority(orNull(this::number))
                .reuse(orNull(this::number))
                .update(orNull(this::number))
                .reference(orNull(this::number))
                .searched(orNull(this::number))
                .schema(orNull(this::schema))
                .build();
    }

    private EmbeddedModelSchema schema() {
        return new EmbeddedModelSchema(number(), text());
    }

    private EmbeddedModelSchema seededSchema() {
        return new EmbeddedModelSchema(number(), oneOf(EdgeCases.SEMANTIC_VERSIONS));
    }

    private GroupedTimestamp timestamp() {
        return new GroupedTimestamp(oneOf(EdgeCases.INSTANTS), Optional.ofNullable(orNull(this::text)));
    }

    private FullPath path() {
        return new FullPath(oneOf(EdgeCases.PATHS));
    }

    private long number() {
        return oneOf(EdgeCases.NUMBERS);
    }

    private String text() {
        return oneOf(EdgeCases.FREE);
    }

    /** Returns an id that no other anchor or point of this generator has. */
    private String newId() {
        return oneOf(EdgeCases.NAMING) + "-" + ++idCount;
    }

    /** Returns one of a few ids, so that several anchors are linked to the same material. */
    private String sharedId() {
        return oneOf(EdgeCases.NAMING) + "-shared";
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> @Nullable T orNull(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private void sometimes(Runnable step) {
        if (random.nextBoolean()) {
            step.run();
        }
    }

    private void upToThreeTimes(Runnable step) {
        for (int left = random.nextInt(MAX_REPETITIONS + 1); left > 0; left--) {
            step.run();
        }
    }
}
