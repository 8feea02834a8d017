package dev.anchors.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a caller knows before the service has made the anchor: no id and no times yet. */
public final class SeededAnchor {

    private final AnchorType type;
    private final FullPath fullpath;
    private final @Nullable String name;
    private final @Nullable Boolean watch;
    private final @Nullable Platform platform;
    private final @Nullable AssetId asset;
    private final @Nullable ConversationId conversation;
    private final Set<PersonId> persons;
    private final List<SeededAnnotation> annotations;
    private final @Nullable EmbeddedModelSchema schema;

    private SeededAnchor(Builder builder) {
        type = builder.type;
        fullpath = builder.fullpath;
        name = builder.name;
        watch = builder.watch;
        platform = builder.platform;
        asset = builder.asset;
        conversation = builder.conversation;
        persons = Collections.unmodifiableSet(new LinkedHashSet<>(builder.persons));
        annotations = List.copyOf(builder.annotations);
        schema = builder.schema;
    }

    /** Returns the seed of an anchor to a file. */
    public static SeededAnchor file(String fullpath) {
        return builder(AnchorType.FILE, new FullPath(fullpath)).build();
    }

    /** Returns the seed of an anchor to a directory. */
    public static SeededAnchor directory(String fullpath) {
        return builder(AnchorType.DIRECTORY, new FullPath(fullpath)).build();
    }

    /** Starts a seed. */
    public static Builder builder(AnchorType type, FullPath fullpath) {
        return new Builder(type, fullpath);
    }

    /** Starts a seed that has everything this one has. */
    public Builder toBuilder() {
        Builder builder = new Builder(type, fullpath)
                .name(name)
                .watch(watch)
                .platform(platform)
                .asset(asset)
                .conversation(conversation)
                .schema(schema);
        persons.forEach(builder::person);
        annotations.forEach(builder::annotation);
        return builder;
    }

    /** What the anchor is to point at. */
    public AnchorType type() {
        return type;
    }

    /** The path as the caller has it; the service normalises it. */
    public FullPath fullpath() {
        return fullpath;
    }

    /** The name of the anchor. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Whether the service is to watch the place for changes. */
    public Optional<Boolean> watch() {
        return Optional.ofNullable(watch);
    }

    /** The platform the path belongs to. */
    public Optional<Platform> platform() {
        return Optional.ofNullable(platform);
    }

    /** The asset to link at once. */
    public Optional<AssetId> asset() {
        return Optional.ofNullable(asset);
    }

    /** The conversation to link at once. */
    public Optional<ConversationId> conversation() {
        return Optional.ofNullable(conversation);
    }

    /** The persons to link at once, in the order given; immutable; services from 2.3.0 on. */
    public Set<PersonId> persons() {
        return persons;
    }

    /** The annotations to make together with the anchor, in the order given; immutable. */
    public List<SeededAnnotation> annotations() {
        return annotations;
    }

    /** The version stamp. */
    public Optional<EmbeddedModelSchema> schema() {
        return Optional.ofNullable(schema);
    }

    /**
     * Returns the anchor that this seed becomes: with one point, whose path is this one
     * {@linkplain FullPath#normalized() normalised}, with everything linked that this seed names, and made at
     * {@code now}. Repositories that make anchors themselves use it; the rules of the port, CRE-2 to CRE-4, ask for it.
     *
     * @param point the id of the one point
     * @param annotationIds asked once for each annotation of this seed
     */
    public Anchor toAnchor(AnchorId id, AnchorPointId point, Supplier<AnnotationId> annotationIds, Instant now) {
        GroupedTimestamp made = GroupedTimestamp.of(now);
        Anchor.Builder anchor = Anchor.builder(id, type)
                .name(name)
                .watch(watch)
                .point(AnchorPoint.builder(point)
                        .fullpath(fullpath.normalized())
                        .platform(platform)
                        .created(made)
                        .updated(made)
                        .anchor(id)
                        .build())
                .created(made)
                .schema(schema);
        asset().ifPresent(anchor::link);
        conversation().ifPresent(anchor::link);
        persons.forEach(anchor::link);
        annotations.forEach(annotation -> anchor.link(annotationIds.get()));
        return anchor.build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeededAnchor that
                && type == that.type
                && fullpath.equals(that.fullpath)
                && Objects.equals(name, that.name)
                && Objects.equals(watch, that.watch)
                && platform == that.platform
                && Objects.equals(asset, that.asset)
                && Objects.equals(conversation, that.conversation)
                && persons.equals(that.persons)
                && annotations.equals(that.annotations)
                && Objects.equals(schema, that.schema);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, fullpath, name, platform, asset, conversation);
    }

    @Override
    public String toString() {
        return new Description("SeededAnchor")
                .with("type", type)
                .with("fullpath", fullpath.value())
                .with("name", name())
                .with("watch", watch())
                .with("platform", platform())
                .with("asset", asset().map(AssetId::value))
                .with("conversation", conversation().map(ConversationId::value))
                .with("persons", persons)
                .with("annotations", annotations)
                .with("schema", schema())
                .toString();
    }

    /** Gathers the parts of a {@link SeededAnchor}; null stands for a part that is absent. */
    public static final class Builder {

        private final AnchorType type;
        private final FullPath fullpath;
        private final Set<PersonId> persons = new LinkedHashSet<>();
        private final List<SeededAnnotation> annotations = new ArrayList<>();
        private @Nullable String name;
        private @Nullable Boolean watch;
        private @Nullable Platform platform;
        private @Nullable AssetId asset;
        private @Nullable ConversationId conversation;
        private @Nullable EmbeddedModelSchema schema;

        private Builder(AnchorType type, FullPath fullpath) {
            this.type = Objects.requireNonNull(type, "type");
            this.fullpath = Objects.requireNonNull(fullpath, "fullpath");
        }

        /** Sets {@link SeededAnchor#name()}. */
        public Builder name(@Nullable String text) {
            name = text;
            return this;
        }

        /** Sets {@link SeededAnchor#watch()}. */
        public Builder watch(@Nullable Boolean watched) {
            watch = watched;
            return this;
        }

        /** Sets {@link SeededAnchor#platform()}. */
        public Builder platform(@Nullable Platform owner) {
            platform = owner;
            return this;
        }

        /** Sets {@link SeededAnchor#asset()}. */
        public Builder asset(@Nullable AssetId linked) {
            asset = linked;
            return this;
        }

        /** Sets {@link SeededAnchor#conversation()}. */
        public Builder conversation(@Nullable ConversationId linked) {
            conversation = linked;
            return this;
        }

        /** Adds to {@link SeededAnchor#persons()}. */
        public Builder person(PersonId linked) {
            persons.add(Objects.requireNonNull(linked, "person"));
            return this;
        }

        /** Adds to {@link SeededAnchor#annotations()}. */
        public Builder annotation(SeededAnnotation annotation) {
            annotations.add(Objects.requireNonNull(annotation, "annotation"));
            return this;
        }

        /** Sets {@link SeededAnchor#schema()}. */
        public Builder schema(@Nullable EmbeddedModelSchema stamp) {
            schema = stamp;
            return this;
        }

        /** Returns the seed. */
        public SeededAnchor build() {
            return new SeededAnchor(this);
        }
    }
}
