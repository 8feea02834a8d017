package dev.anchors.domain;

/**
 * The identifier of a material that an anchor can be linked to.
 *
 * <p>Identifiers are opaque: whatever the service hands out, save blank text and NUL. There is one type for each kind
 * of material, so that two of them cannot be swapped.
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

    /** The identifier as the service writes it. */
    String value();
}
