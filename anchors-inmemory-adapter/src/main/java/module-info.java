/** The anchors of a service that is not there: an exact repository in memory. */
module dev.anchors.inmemory {
    requires transitive dev.anchors.ports;
    requires static dagger;
    requires static jakarta.inject;
    requires static org.jspecify;

    exports dev.anchors.inmemory;
}
