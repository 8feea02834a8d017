package dev.anchors.domain;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that is to be made together with an anchor.
 *
 * <p>All services know the single references ({@link #asset()}, {@link #person()}, ...) and {@link #messages()}; services
 * from 4.3.0 on know the other sets ({@link #assets()}, {@link #persons()}, ...).
 */
public final class SeededAnnotation {

    private static final Set<MaterialKind> LINKABLE = Set.of(
            MaterialKind.ASSET,
            MaterialKind.CONVERSATION,
            MaterialKind.MESSAGE,
            MaterialKind.PERSON,
            MaterialKind.SUMMARY,
            MaterialKind.TAG,
            MaterialKind.WORKSTREAM_EVENT);

    private final AnnotationType type;
    private final String text;
    private final @Nullable String rawMechanism;
    private final @Nullable AssetId asset;
    private final @Nullable PersonId person;
    private final @Nullable AnchorId anchor;
    private final @Nullable ConversationId conversation;
    private final @Nullable SummaryId summary;
    private final @Nullable String model;
    private final @Nullable Boolean pseudo;
    private final @Nullable Boolean favorited;
    private final Links links;
    private final Set<AnchorId> anchors;
    private final Set<WebsiteId> websites;
    private final @Nullable EmbeddedModelSchema schema;

    private SeededAnnotation(Builder builder) {
        type = builder.type;
        text = builder.text;
        rawMechanism = builder.rawMechanism;
        asset = builder.asset;
        person = builder.person;
        anchor = builder.anchor;
        conversation = builder.conversation;
        summary = builder.summary;
        model = builder.model;
        pseudo = builder.pseudo;
        favorited = builder.favorited;
        links = builder.links.build();
        anchors = Collections.unmodifiableSet(new LinkedHashSet<>(builder.anchors));
        websites = Collections.unmodifiableSet(new LinkedHashSet<>(builder.websites));
        schema = builder.schema;
    }

    /** Returns an annotation with this type and text alone. */
    public static SeededAnnotation of(AnnotationType type, String text) {
        return builder(type, text).build();
    }

    /** Returns a builder of an annotation. */
    public static Builder builder(AnnotationType type, String text) {
        return new Builder(type, text);
    }

    /** Returns the kind of annotation. */
    public AnnotationType type() {
        return type;
    }

    /** Returns the text. */
    public String text() {
        return text;
    }

    /** Returns how the annotation came to be; {@link Mechanism#UNKNOWN} for a mechanism that this version does not know. */
    public Optional<Mechanism> mechanism() {
        return rawMechanism().map(Mechanism::of);
    }

    /** Returns the mechanism as the service is to read it. */
    public Optional<String> rawMechanism() {
        return Optional.ofNullable(rawMechanism);
    }

    /** Returns the asset that the annotation is about. */
    public Optional<AssetId> asset() {
        return Optional.ofNullable(asset);
    }

    /** Returns the person that the annotation is about. */
    public Optional<PersonId> person() {
        return Optional.ofNullable(person);
    }

    /** Returns the anchor that the annotation is about. */
    public Optional<AnchorId> anchor() {
        return Optional.ofNullable(anchor);
    }

    /** Returns the conversation that the annotation is about. */
    public Optional<ConversationId> conversation() {
        return Optional.ofNullable(conversation);
    }

    /** Returns the workstream summary that the annotation is about; services from 4.2.0 on. */
    public Optional<SummaryId> summary() {
        return Optional.ofNullable(summary);
    }

    /** Returns the model that wrote the annotation. */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    /** Returns whether the annotation is a placeholder that is not shown to people. */
    public Optional<Boolean> pseudo() {
        return Optional.ofNullable(pseudo);
    }

    /** Returns whether a person marked it as a favourite. */
    public Optional<Boolean> favorited() {
        return Optional.ofNullable(favorited);
    }

    /** Returns the linked messages, in the order given; immutable, as are the other sets. */
    public Set<MessageId> messages() {
        return links.of(MessageId.class);
    }

    /** Returns the linked assets. */
    public Set<AssetId> assets() {
        return links.of(AssetId.class);
    }

    /** Returns the linked persons. */
    public Set<PersonId> persons() {
        return links.of(PersonId.class);
    }

    /** Returns the linked conversations. */
    public Set<ConversationId> conversations() {
        return links.of(ConversationId.class);
    }

    /** Returns the linked tags. */
    public Set<TagId> tags() {
        return links.of(TagId.class);
    }

    /** Returns the linked workstream summaries. */
    public Set<SummaryId> summaries() {
        return links.of(SummaryId.class);
    }

    /** Returns the linked workstream events. */
    public Set<WorkstreamEventId> workstreamEvents() {
        return links.of(WorkstreamEventId.class);
    }

    /** Returns the linked anchors. */
    public Set<AnchorId> anchors() {
        return anchors;
    }

    /** Returns the linked websites. */
    public Set<WebsiteId> websites() {
        return websites;
    }

    /** Returns the version stamp. */
    public Optional<EmbeddedModelSchema> schema() {
        return Optional.ofNullable(schema);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeededAnnotation that
                && type == that.type
                && text.equals(that.text)
                && Objects.equals(rawMechanism, that.rawMechanism)
                && Objects.equals(asset, that.asset)
                && Objects.equals(person, that.person)
                && Objects.equals(anchor, that.anchor)
                && Objects.equals(conversation, that.conversation)
                && Objects.equals(summary, that.summary)
                && Objects.equals(model, that.model)
                && Objects.equals(pseudo, that.pseudo)
                && Objects.equals(favorited, that.favorited)
                && links.equals(that.links)
                && anchors.equals(that.anchors)
                && websites.equals(that.websites)
                && Objects.equals(schema, that.schema);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, text);
    }

    @Override
    public String toString() {
        return new Description("SeededAnnotation")
                .with("type", type)
                .with("text", text)
                .with("mechanism", rawMechanism())
                .with("asset", asset().map(AssetId::value))
                .with("person", person().map(PersonId::value))
                .with("anchor", anchor().map(AnchorId::value))
                .with("conversation", conversation().map(ConversationId::value))
                .with("summary", summary().map(SummaryId::value))
                .with("model", model())
                .with("pseudo", pseudo())
                .with("favorited", favorited())
                .with("links", links.all())
                .with("anchors", anchors)
                .with("websites", websites)
                .with("schema", schema())
                .toString();
    }

    /** Builds a {@link SeededAnnotation}; not thread-safe; null stands for a part that is absent. */
    public static final class Builder {

        private final AnnotationType type;
        private final String text;
        private final Links.Builder links = new Links.Builder();
        private final Set<AnchorId> anchors = new LinkedHashSet<>();
        private final Set<WebsiteId> websites = new LinkedHashSet<>();
        private @Nullable String rawMechanism;
        private @Nullable AssetId asset;
        private @Nullable PersonId person;
        private @Nullable AnchorId anchor;
        private @Nullable ConversationId conversation;
        private @Nullable SummaryId summary;
        private @Nullable String model;
        private @Nullable Boolean pseudo;
        private @Nullable Boolean favorited;
        private @Nullable EmbeddedModelSchema schema;

        private Builder(AnnotationType type, String text) {
            this.type = Objects.requireNonNull(type, "type");
            this.text = Objects.requireNonNull(text, "text");
        }

        /** Sets {@link SeededAnnotation#mechanism()}. */
        public Builder mechanism(@Nullable Mechanism origin) {
            return rawMechanism(origin == null ? null : origin.name());
        }

        /** Sets {@link SeededAnnotation#rawMechanism()}, for a mechanism that the service knows and this version does not. */
        public Builder rawMechanism(@Nullable String origin) {
            rawMechanism = origin;
            return this;
        }

        /** Sets {@link SeededAnnotation#asset()}. */
        public Builder asset(@Nullable AssetId subject) {
            asset = subject;
            return this;
        }

        /** Sets {@link SeededAnnotation#person()}. */
        public Builder person(@Nullable PersonId subject) {
            person = subject;
            return this;
        }

        /** Sets {@link SeededAnnotation#anchor()}. */
        public Builder anchor(@Nullable AnchorId subject) {
            anchor = subject;
            return this;
        }

        /** Sets {@link SeededAnnotation#conversation()}. */
        public Builder conversation(@Nullable ConversationId subject) {
            conversation = subject;
            return this;
        }

        /** Sets {@link SeededAnnotation#summary()}. */
        public Builder summary(@Nullable SummaryId subject) {
            summary = subject;
            return this;
        }

        /** Sets {@link SeededAnnotation#model()}. */
        public Builder model(@Nullable String writer) {
            model = writer;
            return this;
        }

        /** Sets {@link SeededAnnotation#pseudo()}. */
        public Builder pseudo(@Nullable Boolean standIn) {
            pseudo = standIn;
            return this;
        }

        /** Sets {@link SeededAnnotation#favorited()}. */
        public Builder favorited(@Nullable Boolean favourite) {
            favorited = favourite;
            return this;
        }

        /**
         * Adds a link to the set of its kind.
         *
         * @throws IllegalArgumentException if the service knows no such link of an annotation
         */
        public Builder link(MaterialId material) {
            if (!LINKABLE.contains(material.kind())) {
                throw new IllegalArgumentException("an annotation cannot be linked to " + material);
            }
            links.add(material);
            return this;
        }

        /** Adds to {@link SeededAnnotation#anchors()}. */
        public Builder link(AnchorId linked) {
            anchors.add(Objects.requireNonNull(linked, "anchor"));
            return this;
        }

        /** Adds to {@link SeededAnnotation#websites()}. */
        public Builder link(WebsiteId linked) {
            websites.add(Objects.requireNonNull(linked, "website"));
            return this;
        }

        /** Sets {@link SeededAnnotation#schema()}. */
        public Builder schema(@Nullable EmbeddedModelSchema stamp) {
            schema = stamp;
            return this;
        }

        /** Returns the annotation. */
        public SeededAnnotation build() {
            return new SeededAnnotation(this);
        }
    }
}
