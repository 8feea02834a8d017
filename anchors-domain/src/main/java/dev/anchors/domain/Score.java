package dev.anchors.domain;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Counters by which the service ranks a material. {@code manual} and {@code automatic} are always present. The service does
 * not define these counters; the descriptions follow their names.
 */
public final class Score {

    private final long manual;
    private final long automatic;
    private final @Nullable Long priority;
    private final @Nullable Long reuse;
    private final @Nullable Long update;
    private final @Nullable Long reference;
    private final @Nullable Long searched;
    private final @Nullable EmbeddedModelSchema schema;

    private Score(Builder builder) {
        manual = builder.manual;
        automatic = builder.automatic;
        priority = builder.priority;
        reuse = builder.reuse;
        update = builder.update;
        reference = builder.reference;
        searched = builder.searched;
        schema = builder.schema;
    }

    /** Returns a score with these two counters alone. */
    public static Score of(long manual, long automatic) {
        return builder(manual, automatic).build();
    }

    /** Returns a builder of a score. */
    public static Builder builder(long manual, long automatic) {
        return new Builder(manual, automatic);
    }

    /** Returns how often people raised the score. */
    public long manual() {
        return manual;
    }

    /** Returns how often the service raised the score on its own. */
    public long automatic() {
        return automatic;
    }

    /** Returns how often the material was given priority; empty if the service does not count it. */
    public OptionalLong priority() {
        return optional(priority);
    }

    /** Returns how often the material was used again; empty if the service does not count it. */
    public OptionalLong reuse() {
        return optional(reuse);
    }

    /** Returns how often the material was changed; empty if the service does not count it. */
    public OptionalLong update() {
        return optional(update);
    }

    /** Returns how often the material was referred to; empty if the service does not count it. */
    public OptionalLong reference() {
        return optional(reference);
    }

    /** Returns how often the material was found by a search; services from 2.3.0 on. */
    public OptionalLong searched() {
        return optional(searched);
    }

    /** Returns the version stamp. */
    public Optional<EmbeddedModelSchema> schema() {
        return Optional.ofNullable(schema);
    }

    private static OptionalLong optional(@Nullable Long counter) {
        return counter == null ? OptionalLong.empty() : OptionalLong.of(counter);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Score that
                && manual == that.manual
                && automatic == that.automatic
                && Objects.equals(priority, that.priority)
                && Objects.equals(reuse, that.reuse)
                && Objects.equals(update, that.update)
                && Objects.equals(reference, that.reference)
                && Objects.equals(searched, that.searched)
                && Objects.equals(schema, that.schema);
    }

    @Override
    public int hashCode() {
        return Objects.hash(manual, automatic, priority, reuse, update, reference, searched, schema);
    }

    @Override
    public String toString() {
        return new Description("Score")
                .with("manual", manual)
                .with("automatic", automatic)
                .with("priority", priority())
                .with("reuse", reuse())
                .with("update", update())
                .with("reference", reference())
                .with("searched", searched())
                .with("schema", schema())
                .toString();
    }

    /** Builds a {@link Score}; not thread-safe; null stands for a counter that is absent. */
    public static final class Builder {

        private final long manual;
        private final long automatic;
        private @Nullable Long priority;
        private @Nullable Long reuse;
        private @Nullable Long update;
        private @Nullable Long reference;
        private @Nullable Long searched;
        private @Nullable EmbeddedModelSchema schema;

        private Builder(long manual, long automatic) {
            this.manual = manual;
            this.automatic = automatic;
        }

        /** Sets {@link Score#priority()}. */
        public Builder priority(@Nullable Long counter) {
            priority = counter;
            return this;
        }

        /** Sets {@link Score#reuse()}. */
        public Builder reuse(@Nullable Long counter) {
            reuse = counter;
            return this;
        }

        /** Sets {@link Score#update()}. */
        public Builder update(@Nullable Long counter) {
            update = counter;
            return this;
        }

        /** Sets {@link Score#reference()}. */
        public Builder reference(@Nullable Long counter) {
            reference = counter;
            return this;
        }

        /** Sets {@link Score#searched()}. */
        public Builder searched(@Nullable Long counter) {
            searched = counter;
            return this;
        }

        /** Sets {@link Score#schema()}. */
        public Builder schema(@Nullable EmbeddedModelSchema stamp) {
            schema = stamp;
            return this;
        }

        /** Returns the score. */
        public Score build() {
            return new Score(this);
        }
    }
}
