package dev.anchors.testkit.contract;

import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import java.util.Set;

/** Runs the steps of a history with links. */
final class LinkHistoryRun extends HistoryRun {

    private static final LinkRule ASSOCIATE = new LinkRule(Rule.LNK_1, Rule.LNK_2, Rule.LNK_3, Rule.LNK_1, Rule.LNK_4);
    private static final LinkRule DISASSOCIATE =
            new LinkRule(Rule.LNK_2, Rule.LNK_2, Rule.LNK_3, Rule.LNK_3, Rule.LNK_4);

    private final AnchorLinks links;

    LinkHistoryRun(
            AnchorRepository repository,
            AnchorLinks links,
            HistoryClock clock,
            CallTimes times,
            Set<Ability> abilities) {
        super(repository, clock, times, abilities);
        this.links = links;
    }

    @Override
    void run(Step step) {
        if (step instanceof Step.Link link) {
            MaterialId material = link.material();
            changeLink(Operation.ASSOCIATE, link.target(), material, ASSOCIATE, id -> links.associate(id, material));
        } else if (step instanceof Step.Unlink unlink) {
            MaterialId material = unlink.material();
            changeLink(
                    Operation.DISASSOCIATE,
                    unlink.target(),
                    material,
                    DISASSOCIATE,
                    id -> links.disassociate(id, material));
        } else {
            super.run(step);
        }
        if (step instanceof Step.PassNull) {
            passNull(LinkCalls.withNull(), links);
        }
    }

    @Override
    void close() {
        super.close();
        ClosedRepository.check(LinkCalls.valid(), links);
    }
}
