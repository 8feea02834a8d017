package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatExceptionOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.testkit.ManualClock;
import dev.anchors.testkit.contract.Call.Ports;
import dev.anchors.testkit.internal.EdgeCases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** The base of the tests of a family of rules: the repository under test and methods that tests share. */
@TestMethodOrder(RuleOrder.class)
abstract class Rules {

    static final AssetId ASSET = new AssetId("2254f2c8-5797-40e8-ac56-41166dc0e101");
    static final AssetId OTHER_ASSET = new AssetId("2254f2c8-5797-40e8-ac56-41166dc0e102");
    static final TagId TAG = new TagId(ASSET.value()); // only the kind tells the tag from the asset
    static final AnchorId UNKNOWN = new AnchorId("00000000-0000-4000-8000-000000000000");

    /** A word of paths that no message of a failure may contain (FAI-1). */
    static final String PRIVATE = "personal";

    private final RepositoryContract contract;

    Rules(RepositoryContract contract) {
        this.contract = contract;
    }

    final AnchorRepository repository() {
        return contract.repository();
    }

    final ManualClock clock() {
        return contract.clock();
    }

    /** Returns the ports of the repository of the running test. */
    final Ports ports() {
        return contract.ports();
    }

    final Stream<Role<?>> roles() {
        return contract.roles().stream();
    }

    /** Returns sample calls of every operation, with an anchor. */
    final List<Call<?>> samples(AnchorId anchor) {
        return roles().<Call<?>>flatMap(role -> role.samples(anchor).stream()).toList();
    }

    /** Returns one call of every operation, with an anchor. */
    final List<Call<?>> oneOfEach(AnchorId anchor) {
        return roles().<Call<?>>flatMap(role -> role.oneOfEach(anchor).stream()).toList();
    }

    /** Returns sample calls of every operation that changes an anchor. */
    final List<Call<?>> changes(AnchorId anchor) {
        return samples(anchor).stream().filter(Call::isChange).toList();
    }

    /** Returns a test for each of some sample calls, each with a new repository and an anchor that is linked to an asset. */
    final Stream<DynamicTest> forEach(String rule, List<Call<?>> calls, ThrowingConsumer<Call<?>> test) {
        return calls.stream()
                .map(call -> onNewRepository(
                        rule + " " + call.signature(),
                        () -> test.accept(call.on(createLinked("/notes", ASSET).id()))));
    }

    final DynamicTest onNewRepository(String name, Executable test) {
        return DynamicTest.dynamicTest(name, () -> {
            openNewRepository();
            test.execute();
        });
    }

    /** Closes the repository of the running test, and opens another one. */
    final void openNewRepository() throws Exception {
        contract.closeRepository();
        contract.open();
    }

    /**
     * Makes a call in a thread of its own, and does something else while the call waits in the clock, or after a call that
     * does not read the clock.
     *
     * @param meanwhile receives the thread of the call
     * @return whether the thread of the call was interrupted
     */
    final boolean whileInClock(Runnable call, Consumer<Thread> meanwhile) throws Exception {
        PausePoint inClock = contract.clockPausePoint();
        inClock.pause();
        AtomicReference<Thread> caller = new AtomicReference<>(Thread.currentThread());
        return runConcurrently(
                        2,
                        thread -> thread == 0
                                ? () -> {
                                    caller.set(Thread.currentThread());
                                    try {
                                        call.run();
                                    } finally {
                                        inClock.pass();
                                    }
                                    return Thread.currentThread().isInterrupted();
                                }
                                : () -> {
                                    boolean arrived = inClock.awaitArrival(concurrencyTimeout());
                                    meanwhile.accept(caller.get());
                                    inClock.resume();
                                    return arrived;
                                })
                .get(0);
    }

    final int largestSize() {
        return contract.largestSize();
    }

    final Duration concurrencyTimeout() {
        return contract.concurrencyTimeout();
    }

    final void disconnectService() throws Exception {
        contract.disconnectService();
    }

    final void reopenRepository() throws Exception {
        contract.reopenRepository();
    }

    final boolean can(Ability ability) {
        return contract.abilities().contains(ability);
    }

    /** Aborts the test unless the repository has an ability. */
    final void needs(Ability ability) {
        Assumptions.assumeTrue(can(ability), ability + " is not among abilities()");
    }

