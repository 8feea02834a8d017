package dev.anchors.testkit;

import dev.anchors.ports.AnchorRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The rules of {@link AnchorRepository} as tests: an adapter whose subclass of this passes keeps the contract.
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
 * <p>The name of the subclass has to end in {@code Test}: Surefire passes over others in silence. Every test gets a
 * repository of its own and closes it. The names of the tests begin with the number of the rule they prove.
 */
public abstract class AnchorRepositoryContract {

    /** To the microsecond, since that is what many stores keep of a time. */
    private static final Instant START = Instant.parse("2024-04-17T09:30:00.123456Z");

    private final ManualClock clock = ManualClock.startingAt(START);
    private @Nullable AnchorRepository repository;

    /** For subclasses. */
    protected AnchorRepositoryContract() {}

    /**
     * Returns a new repository that holds nothing and shares nothing with any other.
     *
     * @param clock where the repository takes the time of a call from; see {@link Ability#CLOCK_CAN_BE_SET}
     */
    protected abstract AnchorRepository newRepository(InstantSource clock) throws Exception;

    /** Returns what the repository can do beyond the contract: everything, unless a subclass takes something away. */
    protected Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    final AnchorRepository repository() {
        return Objects.requireNonNull(repository, "the repository is there only while a test runs");
    }

    final ManualClock clock() {
        return clock;
    }

    @BeforeEach
    final void open() throws Exception {
        repository = newRepository(clock);
    }

    @AfterEach
    final void close() {
        if (repository != null) {
            repository.close();
        }
    }

    @Nested
    @DisplayName("CRE create")
    class Create extends CreateRules {
        Create() {
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

    @Nested
    @DisplayName("ARG arguments")
    class Arguments extends ArgumentRules {
        Arguments() {
            super(AnchorRepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("CON concurrency")
    class Concurrency extends ConcurrencyRules {
        Concurrency() {
            super(AnchorRepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("LIF life cycle")
    class LifeCycle extends LifeCycleRules {
        LifeCycle() {
            super(AnchorRepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("FAI failures")
    class Failures extends FailureRules {
        Failures() {
            super(AnchorRepositoryContract.this);
        }
    }
}
