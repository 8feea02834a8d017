/** A command line that creates repositories of anchors, by Dagger, and uses them through the port. */
module dev.anchors.examples {
    requires dagger;
    requires dev.anchors.http;
    requires dev.anchors.inmemory;
    requires dev.anchors.testkit;
    requires info.picocli;
    requires jakarta.inject;
    requires static org.jspecify;

    opens dev.anchors.examples to
            info.picocli;
}
