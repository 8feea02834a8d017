/** Values and aggregates of the anchors domain. Needs nothing but the JDK. */
module dev.anchors.domain {
    requires static transitive org.jspecify;

    exports dev.anchors.domain;
}
