package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Parameter.MATERIAL;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.testkit.contract.AnchorChange.Breaks;
import java.util.List;
import java.util.function.Function;

/** The operations of {@link AnchorLinks}. */
final class LinkOperations {

    private LinkOperations() {}

    /** @param links returns the links of a repository */
    static Role<AnchorLinks> role(Function<AnchorRepository, AnchorLinks> links) {
        return new Role<>(
                AnchorLinks.class,
                "links",
                links,
                List.of(
                        new LinkChange<>(
                                Operation.ASSOCIATE,
                                "associate",
                                5,
                                new Breaks(Rule.LNK_1, Rule.LNK_2, Rule.LNK_3, Rule.LNK_1, Rule.LNK_4),
                                MATERIAL,
                                AnchorLinks::associate),
                        new LinkChange<>(
                                Operation.DISASSOCIATE,
                                "disassociate",
                                4,
                                new Breaks(Rule.LNK_2, Rule.LNK_2, Rule.LNK_3, Rule.LNK_3, Rule.LNK_4),
                                MATERIAL,
                                AnchorLinks::disassociate)));
    }
}
