/** A program on anchors: where its parts are put together, and what it does with them. */
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
