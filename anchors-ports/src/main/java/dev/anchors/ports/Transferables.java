package dev.anchors.ports;

/** Whether transferable data comes along with an answer; the wire's {@code transferables}. */
public enum Transferables {
    /** With the details of points. The default, as it is the service's. */
    INCLUDED,
    /** Without them: the faster choice where ids and links are enough. */
    OMITTED
}
