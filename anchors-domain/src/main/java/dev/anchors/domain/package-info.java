/**
 * Anchors as values. Start with {@link dev.anchors.domain.Anchor}, which a repository holds, and
 * {@link dev.anchors.domain.SeededAnchor}, from which a repository makes an anchor.
 *
 * <p>Every type is immutable, thread-safe and has value equality; the builders are neither immutable nor thread-safe. Null
 * is refused with {@link java.lang.NullPointerException} unless a parameter is marked
 * {@link org.jspecify.annotations.Nullable}. The fields are those of the published wire description of PiecesOS, fields of
 * later releases included.
 */
@NullMarked
package dev.anchors.domain;

import org.jspecify.annotations.NullMarked;
