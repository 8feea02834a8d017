/** The port to the anchors of a service, and how it fails. */
module dev.anchors.ports {
    requires transitive dev.anchors.domain;
    requires static transitive org.jspecify;

    exports dev.anchors.ports;
}
