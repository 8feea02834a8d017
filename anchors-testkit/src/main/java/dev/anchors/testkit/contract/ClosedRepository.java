package dev.anchors.testkit.contract;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Checks what LIF-1 demands of a closed repository. */
final class ClosedRepository {

    private static final AnchorId ANCHOR = new AnchorId("a");

    private ClosedRepository() {}

    /** Returns a call of each operation, by the name of the call. */
    static Map<String, Consumer<AnchorRepository>> calls() {
        SeededAnchor seed = SeededAnchor.file("/notes");
        Map<String, Consumer<AnchorRepository>> calls = new LinkedHashMap<>();
        calls.put("create", repository -> repository.create(seed));
        calls.put("create with transferables", repository -> repository.create(seed, Transferables.OMITTED));
        calls.put("snapshot", AnchorRepository::snapshot);
        calls.put("snapshot with transferables", repository -> repository.snapshot(Transferables.OMITTED));
        calls.put(
                "stream",
                repository -> repository.stream(Transferables.INCLUDED).close());
        calls.put("find", repository -> repository.find(ANCHOR));
        calls.put("find with transferables", repository -> repository.find(ANCHOR, Transferables.OMITTED));
        calls.put("delete", repository -> repository.delete(ANCHOR));
        calls.put("disassociate", repository -> repository.disassociate(ANCHOR, new AssetId("a")));
        return calls;
    }

    /** Closes a repository twice and throws a {@link RuleViolation} if that fails. */
    static void close(AnchorRepository repository) {
        for (int time = 1; time <= 2; time++) {
            try {
                repository.close();
            } catch (RuntimeException failure) {
                throw new RuleViolation(Rule.LIF_1, "close threw " + failure, failure);
            }
        }
    }

    /** Throws a {@link RuleViolation} unless a port of a closed repository refuses each call. */
    static <P> void check(Map<String, Consumer<P>> calls, P port) {
        calls.forEach((name, call) -> {
            try {
                call.accept(port);
            } catch (IllegalStateException refused) {
                return;
            } catch (RuntimeException failure) {
                throw new RuleViolation(Rule.LIF_1, name + " after close threw " + failure, failure);
            }
            throw new RuleViolation(Rule.LIF_1, name + " after close did not throw an IllegalStateException", null);
        });
    }
}
