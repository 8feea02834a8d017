package dev.anchors.domain;

/**
 * The identifier of a material that an anchor can be linked to.
 *
 * <p>Identifiers are opaque: any text that is not blank and contains no NUL. Each {@link MaterialKind} has its own type
 * of identifier, so that two kinds cannot be confused. Two identifiers are equal if their kind and value are.
 */
public sealed interface MaterialId
        permits AnnotationId,
                AssetId,
                ConversationId,
                MessageId,
                PersonId,
                SourceId,
                SummaryId,
                TagId,
                WorkstreamEventId {

    /** Returns the identifier as the service writes it. */
    String value();

    /** Returns the kind of the material. */
    MaterialKind kind();
}
