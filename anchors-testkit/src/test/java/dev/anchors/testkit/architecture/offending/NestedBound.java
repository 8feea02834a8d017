package dev.anchors.testkit.architecture.offending;

import java.util.List;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ContentType;

/** A class whose type parameter has a library type within its bound. */
public interface NestedBound<T extends Supplier<? super List<ContentType[]>>> {}
