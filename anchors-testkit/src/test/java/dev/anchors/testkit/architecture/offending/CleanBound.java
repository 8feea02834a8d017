package dev.anchors.testkit.architecture.offending;

import java.util.List;

/** A class whose type parameters have only types of the JDK as bounds, one of them recursive. */
public interface CleanBound<E extends Enum<E>, T extends Comparable<? super T>> {

    /** Returns the largest value. */
    <S extends List<? extends S>> T largest(S values, Class<E> type);
}
