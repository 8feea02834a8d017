package dev.anchors.testkit.architecture.offending;

import org.apache.hc.core5.http.HttpHost;

/** A class whose type parameter has a library type as its bound. */
public interface BoundedClass<T extends HttpHost> {}
