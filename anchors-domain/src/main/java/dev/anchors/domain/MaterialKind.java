package dev.anchors.domain;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A kind of material that an anchor can be linked to, one constant for each type of {@link MaterialId}.
 *
 * <p>The order of the constants is the order of the kinds in {@link Anchor#links()}.
 */
public enum MaterialKind {
    /** A snippet, an image or a file that the service keeps. */
    ASSET(AssetId.class, AssetId::new),
    /** A note on a material. */
    ANNOTATION(AnnotationId.class, AnnotationId::new),
    /** A chat that the service keeps. */
    CONVERSATION(ConversationId.class, ConversationId::new),
    /** A workstream summary. */
    SUMMARY(SummaryId.class, SummaryId::new),
    /** A person. */
    PERSON(PersonId.class, PersonId::new),
    /** One message of a conversation. */
    MESSAGE(MessageId.class, MessageId::new),
    /** A tag. */
    TAG(TagId.class, TagId::new),
    /** A source of workstream patterns, such as an application or a window. */
    SOURCE(SourceId.class, SourceId::new),
    /** A workstream event. */
    WORKSTREAM_EVENT(WorkstreamEventId.class, WorkstreamEventId::new);

    private static final List<MaterialKind> ALL = List.of(values());

    private final Class<? extends MaterialId> type;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor has no state
    private final Function<String, ? extends MaterialId> constructor;

    <M extends MaterialId> MaterialKind(Class<M> type, Function<String, M> constructor) {
        this.type = type;
        this.constructor = constructor;
    }

    /** Returns the kind whose ids are of this type. */
    static MaterialKind of(Class<? extends MaterialId> type) {
        for (MaterialKind kind : ALL) {
            if (kind.type == type) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of material has ids of the type " + type);
    }

    /**
     * Returns the id of a material of this kind.
     *
     * @param value the identifier as the service writes it
     * @throws IllegalArgumentException if {@code value} is blank or contains NUL
     */
    public MaterialId id(String value) {
        return constructor.apply(Objects.requireNonNull(value, "value"));
    }
}
