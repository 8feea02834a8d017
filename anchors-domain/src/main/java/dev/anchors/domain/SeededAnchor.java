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

/** What a repository makes an anchor from. A seed has no id and no times. */
public final class SeededAnchor {

    private final String rawType;
    private final FullPath fullpath;
    private final @Nullable String name;
    private final @Nullable Boolean watch;
    private final @Nullable Platform platform;
    private final @Nullable AssetId asset;
    private final @Nullable ConversationId conversation;
    private final Set<PersonId> persons;
    private final List<SeededAnnotation> annotations;
    private final @Nullable EmbeddedModelSchema schema;

    private SeededAnchor(Builder builder, String rawType) {
        this.rawType = rawType;
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
        return file(new FullPath(fullpath));
    }

    /** Returns the seed of an anchor to a file. */
    public static SeededAnchor file(FullPath fullpath) {
        return builder(AnchorType.FILE, fullpath).build();
    }

    /** Returns the seed of an anchor to a directory. */
    public static SeededAnchor directory(String fullpath) {
        return directory(new FullPath(fullpath));
    }

    /** Returns the seed of an anchor to a directory. */
    public static SeededAnchor directory(FullPath fullpath) {
        return builder(AnchorType.DIRECTORY, fullpath).build();
    }

    /** Returns a builder of a seed. The type {@link AnchorType#UNKNOWN} needs a {@link Builder#rawType raw type} as well. */
    public static Builder builder(AnchorType type, FullPath fullpath) {
        return new Builder(type, fullpath);
    }

    /** Returns a builder that starts with everything this seed has. */
    public Builder toBuilder() {
        Builder builder = new Builder(type(), fullpath)
                .rawType(rawType)
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

    /** Returns what the anchor is to point at. */
    public AnchorType type() {
        return AnchorType.of(rawType);
    }

    /** Returns the type as the service is to read it. */
    public String rawType() {
        return rawType;
    }

    /** Returns the path as the caller has it; the service normalises it. */
    public FullPath fullpath() {
        return fullpath;
    }

    /** Returns the name of the anchor. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Returns whether the service is to watch the file or directory for changes. */
    public Optional<Boolean> watch() {
        return Optional.ofNullable(watch);
    }

    /** Returns the platform that the path belongs to. */
    public Optional<Platform> platform() {
        return Optional.ofNullable(platform);
    }

    /** Returns the asset to link at once. */
    public Optional<AssetId> asset() {
        return Optional.ofNullable(asset);
    }

    /** Returns the conversation to link at once. */
    public Optional<ConversationId> conversation() {
        return Optional.ofNullable(conversation);
    }

    /** Returns the persons to link at once, in the order given; immutable; services from 2.3.0 on. */
    public Set<PersonId> persons() {
        return persons;
    }

    /** Returns the annotations to make together with the anchor, in the order given; immutable. */
    public List<SeededAnnotation> annotations() {
        return annotations;
    }

    /** Returns the version stamp. */
    public Optional<EmbeddedModelSchema> schema() {
        return Optional.ofNullable(schema);
    }

    /**
     * Returns the anchor that this seed becomes, for repositories that make anchors themselves (rules CRE-2 to CRE-4). It
     * has one point, whose path is the {@linkplain FullPath#normalized() normalised} path of this seed, and links to
     * everything that this seed names.
     *
     * @param id the id of the anchor
     * @param point the id of its only point
     * @param annotationIds supplies an id for each annotation of this seed
     * @param now the time of creation
     */
    public Anchor toAnchor(AnchorId id, AnchorPointId point, Supplier<AnnotationId> annotationIds, Instant now) {
        GroupedTimestamp made = GroupedTimestamp.of(now);
        Anchor.Builder anchor = Anchor.builder(id, type())
                .rawType(rawType)
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
                && rawType.equals(that.rawType)
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
        return Objects.hash(rawType, fullpath, name, platform, asset, conversation);
    }

    @Override
    public String toString() {
        return new Description("SeededAnchor")
                .with("type", rawType)
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

    /** Builds a {@link SeededAnchor}; not thread-safe; null stands for a part that is absent. */
    public static final class Builder {

        private final FullPath fullpath;
        private final Set<PersonId> persons = new LinkedHashSet<>();
        private final List<SeededAnnotation> annotations = new ArrayList<>();
        private @Nullable String rawType; // null for UNKNOWN alone, which says nothing
        private @Nullable String name;
        private @Nullable Boolean watch;
        private @Nullable Platform platform;
        private @Nullable AssetId asset;
        private @Nullable ConversationId conversation;
        private @Nullable EmbeddedModelSchema schema;

        private Builder(AnchorType type, FullPath fullpath) {
            rawType = Objects.requireNonNull(type, "type") == AnchorType.UNKNOWN ? null : type.name();
            this.fullpath = Objects.requireNonNull(fullpath, "fullpath");
        }

        /**
         * Sets {@link SeededAnchor#rawType()}, for a type that the service knows and this version does not.
         *
         * @throws IllegalArgumentException if {@code type} is blank or contains NUL
         */
        public Builder rawType(String type) {
            rawType = Text.naming("anchor type", type);
            return this;
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

        /**
         * Returns the seed.
         *
         * @throws IllegalArgumentException if the type is {@link AnchorType#UNKNOWN} and no raw type was set, or if the name
         *     contains NUL
         */
        public SeededAnchor build() {
            if (rawType == null) {
                throw new IllegalArgumentException("a seed of type UNKNOWN needs a raw type, which the service knows");
            }
            if (name != null && name.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("the name of a seed must not contain a NUL character");
            }
            return new SeededAnchor(this, rawType);
        }
    }
}
