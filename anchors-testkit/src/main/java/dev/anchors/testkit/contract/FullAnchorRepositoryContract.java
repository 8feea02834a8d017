package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The rules of every port as tests, for a repository with every role.
 *
 * <pre>{@code
 * class MyAnchorRepositoryContractTest extends FullAnchorRepositoryContract {
 *     @Override
 *     protected FullAnchorRepository newRepository(InstantSource clock) {
 *         return new MyAnchorRepository(clock);
 *     }
 * }
 * }</pre>
 *
 * <p>One subclass that passes certifies the adapter. What {@link AnchorRepositoryContract} says of names, of tests that run in
 * parallel and of partial runs holds here as well.
 */
public abstract class FullAnchorRepositoryContract extends AnchorRepositoryContract {

    /** Creates a contract; for subclasses. */
    protected FullAnchorRepositoryContract() {}

    @Override
    protected abstract FullAnchorRepository newRepository(InstantSource clock) throws Exception;

    @Override
    protected FullAnchorRepository reopen(AnchorRepository closed) throws Exception {
        return (FullAnchorRepository) super.reopen(closed);
    }

    @Override
    final List<Role<?>> roles() {
        return List.of(
                CoreOperations.ROLE, LinkOperations.role(repository -> ((FullAnchorRepository) repository).links()));
    }

    @Nested
    @DisplayName("LNK links")
    class Links extends LinkRules {
        Links() {
            super(FullAnchorRepositoryContract.this);
        }
    }
}
