/** A command line that creates repositories of anchors, by Dagger, and uses them through the ports. */
module dev.anchors.examples {
    requires com.zaxxer.hikari;
    requires dagger;
    requires dev.anchors.http;
    requires dev.anchors.inmemory;
    requires dev.anchors.testkit;
    requires info.picocli;
    requires jakarta.inject;
    requires java.sql;
    requires tools.jackson.databind;
    requires static org.jspecify;

    opens dev.anchors.examples to
            info.picocli;
}
