package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The rules of {@link AnchorLinks} as tests, for an adapter that has this port beside {@link AnchorRepository}, but not every
 * role; {@link FullAnchorRepositoryContract} is for an adapter with every role.
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

    @Override
    @SuppressWarnings("unchecked") // there is nothing to return: it throws
    protected R reopen(AnchorRepository closed) throws Exception {
        return (R) super.reopen(closed);
    }

    /**
     * Returns the links of a repository. It is called often, also when the repository is closed.
     *
     * @param repository what {@link #newRepository} returned
     */
    protected abstract AnchorLinks links(R repository);

    @Override
    @SuppressWarnings("unchecked") // newRepository returns an R
    final List<Role<?>> roles() {
        return List.of(CoreOperations.ROLE, LinkOperations.role(repository -> links((R) repository)));
    }

    @Override
    final Set<Rule> rules() {
        return Rule.of(Set.of(AnchorLinks.class));
    }

    @Nested
    @DisplayName("LNK links")
    class Links extends LinkRules {
        Links() {
            super(AnchorLinksContract.this);
        }
    }
}
