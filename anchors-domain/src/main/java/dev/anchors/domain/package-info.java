/**
 * Anchors as values. Start with {@link dev.anchors.domain.Anchor}, which a repository holds, and
 * {@link dev.anchors.domain.SeededAnchor}, from which a repository makes an anchor.
 *
 * <p>Every type is immutable, thread-safe and has value equality; the builders are neither immutable nor thread-safe. Null
 * is refused with {@link java.lang.NullPointerException} unless a parameter is marked
 * {@link org.jspecify.annotations.Nullable}. The fields are those of the published wire description of PiecesOS, fields of
 * later releases included.
 *
 * <p>The hash code of an identifier or a path depends on a random key, so that no input can choose texts that share one and
 * make sets and maps slow. It differs from one run of a program to the next, and so does the order of a
 * {@link java.util.HashSet}.
 */
@NullMarked
package dev.anchors.domain;

import org.jspecify.annotations.NullMarked;
