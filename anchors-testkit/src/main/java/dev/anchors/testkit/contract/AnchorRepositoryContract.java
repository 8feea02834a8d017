package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.ManualClock;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

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
 * repository of its own and closes it, so tests may run in parallel. The names of the tests begin with the number of the
 * rule they prove; a failure tells the rule, what was done and a hint.
 *
 * <p>Where the class is run as a whole, it fails unless all of its tests were run. A test of it, or a family of rules,
 * can be run by its name.
 */
@ExtendWith({CompletenessCheck.class, FailureExplainer.class})
@SuppressWarnings("exports") // JUnit makes the extensions; nobody has to see them
public abstract class AnchorRepositoryContract {

    /** The number of anchors in the largest test by default: one more than a common limit of a page. */
    static final int LARGEST_SIZE = 10_001;

    /** The system property that sets the seed of the first random history. */
    static final String HISTORY_SEED = "anchors.historySeed";

    private final PausePoint clockPausePoint = new PausePoint();
    private CallLog calls = new CallLog();
    private @Nullable ManualClock clock;
    private @Nullable AnchorRepository repository;
    private @Nullable AnchorRepository original;
    private boolean needsCleanUp;

    /** For subclasses. */
    protected AnchorRepositoryContract() {}

    /**
     * Returns a new repository that holds nothing and shares nothing with any other. A test of histories calls this method
     * many times; each time the repository is closed and {@link #cleanUp} is called before the next.
     *
     * @param clock where the repository takes the time of a call from; see {@link Ability#USES_GIVEN_CLOCK}
     */
    protected abstract AnchorRepository newRepository(InstantSource clock) throws Exception;

    /** Returns what the repository can do beyond the contract: everything, unless a subclass takes something away. */
    protected Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    /**
     * Returns what the clock of each test shows at first. It is a time to the microsecond, since that is what many
     * stores keep; a store that keeps less may start at a time of fewer digits.
     */
    protected Instant startTime() {
        return Instant.parse("2024-04-17T09:30:00.123456Z");
    }

    /**
     * Returns how long threads that a test starts at once may take until they all have ended: a minute. Who overruns it
     * has failed, not waited; nothing else is measured.
     */
    protected Duration concurrencyTimeout() {
        return Duration.ofMinutes(1);
    }

    /**
     * Limits the random histories of one test; as much time again may be spent on making a history that fails shorter.
     * Default: 10 seconds.
     */
    protected Duration historyBudget() {
        return Duration.ofSeconds(10);
    }

    /**
     * Returns the seed of the first random history; those after it have the seeds that follow. The message of a failure
     * names the seed of the history that failed. Default: the system property {@code anchors.historySeed} or, if that is
     * not set, 1, so that each run of the contract tests the same histories.
     */
    protected long historySeed() {
        return Long.getLong(HISTORY_SEED, 1);
    }

    /**
     * Returns the number of anchors that the largest tests create, at least 200. A smaller number than the default makes
     * these tests faster and is reported: they are aborted after they passed. Default: 10,001.
     */
    protected int largestSize() {
        return LARGEST_SIZE;
    }

    /**
     * Breaks the way to the service behind the repository of the running test, up to the end of that test: every call
     * after it has to fail. A repository that has no service leaves this out, and the tests that need it are reported
     * as aborted.
     */
    protected void disconnectService() throws Exception {
        throw new TestAbortedException("disconnectService() is not overridden: there is no service to disconnect");
    }

    /**
     * Releases what outlives a repository, such as a server or a table. It is called once for each call of
     * {@link #newRepository}, after the repository was closed, and also when {@link #newRepository} failed.
     */
    protected void cleanUp() throws Exception {}

    /** Returns the number of random histories that are run if the time allows. */
    int mostHistories() {
        return 1_000;
    }

    /** Limits how long a history that fails is made shorter. */
    Duration shrinkBudget() {
        return historyBudget();
    }

    final AnchorRepository repository() {
        return Objects.requireNonNull(repository, "the repository is there only while a test runs");
    }

    /** Returns the repository as {@link #newRepository} made it. */
    final AnchorRepository originalRepository() {
        return Objects.requireNonNull(original, "the repository is there only while a test runs");
    }

    final ManualClock clock() {
        return Objects.requireNonNull(clock, "the clock is there only while a test runs");
    }

    /** Who asks the clock comes through it. */
    final PausePoint clockPausePoint() {
        return clockPausePoint;
    }

    final CallLog calls() {
        return calls;
    }

    @BeforeEach
    final void open() throws Exception {
        ManualClock time = ManualClock.startingAt(startTime());
        clock = time;
        calls = new CallLog();
        needsCleanUp = true;
        original = newRepository(() -> {
            clockPausePoint.pass();
            return time.instant();
        });
        repository = calls.of(TimesWithoutWords.of(original));
    }

    @AfterEach
    final void closeRepository() throws Exception {
        clockPausePoint.resume();
        try {
            if (repository != null) {
                repository.close();
            }
        } finally {
            repository = null;
            if (needsCleanUp) {
                needsCleanUp = false;
                cleanUp();
            }
        }
    }

    /** Runs a part of a test on a repository of its own. */
    final <T> T withNewRepository(InstantSource time, RepositoryTask<T> task) throws Exception {
        try (AnchorRepository fresh = TimesWithoutWords.of(newRepository(time))) {
            return task.run(fresh);
        } finally {
            cleanUp();
        }
    }

    /** What is done with a repository. */
    @FunctionalInterface
    interface RepositoryTask<T> {
        T run(AnchorRepository repository) throws Exception;
    }

    /** Also tells {@link CompletenessCheck} that the contract is run as a whole. */
    @Test
    @DisplayName("every rule has a test, and a run of the whole contract leaves none out")
    final void a_run_of_the_whole_contract_leaves_no_test_out() {
        Set<Rule> proved = ReflectionSupport.findNestedClasses(getClass(), type -> true).stream()
                .flatMap(CompletenessCheck::testsOf)
                .flatMap(test -> Rule.provedBy(CompletenessCheck.nameOf(test)).stream())
                .collect(toCollection(() -> EnumSet.noneOf(Rule.class)));

        assertThat(proved).containsExactlyInAnyOrder(Rule.values());
    }

    @Nested
    @DisplayName("histories")
    class Histories extends HistoryRules {
        Histories() {
            super(AnchorRepositoryContract.this);
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
