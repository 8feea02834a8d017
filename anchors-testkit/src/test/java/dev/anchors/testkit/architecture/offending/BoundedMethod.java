package dev.anchors.testkit.architecture.offending;

import org.apache.hc.core5.http.HttpEntity;

/** A method whose type parameter has a library type as its second bound. */
public interface BoundedMethod {

    /** Exposes a library type as a bound of a type parameter that the signature does not use. */
    <T extends Comparable<T> & HttpEntity> void send();
}
