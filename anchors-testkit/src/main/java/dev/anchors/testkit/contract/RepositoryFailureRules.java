package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.Operation;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

abstract class RepositoryFailureRules extends FailureRules {

    RepositoryFailureRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @Override
    final Map<Operation, Runnable> callsOf(AnchorId anchor) {
        return new EnumMap<>(Map.of(
                Operation.CREATE, () -> create("/notes/personal"),
                Operation.SNAPSHOT, this::snapshot,
                Operation.STREAM, this::readStream,
                Operation.FIND, () -> repository().find(anchor),
                Operation.DELETE, () -> repository().delete(anchor),
                Operation.DISASSOCIATE, () -> repository().disassociate(anchor, ASSET)));
    }

    private void readStream() {
        try (Stream<Anchor> stream = repository().stream()) {
            assertThat(stream.toList()).isNotEmpty();
        }
    }

    @Override
    final Map<Operation, Runnable> failingCalls() {
        return Map.of(
                Operation.DELETE, () -> repository().delete(UNKNOWN),
                Operation.DISASSOCIATE, () -> repository().disassociate(UNKNOWN, ASSET));
    }
}
