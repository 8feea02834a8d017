/** What tests of anchors need: the contract of the port, a fake PiecesOS, assertions, samples. */
module dev.anchors.testkit {
    requires transitive com.tngtech.archunit;
    requires transitive dev.anchors.ports;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;
    requires static transitive org.jspecify;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires tools.jackson.databind;

    exports dev.anchors.testkit;

    // the nested classes of the contract are not public
    opens dev.anchors.testkit to
            org.junit.platform.commons;
}
