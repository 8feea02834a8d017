/**
 * Anchors as values: start with {@link dev.anchors.domain.Anchor}, what a repository holds, and
 * {@link dev.anchors.domain.SeededAnchor}, what a caller knows before there is one.
 *
 * <p>Every type here is immutable, has value equality and may be shared by any number of threads; the builders are
 * neither immutable nor thread-safe. A {@code null} is refused with {@link java.lang.NullPointerException} wherever it
 * is not marked {@link org.jspecify.annotations.Nullable}. The fields are those of the published wire description of
 * PiecesOS, those of later releases included.
 */
@NullMarked
package dev.anchors.domain;

import org.jspecify.annotations.NullMarked;
