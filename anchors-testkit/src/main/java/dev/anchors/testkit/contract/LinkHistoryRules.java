package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorRepository;

/** Compares the repository with the reference model in random histories of links. */
abstract class LinkHistoryRules extends HistoryRules {

    private final AnchorLinksContract<?> contract;

    LinkHistoryRules(AnchorLinksContract<?> contract) {
        super(contract);
        this.contract = contract;
    }

    @Override
    final HistoryGenerator generator(long seed) {
        return new LinkHistoryGenerator(seed);
    }

    @Override
    final HistoryRun newRun(AnchorRepository repository, HistoryClock clock, CallTimes times) {
        return new LinkHistoryRun(repository, contract.linksOf(repository), clock, times, contract.abilities());
    }
}
