package dev.anchors.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file or a directory that materials are linked to, as a repository held it at one moment.
 *
 * <p>Two anchors are equal if all their parts are equal, except the {@linkplain GroupedTimestamp#readable() readable text} of
 * times, which changes without any change to the anchor. {@link #toBuilder()} makes a changed copy.
 *
 * <p>An anchor is not made to be serialized. A web framework that reads getters, as Jackson does in a Spring controller, writes
 * an anchor as <code>{"deleted":false}</code> and loses the rest without a failure. Return a record of your own instead.
 */
public final class Anchor {

    private final AnchorId id;
    private final String rawType;
    private final @Nullable String name;
    private final @Nullable Boolean watch;
    private final List<AnchorPoint> points;
    private final GroupedTimestamp created;
    private final GroupedTimestamp updated;
    private final @Nullable GroupedTimestamp deleted;
    private final Links links;
    private final @Nullable Score score;
    private final @Nullable EmbeddedModelSchema schema;

    private Anchor(Builder builder, GroupedTimestamp created) {
        id = builder.id;
        rawType = builder.rawType;
        name = builder.name;
        watch = builder.watch;
        points = List.copyOf(builder.points);
        this.created = created;
        updated = builder.updated == null ? created : builder.updated;
        deleted = builder.deleted;
        links = builder.links.build();
        score = builder.score;
        schema = builder.schema;
    }

    /** Returns a builder of an anchor of a type that this version knows. */
    public static Builder builder(AnchorId id, AnchorType type) {
        return new Builder(id, Objects.requireNonNull(type, "type").name());
    }

    /**
     * Returns a builder of an anchor of a type as the service writes it, which this version may not know.
     *
     * @throws IllegalArgumentException if {@code rawType} is blank or contains NUL
     */
    public static Builder builder(AnchorId id, String rawType) {
        return new Builder(id, Text.naming("anchor type", rawType));
    }

    /** Returns a builder that starts with everything this anchor has. */
    public Builder toBuilder() {
        Builder copy = new Builder(id, rawType)
                .name(name)
                .watch(watch)
                .points(points)
                .created(created)
                .updated(updated)
                .deleted(deleted)
                .score(score)
                .schema(schema);
        copy.links = links.toBuilder();
        return copy;
    }

    /** Returns the identifier. */
    public AnchorId id() {
        return id;
    }

    /** Returns what the anchor points at; {@link AnchorType#UNKNOWN} for a type that this version does not know. */
    public AnchorType type() {
        return AnchorType.of(rawType);
    }

    /** Returns the type as the service writes it. */
    public String rawType() {
        return rawType;
    }

    /** Returns the name that was given to the anchor. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Returns whether the service is to watch the file or directory for changes. */
    public Optional<Boolean> watch() {
        return Optional.ofNullable(watch);
    }

    /** Returns the locations, in the service's order; immutable. */
    public List<AnchorPoint> points() {
        return points;
    }

    /** Returns the paths of the points that carry one, in the order of the points; immutable. */
    public List<FullPath> paths() {
        return points.stream().flatMap(point -> point.fullpath().stream()).toList();
    }

    /** Returns whether the anchor has a point below a directory, at any depth, as {@link Anchors#below} compares paths. */
    public boolean isBelow(FullPath directory) {
        FullPath start = directory.normalized();
        return paths().stream()
                .map(FullPath::normalized)
                .anyMatch(path -> path.startsWith(start) && !path.equals(start));
    }

    /** Returns when the anchor was made. */
    public GroupedTimestamp created() {
        return created;
    }

    /** Returns when the anchor last changed. */
    public GroupedTimestamp updated() {
        return updated;
    }

    /** Returns the instant at which the anchor was made. */
    public Instant createdAt() {
        return created.value();
    }

    /** Returns the instant at which the anchor last changed. */
    public Instant updatedAt() {
        return updated.value();
    }

    /** Returns when the anchor was deleted. */
    public Optional<GroupedTimestamp> deleted() {
        return Optional.ofNullable(deleted);
    }

    /** Returns whether the service marks the anchor as deleted. */
    public boolean isDeleted() {
        return deleted != null;
    }

    /** Returns the linked assets, in the service's order; immutable, as are the other links. */
    public Set<AssetId> assets() {
        return links.of(AssetId.class);
    }

    /** Returns the linked annotations. */
    public Set<AnnotationId> annotations() {
        return links.of(AnnotationId.class);
    }

    /** Returns the linked conversations. */
    public Set<ConversationId> conversations() {
        return links.of(ConversationId.class);
    }

    /** Returns the linked workstream summaries; services from 2.2.0 on. */
    public Set<SummaryId> summaries() {
        return links.of(SummaryId.class);
    }

    /** Returns the linked persons; services from 2.3.0 on. */
    public Set<PersonId> persons() {
        return links.of(PersonId.class);
    }

    /** Returns the linked messages; services from 3.0.0 on. */
    public Set<MessageId> messages() {
        return links.of(MessageId.class);
    }

    /** Returns the linked tags; services from 4.3.0 on. */
    public Set<TagId> tags() {
        return links.of(TagId.class);
    }

    /** Returns the linked sources of workstream patterns; services from 4.3.0 on. */
    public Set<SourceId> sources() {
        return links.of(SourceId.class);
    }

    /** Returns the linked workstream events; services from 4.3.0 on. */
    public Set<WorkstreamEventId> workstreamEvents() {
        return links.of(WorkstreamEventId.class);
    }

    /** Returns the links of every kind: kind by kind, and within a kind in the service's order. */
    public Set<MaterialId> links() {
        return links.all();
    }

    /** Returns the links of one kind, in the service's order; immutable. */
    public Set<MaterialId> links(MaterialKind kind) {
        return links.of(Objects.requireNonNull(kind, "kind"));
    }

    /** Returns whether the anchor is linked to a material. */
    public boolean isLinkedTo(MaterialId material) {
        return links.all().contains(Objects.requireNonNull(material, "material"));
    }

    /** Returns the counters of the anchor. */
    public Optional<Score> score() {
        return Optional.ofNullable(score);
    }

    /** Returns the version stamp. */
    public Optional<EmbeddedModelSchema> schema() {
        return Optional.ofNullable(schema);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Anchor that
                        && id.equals(that.id)
                        && rawType.equals(that.rawType)
                        && Objects.equals(name, that.name)
                        && Objects.equals(watch, that.watch)
                        && points.equals(that.points)
                        && created.equals(that.created)
                        && updated.equals(that.updated)
                        && Objects.equals(deleted, that.deleted)
                        && links.equals(that.links)
                        && Objects.equals(score, that.score)
                        && Objects.equals(schema, that.schema));
    }

    /** Hashes the id and the last change alone: the rest seldom differs between two anchors and takes long to hash. */
    @Override
    public int hashCode() {
        return Objects.hash(id, updated);
    }

    /** Shows the id, the type and the first path; {@link #toDetailedString()} shows everything. */
    @Override
    public String toString() {
        return paths().stream()
                .limit(1)
                .map(path -> ", " + path.value())
                .collect(Collectors.joining("", "Anchor[" + id.value() + ", " + rawType, "]"));
    }

    /** Returns a text with everything this anchor has, for people; parts that are absent are left out. */
    public String toDetailedString() {
        return new Description("Anchor")
                .with("id", id.value())
                .with("type", rawType)
                .with("name", name())
                .with("watch", watch())
                .with("points", points)
                .with("created", created)
                .with("updated", updated)
                .with("deleted", deleted())
                .with("links", links.all())
                .with("score", score())
                .with("schema", schema())
                .toString();
    }

    /** Builds an {@link Anchor}; not thread-safe; null stands for a part that is absent. */
    public static final class Builder {

        private final AnchorId id;
        private final List<AnchorPoint> points = new ArrayList<>();
        private Links.Builder links = new Links.Builder();
        private String rawType;
        private @Nullable String name;
        private @Nullable Boolean watch;
        private @Nullable GroupedTimestamp created;
        private @Nullable GroupedTimestamp updated;
        private @Nullable GroupedTimestamp deleted;
        private @Nullable Score score;
        private @Nullable EmbeddedModelSchema schema;

        private Builder(AnchorId id, String rawType) {
            this.id = Objects.requireNonNull(id, "id");
            this.rawType = rawType;
        }

        /**
         * Sets {@link Anchor#rawType()}.
         *
         * @throws IllegalArgumentException if {@code type} is blank or contains NUL
         */
        public Builder rawType(String type) {
            rawType = Text.naming("anchor type", type);
            return this;
        }

        /** Sets {@link Anchor#name()}. */
        public Builder name(@Nullable String text) {
            name = text;
            return this;
        }

        /** Sets {@link Anchor#watch()}. */
        public Builder watch(@Nullable Boolean watched) {
            watch = watched;
            return this;
        }

        /** Adds a point behind the others. */
        public Builder point(AnchorPoint point) {
            points.add(Objects.requireNonNull(point, "point"));
            return this;
        }

        /** Replaces all points. */
        public Builder points(Collection<AnchorPoint> replacements) {
            List<AnchorPoint> copy = List.copyOf(replacements);
            points.clear();
            points.addAll(copy);
            return this;
        }

        /** Sets {@link Anchor#created()}, the only part that is required. */
        public Builder created(GroupedTimestamp time) {
            created = Objects.requireNonNull(time, "created");
            return this;
        }

        /** Sets {@link Anchor#updated()}; default: the time of creation. */
        public Builder updated(GroupedTimestamp time) {
            updated = Objects.requireNonNull(time, "updated");
            return this;
        }

        /** Sets {@link Anchor#deleted()}. */
        public Builder deleted(@Nullable GroupedTimestamp time) {
            deleted = time;
            return this;
        }

        /** Adds a link behind the others of its kind, unless it is present. */
        public Builder link(MaterialId material) {
            links.add(material);
            return this;
        }

        /** Removes a link, if present. */
        public Builder unlink(MaterialId material) {
            links.remove(Objects.requireNonNull(material, "material"));
            return this;
        }

        /** Replaces all links. */
        public Builder links(Collection<? extends MaterialId> replacements) {
            Links.Builder replaced = new Links.Builder();
            replacements.forEach(replaced::add);
            links = replaced;
            return this;
        }

        /** Sets {@link Anchor#score()}. */
        public Builder score(@Nullable Score counters) {
            score = counters;
            return this;
        }

        /** Sets {@link Anchor#schema()}. */
        public Builder schema(@Nullable EmbeddedModelSchema stamp) {
            schema = stamp;
            return this;
        }

        /**
         * Returns the anchor.
         *
         * @throws IllegalStateException if {@link #created} was not set
         */
        public Anchor build() {
            if (created == null) {
                throw new IllegalStateException("anchor " + id.value() + " lacks the time it was created");
            }
            return new Anchor(this, created);
        }
    }
}
