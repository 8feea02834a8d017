package dev.anchors.testkit.contract;

import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import java.util.Set;

/** Runs the steps of a history with links. */
final class LinkHistoryRun extends HistoryRun {

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
            changeLink(LinkCall.ASSOCIATE, link.target(), material, id -> links.associate(id, material));
        } else if (step instanceof Step.Unlink unlink) {
            MaterialId material = unlink.material();
            changeLink(LinkCall.DISASSOCIATE, unlink.target(), material, id -> links.disassociate(id, material));
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
