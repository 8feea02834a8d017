package dev.anchors.testkit.contract;

import dev.anchors.domain.AnchorId;
import dev.anchors.ports.Operation;
import java.util.EnumMap;
import java.util.Map;

abstract class LinkFailureRules extends FailureRules {

    private final AnchorLinksContract<?> contract;

    LinkFailureRules(AnchorLinksContract<?> contract) {
        super(contract);
        this.contract = contract;
    }

    @Override
    final Map<Operation, Runnable> callsOf(AnchorId anchor) {
        return new EnumMap<>(Map.of(
                Operation.ASSOCIATE, () -> contract.links().associate(anchor, LinkRules.TAG),
                Operation.DISASSOCIATE, () -> contract.links().disassociate(anchor, ASSET)));
    }

    @Override
    final Map<Operation, Runnable> failingCalls() {
        return callsOf(UNKNOWN);
    }
}
