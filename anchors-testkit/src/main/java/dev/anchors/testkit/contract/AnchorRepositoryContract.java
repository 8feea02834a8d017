package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorRepository;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The rules of {@link AnchorRepository} as tests, for an adapter that has only this port; {@link FullAnchorRepositoryContract}
 * is for an adapter with every role. An adapter keeps the contract if its subclass of this class passes.
 *
 * <pre>{@code
 * class MyAnchorRepositoryContractTest extends AnchorRepositoryContract {
 *     @Override
 *     protected AnchorRepository newRepository(InstantSource clock) {
 *         return new MyAnchorRepository(clock);
 *     }
 * }
 * }</pre>
 *
 * <p>The name of the subclass has to end in {@code Test}, because Surefire skips other classes without a message. Every
 * test creates and closes its own repository, so tests may run in parallel. The name of a test begins with the number of
 * the rule that the test proves. A failure shows the rule, the calls that were made and a hint.
 *
 * <p>If the whole class is run, it fails unless all of its tests were run. A single test, or a family of rules, can be
 * run by its name.
 */
public abstract class AnchorRepositoryContract extends RepositoryContract {

    /** Creates a contract; for subclasses. */
    protected AnchorRepositoryContract() {}

    @Override
    List<Role<?>> roles() {
        return List.of(CoreOperations.ROLE);
    }

    @Nested
    @DisplayName("CRE create")
    class Create extends CreateRules {
        Create() {
            super(AnchorRepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("FOC find or create")
    class FindOrCreate extends FindOrCreateRules {
        FindOrCreate() {
            super(AnchorRepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("SNA snapshot and stream")
    class Snapshot extends SnapshotRules {
        Snapshot() {
            super(AnchorRepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("FIN find")
    class Find extends FindRules {
        Find() {
            super(AnchorRepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("DEL delete")
    class Delete extends DeleteRules {
        Delete() {
            super(AnchorRepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("DIS disassociate")
    class Disassociate extends DisassociateRules {
        Disassociate() {
            super(AnchorRepositoryContract.this);
        }
    }
}
