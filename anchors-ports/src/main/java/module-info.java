/** The ports to the anchors of a service, and how they fail. */
module dev.anchors.ports {
    requires transitive dev.anchors.domain;
    requires static transitive org.jspecify;

    exports dev.anchors.ports;
}
