/** Support for tests of anchors: the contracts of the ports, a fake PiecesOS, assertions and samples. */
module dev.anchors.testkit {
    requires transitive dev.anchors.ports;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;
    requires static com.tngtech.archunit;
    requires static transitive org.jspecify;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires java.management;
    requires tools.jackson.databind;

    exports dev.anchors.testkit;
    exports dev.anchors.testkit.architecture;
    exports dev.anchors.testkit.assertions;
    exports dev.anchors.testkit.contract;
    exports dev.anchors.testkit.fake;

    // JUnit has to reach the nested classes of the contract, which are not public
    opens dev.anchors.testkit.contract to
            org.junit.platform.commons;
}
