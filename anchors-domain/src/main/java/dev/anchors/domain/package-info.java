/**
 * Anchors as values. Start with {@link dev.anchors.domain.Anchor}, which a repository holds, and
 * {@link dev.anchors.domain.SeededAnchor}, from which a repository makes an anchor.
 *
 * <p>Every type is immutable, thread-safe and has value equality; the builders are neither immutable nor thread-safe. Null
 * is refused with {@link java.lang.NullPointerException} unless a parameter is marked
 * {@link org.jspecify.annotations.Nullable}. The fields are those of the published wire description of PiecesOS, fields of
 * later releases included.
 *
 * <p>Identifiers and paths are ordered by their text. Therefore {@link java.util.HashMap}, {@link java.util.HashSet} and
 * {@link java.util.concurrent.ConcurrentHashMap} stay near-linear if the texts share a hash code, as input can be chosen to
 * do, as long as all keys of one map are of one type. A map of {@link dev.anchors.domain.MaterialId}s of several kinds, and
 * {@link java.util.Set#copyOf}, do not.
 */
@NullMarked
package dev.anchors.domain;

import org.jspecify.annotations.NullMarked;
