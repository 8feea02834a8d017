package dev.anchors.testkit.contract;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tests of CON-2 and CON-3 with random programs of several threads. */
abstract class ConcurrentHistoryRules extends LinearizabilityRules {

    private final ConcurrentPrograms programs;

    ConcurrentHistoryRules(RepositoryContract contract) {
        super(contract);
        programs = new ConcurrentPrograms(contract);
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
}
