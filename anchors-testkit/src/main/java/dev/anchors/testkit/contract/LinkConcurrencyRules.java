package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.contract.ConcurrentPrograms.Calls;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tests of CON-1 to CON-3 for links. */
abstract class LinkConcurrencyRules extends RulesWithLinks {

    private static final int THREADS = 8;
    private static final int ROUNDS = 25;
    private static final List<MaterialId> MATERIALS = List.of(ASSET, TAG);

    private final ConcurrentPrograms programs;

    LinkConcurrencyRules(AnchorLinksContract<?> contract) {
        super(contract);
        programs = new ConcurrentPrograms(contract, repository -> calls(contract, repository));
    }

    private static Calls calls(AnchorLinksContract<?> contract, AnchorRepository repository) {
        LinkObservations calls = new LinkObservations(repository, contract.linksOf(repository));
        return (anchor, random) -> {
            MaterialId material = MATERIALS.get(random.nextInt(MATERIALS.size()));
            return switch (random.nextInt(12)) {
                case 0, 1, 2 -> () -> calls.associate(anchor, material);
                case 3, 4 -> () -> calls.unlink(anchor, material);
                case 5 -> () -> calls.disassociate(anchor, ASSET);
                case 6 -> () -> calls.delete(anchor);
                case 7 -> () -> calls.linkedTo(material);
                case 8, 9 -> () -> calls.snapshot();
                default -> () -> calls.find(anchor);
            };
        };
    }

    @Test
    @DisplayName("CON-1 no associate of many threads is lost")
    void con_1_no_associate_is_lost() throws Exception {
        AnchorId anchor = create("/notes").id();
        List<AnchorId> others = IntStream.range(0, THREADS)
                .mapToObj(i -> create("/notes/" + i).id())
                .toList();

        runConcurrently(THREADS, thread -> () -> {
            for (int round = 0; round < ROUNDS; round++) {
                links().associate(anchor, material(thread, round));
            }
            links().associate(others.get(thread), CONVERSATION);
            return thread;
        });

        Anchors shown = snapshot();
        assertThat(found(anchor).links()).hasSize(THREADS * ROUNDS);
        assertThat(shown.linkedTo(CONVERSATION)).extracting(Anchor::id).containsExactlyInAnyOrderElementsOf(others);
        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(shown.linkedTo(material(thread, ROUNDS - 1))).hasSize(1);
        }
    }

    @Test
    @DisplayName("CON-1 no disassociate of links of every kind is lost")
    void con_1_no_disassociate_of_links_is_lost() throws Exception {
        AnchorId anchor = create("/notes").id();
        for (int thread = 0; thread < THREADS; thread++) {
            for (int round = 0; round < ROUNDS; round++) {
                links().associate(anchor, material(thread, round));
            }
        }

        runConcurrently(THREADS, thread -> () -> {
            for (int round = 0; round < ROUNDS; round++) {
                links().disassociate(anchor, material(thread, round));
            }
            return thread;
        });

        assertThat(found(anchor).links()).isEmpty();
        assertThat(snapshot().linkedTo(material(0, 0))).isEmpty();
    }

    @Test
    @DisplayName("CON-2 what many threads do to the links of one anchor could have been done by one thread")
    void con_2_links_of_one_anchor_are_linearizable() throws Exception {
        needs(Ability.THREAD_SAFE);
        programs.check(Rule.CON_2, 1);
    }

    @Test
    @DisplayName("CON-3 what many threads do to the links of some anchors could have been done by one thread")
    void con_3_links_of_some_anchors_are_linearizable() throws Exception {
        needs(Ability.THREAD_SAFE);
        programs.check(Rule.CON_3, 2);
    }

    private static MaterialId material(int thread, int round) {
        MaterialKind[] kinds = MaterialKind.values();
        return kinds[(thread + round) % kinds.length].id(thread + "/" + round);
    }
}
