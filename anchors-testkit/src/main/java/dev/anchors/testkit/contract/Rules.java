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
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.testkit.ManualClock;
import dev.anchors.testkit.internal.EdgeCases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;

/** The base of the tests of a family of rules: the repository under test and methods that tests share. */
abstract class Rules {

    static final AssetId ASSET = new AssetId("2254f2c8-5797-40e8-ac56-41166dc0e101");
    static final AssetId OTHER_ASSET = new AssetId("2254f2c8-5797-40e8-ac56-41166dc0e102");
    static final AnchorId UNKNOWN = new AnchorId("00000000-0000-4000-8000-000000000000");

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

    /** Returns the point that blocks readings of the clock while it is paused. */
    final PausePoint clockPausePoint() {
        return contract.clockPausePoint();
    }

    final Duration concurrencyTimeout() {
        return contract.concurrencyTimeout();
    }

    final void disconnectService() throws Exception {
        contract.disconnectService();
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
}