    /** Runs one task on each thread, all at the same time, and returns the results; throws the first failure of a task. */
    final <T> List<T> runConcurrently(int threads, IntFunction<Callable<T>> tasks) throws Exception {
        needs(Ability.THREAD_SAFE);
        return ConcurrentRun.run(concurrencyTimeout(), threads, tasks);
    }

    /** Returns texts that can be ids of anchors, without the given id. */
    static List<String> unusedIds(AnchorId used) {
        return EdgeCases.IDS.stream().filter(id -> !id.equals(used.value())).toList();
    }

    final Anchor create(String path) {
        return repository().create(SeededAnchor.file(path));
    }

    final Anchor createLinked(String path, AssetId asset) {
        return repository().create(linked(path, asset));
    }

    final Anchors snapshot() {
        return repository().snapshot();
    }

    final Anchor held(Anchor anchor) {
        return snapshot()
                .find(anchor.id())
                .orElseThrow(() -> new AssertionError(
                        "the snapshot does not have anchor " + anchor.id().value()));
    }

    /** Asserts that a call fails because there is no anchor {@code id}, with the effect that the abilities demand. */
    final void assertNotFound(Operation operation, AnchorId id, ThrowingCallable call) {
        assertThatExceptionOfType(AnchorNotFoundException.class)
                .isThrownBy(call)
                .satisfies(failure -> {
                    assertThat(failure.anchor()).isEqualTo(id);
                    assertThat(failure.operation()).isEqualTo(operation);
                    if (can(Ability.NOT_FOUND_IS_CERTAIN)) {
                        assertThat(failure.effect()).isEqualTo(Effect.NONE);
                    }
                });
    }

    /** Asserts that a failure names an operation that it may name. */
    static void assertNames(AnchorRepositoryException failure, Set<Operation> named) {
        assertThat(failure.operation()).as("the operation of %s", failure).isIn(named);
    }

    /** Asserts that the anchors are the expected ones, in any order. A failure shows the fields that differ. */
    static void assertHolds(Iterable<Anchor> actual, Anchor... expected) {
        assertHolds(actual, List.of(expected));
    }

    /** Asserts that the anchors are the expected ones, in any order. A failure shows the fields that differ. */
    static void assertHolds(Iterable<Anchor> actual, Collection<Anchor> expected) {
        List<Anchor> anchors = listOf(actual);
        Map<AnchorId, Anchor> missing = new LinkedHashMap<>();
        expected.forEach(anchor -> missing.put(anchor.id(), anchor));
        List<Anchor> inOrder = new ArrayList<>();
        anchors.forEach(
                anchor -> Optional.ofNullable(missing.remove(anchor.id())).ifPresent(inOrder::add));
        inOrder.addAll(missing.values());
        assertSame(anchors, inOrder);
    }

    /** Asserts that the anchors are the expected ones, in this order. A failure shows the fields that differ. */
    static void assertSame(Iterable<Anchor> actual, Iterable<Anchor> expected) {
        List<Anchor> anchors = listOf(actual);
        assertThat(anchors.stream().map(Anchor::id).distinct().count())
                .as("the number of ids among %d anchors", anchors.size())
                .isEqualTo(anchors.size());
        assertThat(Anchors.of(anchors)).isEqualTo(Anchors.of(listOf(expected)));
    }

    /** Asserts that anchors that were looked up are the expected ones; a failure names the lookup. */
    static void assertLookup(String lookup, Iterable<Anchor> actual, Stream<Anchor> expected) {
        assertThat(Anchors.of(listOf(actual))).as(lookup).isEqualTo(Anchors.of(expected.toList()));
    }

    private static List<Anchor> listOf(Iterable<Anchor> anchors) {
        List<Anchor> list = new ArrayList<>();
        anchors.forEach(list::add);
        return list;
    }

    static SeededAnchor linked(String path, AssetId asset) {
        return SeededAnchor.builder(AnchorType.FILE, new FullPath(path))
                .asset(asset)
                .build();
    }

    /** Returns the anchor with the ids of its points and no details of them. */
    static Anchor withoutDetails(Anchor anchor) {
        List<AnchorPoint> points = anchor.points().stream()
                .map(point -> AnchorPoint.of(point.id()))
                .toList();
        return anchor.toBuilder().points(points).build();
    }

    /** Returns the anchor as if it had not been changed since its creation: for comparisons that leave out the time. */
    static Anchor untimed(Anchor anchor) {
        return anchor.toBuilder().updated(anchor.created()).build();
    }
}
