package dev.anchors.testkit.contract;

import dev.anchors.ports.Operation;

/** An operation that changes nothing. */
abstract class AnchorRead<P> extends PortOperation<P> {

    private final Rule rule;

    /** @param rule the rule that a wrong result breaks */
    AnchorRead(Operation operation, String name, int weight, Rule rule, Parameter<?>... parameters) {
        super(operation, name, weight, parameters);
        this.rule = rule;
    }

    final Rule rule() {
        return rule;
    }
}
