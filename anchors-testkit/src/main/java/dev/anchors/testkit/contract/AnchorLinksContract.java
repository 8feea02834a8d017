package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The rules of {@link AnchorLinks} as tests, for an adapter that has this port beside {@link AnchorRepository}.
 *
 * <pre>{@code
 * class MyAnchorLinksContractTest extends AnchorLinksContract<MyAnchorRepository> {
 *     @Override
 *     protected MyAnchorRepository newRepository(InstantSource clock) {
 *         return new MyAnchorRepository(clock);
 *     }
 *
 *     @Override
 *     protected AnchorLinks links(MyAnchorRepository repository) {
 *         return repository.links();
 *     }
 * }
 * }</pre>
 *
 * <p>This contract assumes that the adapter keeps the rules of {@link AnchorRepositoryContract}, which a class of its own
 * proves. What that class says of names, of tests that run in parallel and of partial runs holds here as well.
 *
 * @param <R> the type of the repository
 */
public abstract class AnchorLinksContract<R extends AnchorRepository> extends RepositoryContract {

    /** For subclasses. */
    protected AnchorLinksContract() {}

    @Override
    protected abstract R newRepository(InstantSource clock) throws Exception;

    /**
     * Returns the links of a repository. It is called often, also when the repository is closed.
     *
     * @param repository what {@link #newRepository} returned
     */
    protected abstract AnchorLinks links(R repository);

    @Override
    final Set<Rule> rules() {
        Set<Rule> rules = EnumSet.range(Rule.LNK_1, Rule.LNK_5);
        rules.addAll(EnumSet.of(Rule.SNA_2, Rule.SNA_3, Rule.ARG_1, Rule.CON_1, Rule.CON_2, Rule.CON_3, Rule.LIF_1));
        rules.addAll(EnumSet.range(Rule.FAI_1, Rule.FAI_4));
        return rules;
    }

    /** Returns the links of the repository of the running test. */
    final AnchorLinks links() {
        return calls().of(AnchorLinks.class, linksOf(originalRepository()));
    }

    /** Returns the links of a repository that {@link #newRepository} returned. */
    @SuppressWarnings("unchecked") // newRepository returns an R
    final AnchorLinks linksOf(AnchorRepository repository) {
        return links((R) repository);
    }

    @Nested
    @DisplayName("histories")
    class Histories extends LinkHistoryRules {
        Histories() {
            super(AnchorLinksContract.this);
        }
    }

    @Nested
    @DisplayName("LNK links")
    class Links extends LinkRules {
        Links() {
            super(AnchorLinksContract.this);
        }
    }

    @Nested
    @DisplayName("SNA snapshot")
    class Snapshot extends LinkSnapshotRules {
        Snapshot() {
            super(AnchorLinksContract.this);
        }
    }

    @Nested
    @DisplayName("CON concurrency")
    class Concurrency extends LinkConcurrencyRules {
        Concurrency() {
            super(AnchorLinksContract.this);
        }
    }

    @Nested
    @DisplayName("ARG arguments and LIF life cycle")
    class LifeCycle extends LinkLifeCycleRules {
        LifeCycle() {
            super(AnchorLinksContract.this);
        }
    }

    @Nested
    @DisplayName("FAI failures")
    class Failures extends LinkFailureRules {
        Failures() {
            super(AnchorLinksContract.this);
        }
    }
}
