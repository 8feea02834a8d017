package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.ManualClock;
import dev.anchors.testkit.contract.Call.Ports;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;

/**
 * The part that the contracts of all ports share: a repository for each test, hooks that describe it, and the tests of the
 * rules for every operation. A subclass adds the tests of the rules of one port, in a nested class for each family.
 */
@ExtendWith({CompletenessCheck.class, FailureExplainer.class})
@TestClassOrder(RuleOrder.class)
abstract class RepositoryContract {

    /** The number of anchors in the largest test by default: one more than a common page limit. */
    static final int LARGEST_SIZE = 10_001;

    /** The system property that sets the seed of the first random history. */
    static final String HISTORY_SEED = "anchors.historySeed";

    /** The system property that sets the number of random histories. */
    private static final String HISTORIES = "anchors.histories";

    private final PausePoint clockPausePoint = new PausePoint();
    private CallLog calls = new CallLog();
    private @Nullable ManualClock clock;
    private @Nullable AnchorRepository repository;
    private @Nullable AnchorRepository original;
    private boolean needsCleanUp;

    RepositoryContract() {}

    /**
     * Returns a new, empty repository that shares nothing with any other. A test of histories calls this method many times.
     * Before the next call the repository is closed and {@link #cleanUp} is called.
     *
     * @param clock the source of the time of each call; see {@link Ability#USES_GIVEN_CLOCK}
     * @throws Exception if the repository cannot be created; the test then fails
     */
    protected abstract AnchorRepository newRepository(InstantSource clock) throws Exception;

    /** Returns what the repository can do beyond the contract. Default: all abilities. */
    protected Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    /**
     * Returns the time that the clock shows at the beginning of each test. Its digits are the precision that the contract
     * expects of the repository: override this method if the store keeps, for example, milliseconds. Default: a time in
     * microseconds, the precision of many stores.
     */
    protected Instant startTime() {
        return Instant.parse("2024-04-17T09:30:00.123456Z");
    }

    /**
     * Limits the time from the start of the threads of a test until all of them have ended. A test whose threads take
     * longer fails. Default: 1 minute.
     */
    protected Duration concurrencyTimeout() {
        return Duration.ofMinutes(1);
    }

    /**
     * Returns the number of random histories of one thread, and a tenth of the number of random programs of several threads.
     * Default: the system property {@code anchors.histories} or, if that is not set, 40.
     */
    protected int histories() {
        return Integer.getInteger(HISTORIES, 40);
    }

    /**
     * Returns the seed of the first random history; each further history has the next seed. The message of a failure
     * contains the seed of the history that failed. Default: the system property {@code anchors.historySeed} or, if that
     * is not set, 1, so that each run of the contract tests the same histories.
     */
    protected long historySeed() {
        return Long.getLong(HISTORY_SEED, 1);
    }

    /**
     * Returns the number of anchors in the largest tests, at least 200. A smaller number than the default makes them faster,
     * and is reported: JUnit shows the largest history as aborted after it passed. Default: 10,001.
     */
    protected int largestSize() {
        return LARGEST_SIZE;
    }

    /**
     * Disconnects the repository of the running test from its service until the test ends, so that every later call fails.
     * Do not override this method if the repository has no service: JUnit then shows the tests that need it as aborted.
     *
     * @throws Exception if the service cannot be disconnected; the test then fails
     */
    protected void disconnectService() throws Exception {
        throw new TestAbortedException("disconnectService() is not overridden: there is no service to disconnect");
    }

    /**
     * Opens the store of a closed repository again; see {@link Ability#SURVIVES_REOPENING}. Do not override this method if
     * the store ends with the repository: JUnit then shows the test that needs it as aborted.
     *
     * @param closed what {@link #newRepository} or this method returned last
     * @return a repository on the same store, of the type that {@link #newRepository} returns
     * @throws Exception if the store cannot be opened; the test then fails
     */
    protected AnchorRepository reopen(AnchorRepository closed) throws Exception {
        throw new TestAbortedException("reopen(...) is not overridden: the store ends with the repository");
    }

    /**
     * Releases what outlives a repository, such as a server or a table. This method is called once for each call of
     * {@link #newRepository}, after the repository was closed, and also if {@link #newRepository} failed. By default it
     * does nothing.
     *
     * @throws Exception if something cannot be released; the test then fails
     */
    protected void cleanUp() throws Exception {}

    /** Returns the ports whose operations are tested, beginning with {@link CoreOperations#ROLE}. */
    abstract List<Role<?>> roles();

    /** Returns the rules that the tests of this contract prove. */
    Set<Rule> rules() {
        return Rule.of(roles().stream().map(Role::port).collect(toSet()));
    }

    /** Returns the number of random programs of several threads that each of two tests runs. */
    int programs() {
        return 10 * histories();
    }

    /** Returns the most histories that are run to find a shorter one that fails. */
    int shrinkingAttempts() {
        return 1_000;
    }

    /** Returns the ports of the repository of the running test, whose calls are recorded. */
    final Ports ports() {
        AnchorRepository current = originalRepository();
        return new Ports() {
            @Override
            public <T> T of(Role<T> role) {
                return calls().of(role.port(), role.of().apply(current));
            }
        };
    }

    final AnchorRepository repository() {
        return Objects.requireNonNull(repository, "there is a repository only while a test runs");
    }

    /** Returns the repository that {@link #newRepository} returned, without the wrappers of the contract. */
    final AnchorRepository originalRepository() {
        return Objects.requireNonNull(original, "there is a repository only while a test runs");
    }

    final ManualClock clock() {
        return Objects.requireNonNull(clock, "there is a clock only while a test runs");
    }

    /** Returns the point that each reading of the clock passes. */
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
        repository = calls.of(AnchorRepository.class, original);
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

    /** Closes the repository of the running test, and opens its store again. */
    final void reopenRepository() throws Exception {
        AnchorRepository closed = originalRepository();
        closed.close();
        original = reopen(closed);
        repository = calls.of(AnchorRepository.class, original);
    }

    /** Runs a task with another new repository, without the wrappers of the contract. */
    final <T> T withNewRepository(InstantSource time, RepositoryTask<T> task) throws Exception {
        try (AnchorRepository fresh = newRepository(time)) {
            return task.run(fresh);
        } finally {
            cleanUp();
        }
    }

    /** A part of a test. */
    @FunctionalInterface
    interface RepositoryTask<T> {
        T run(AnchorRepository repository) throws Exception;
    }

    /** Is also the sign for {@link CompletenessCheck} that the whole contract is run. */
    @Test
    @DisplayName("every rule has a test, and a run of the whole contract leaves none out")
    final void a_run_of_the_whole_contract_leaves_no_test_out() {
        Set<Rule> proved = CompletenessCheck.tests(getClass())
                .flatMap(test -> Rule.provedBy(CompletenessCheck.nameOf(test)).stream())
                .collect(toCollection(() -> EnumSet.noneOf(Rule.class)));

        assertThat(proved).containsExactlyInAnyOrderElementsOf(rules());
    }

    @Nested
    @DisplayName("histories")
    class Histories extends HistoryRules {
        Histories() {
            super(RepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("ARG arguments")
    class Arguments extends ArgumentRules {
        Arguments() {
            super(RepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("CON concurrency")
    class Concurrency extends ConcurrencyRules {
        Concurrency() {
            super(RepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("LIF life cycle")
    class LifeCycle extends LifeCycleRules {
        LifeCycle() {
            super(RepositoryContract.this);
        }
    }

    @Nested
    @DisplayName("FAI failures")
    class Failures extends FailureRules {
        Failures() {
            super(RepositoryContract.this);
        }
    }
}
