package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.contract.ConcurrentPrograms.Calls;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tests of CON-2 and CON-3 with random programs of several threads. */
abstract class ConcurrentHistoryRules extends LinearizabilityRules {

    private final ConcurrentPrograms programs;

    ConcurrentHistoryRules(AnchorRepositoryContract contract) {
        super(contract);
        programs = new ConcurrentPrograms(contract, ConcurrentHistoryRules::calls);
    }

    @Test
    @DisplayName("CON-2 calls of many threads on one anchor return what one thread could have seen, call after call")
    void con_2_calls_on_one_anchor_are_linearizable() throws Exception {
        needs(Ability.THREAD_SAFE);
        programs.check(Rule.CON_2, 1);
    }

    @Test
    @DisplayName("CON-3 calls of many threads on some anchors return what one thread could have seen, call after call")
    void con_3_calls_on_some_anchors_are_linearizable() throws Exception {
        needs(Ability.THREAD_SAFE);
        programs.check(Rule.CON_3, 3);
    }

    private static Calls calls(AnchorRepository repository) {
        Observations calls = new Observations(repository);
        return (anchor, random) -> switch (random.nextInt(10)) {
            case 0, 1 -> () -> calls.delete(anchor);
            case 2, 3 -> () -> calls.disassociate(anchor, ASSET);
            case 4 -> () -> calls.create(linked("/notes", ASSET));
            case 5, 6 -> () -> calls.snapshot();
            default -> () -> calls.find(anchor);
        };
    }
}
