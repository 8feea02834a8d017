package dev.anchors.testkit;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatIllegalArgumentException;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatThrownBy;
import static dev.anchors.testkit.assertions.AnchorAssertions.catchThrowable;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.contract.SmallRepository;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailingAnchorRepositoryTest {

    private static final AssetId ASSET = new AssetId("asset-1");
    private static final TagId TAG = new TagId("tag-1");

    private final SmallRepository store = new SmallRepository(InstantSource.system());
    private final FailingAnchorRepository anchors = FailingAnchorRepository.over(store);
    private final AnchorLinks links = anchors.links();
    private final Anchor stored = store.create(SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes"))
            .asset(ASSET)
            .build());

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HEALTH")
    void the_next_call_of_any_operation_fails_before_its_effect_and_later_calls_do_not_fail(Operation operation) {
        AnchorRepositoryException failure = lost(operation, Effect.NONE);
        anchors.on(operation).failBefore(failure);

        assertThatThrownBy(call(operation)).isSameAs(failure);
        assertThat(store.snapshot()).containsExactly(stored);

        assertThat(catchThrowable(call(operation))).isNull();
        assertThat(changed()).isEqualTo(operation.isChanging());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HEALTH")
    void the_next_call_of_any_operation_fails_after_its_effect(Operation operation) {
        AnchorRepositoryException failure = lost(operation, operation.effectWhenUnanswered());
        anchors.on(operation).failAfter(failure);

        assertThatThrownBy(call(operation)).isSameAs(failure);

        assertThat(changed()).isEqualTo(operation.isChanging());
    }

    @Test
    void find_passes_transferables_on_to_the_repository_behind_the_failing_one() {
        assertThat(anchors.find(stored.id(), Transferables.OMITTED))
                .isEqualTo(store.find(stored.id(), Transferables.OMITTED))
                .isNotEqualTo(store.find(stored.id()));
    }

    @Test
    void find_or_create_fails_by_the_script_of_snapshot_and_of_create() {
        SeededAnchor seed = SeededAnchor.file("/letters");
        AnchorRepositoryException failure = lost(Operation.SNAPSHOT, Effect.NONE);
        anchors.on(Operation.SNAPSHOT).failBefore(failure);
        anchors.on(Operation.CREATE).failAfter(lost(Operation.CREATE, Effect.UNKNOWN));

        assertThatThrownBy(() -> anchors.findOrCreate(seed)).isSameAs(failure);
        Anchor created = anchors.findOrCreate(seed); // looks once more after the failure (FOC-4)

        assertThat(store.snapshot().atPath(seed.fullpath())).containsExactly(created);
        assertThat(anchors.calls())
                .extracting(RecordedCall::operation)
                .containsExactly(Operation.SNAPSHOT, Operation.SNAPSHOT, Operation.CREATE, Operation.SNAPSHOT);
    }

    @Test
    void a_scripted_failure_does_not_affect_other_operations() {
        anchors.on(Operation.DELETE).failBefore(lost(Operation.DELETE, Effect.NONE));

        assertThat(anchors.snapshot()).containsExactly(stored);
        assertThat(anchors.find(stored.id())).contains(stored);
        assertThat(anchors.pending()).containsExactly(Operation.DELETE);
    }

    @Test
    void two_scripted_failures_are_thrown_by_two_calls_in_order() {
        AnchorRepositoryException first = lost(Operation.FIND, Effect.NONE);
        AnchorRepositoryException second = lost(Operation.FIND, Effect.NONE);
        anchors.on(Operation.FIND).failBefore(first);
        anchors.on(Operation.DELETE).failBefore(lost(Operation.DELETE, Effect.NONE));
        anchors.on(Operation.FIND).failAfter(second);
        assertThat(anchors.pending()).containsExactly(Operation.FIND, Operation.DELETE, Operation.FIND);

        assertThatThrownBy(call(Operation.FIND)).isSameAs(first);
        assertThatThrownBy(call(Operation.FIND)).isSameAs(second);
        assertThat(anchors.find(stored.id())).contains(stored);
        assertThat(anchors.pending()).containsExactly(Operation.DELETE);
    }

    @Test
    void a_stubbing_without_an_action_scripts_nothing() {
        anchors.on(Operation.FIND);

        assertThat(anchors.pending()).isEmpty();
        assertThat(anchors.find(stored.id())).contains(stored);
    }

    @Test
    void a_call_waits_for_a_latch_before_its_effect_while_others_go_on() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1) {
            @Override
            public void await() throws InterruptedException {
                waiting.countDown();
                super.await();
            }
        };
        anchors.on(Operation.DELETE).waitFor(release);

        CompletableFuture<Void> deleting = CompletableFuture.runAsync(() -> anchors.delete(stored.id()));

        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(anchors.snapshot()).containsExactly(stored);
        assertThat(deleting).isNotDone();
        release.countDown();
        deleting.get(10, TimeUnit.SECONDS);
        assertThat(anchors.snapshot()).isEmpty();
    }

    @Test
    void a_failure_can_be_scripted_for_a_number_of_calls() {
        AnchorRepositoryException failure = lost(Operation.FIND, Effect.NONE);
        anchors.on(Operation.FIND).times(3).failBefore(failure);
        assertThat(anchors.pending()).containsExactly(Operation.FIND, Operation.FIND, Operation.FIND);

        assertThatThrownBy(call(Operation.FIND)).isSameAs(failure);
        assertThat(anchors.pending()).containsExactly(Operation.FIND, Operation.FIND);
        assertThatThrownBy(call(Operation.FIND)).isSameAs(failure);
        assertThatThrownBy(call(Operation.FIND)).isSameAs(failure);

        assertThat(anchors.find(stored.id())).contains(stored);
        assertThat(anchors.pending()).isEmpty();
    }

    @Test
    void a_failure_can_be_scripted_for_every_call_until_the_reset() {
        AnchorRepositoryException failure = lost(Operation.FIND, Effect.NONE);
        anchors.on(Operation.FIND).always().failBefore(failure);

        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(call(Operation.FIND)).isSameAs(failure);
        }
        assertThat(anchors.snapshot()).containsExactly(stored);
        assertThat(anchors.pending()).isEmpty();

        anchors.reset();

        assertThat(anchors.find(stored.id())).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_failure_for_less_than_one_call_is_rejected(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors.on(Operation.FIND).times(number))
                .withMessage("a stubbing is for at least one call, not for " + number);
    }

    @Test
    void calls_are_recorded_with_their_arguments_whether_they_fail_or_not() {
        SeededAnchor seed = SeededAnchor.file("/a");
        anchors.on(Operation.FIND).failBefore(lost(Operation.FIND, Effect.NONE));

        anchors.create(seed);
        anchors.snapshot(Transferables.OMITTED);
        anchors.stream(Transferables.INCLUDED).close();
        assertThatThrownBy(call(Operation.FIND)).isInstanceOf(ConnectionFailedException.class);
        anchors.find(stored.id(), Transferables.OMITTED);
        anchors.disassociate(stored.id(), ASSET);
        anchors.delete(stored.id());

        assertThat(anchors.calls())
                .containsExactly(
                        RecordedCall.of(Operation.CREATE, seed, Transferables.INCLUDED),
                        RecordedCall.of(Operation.SNAPSHOT, Transferables.OMITTED),
                        RecordedCall.of(Operation.STREAM, Transferables.INCLUDED),
                        RecordedCall.of(Operation.FIND, stored.id(), Transferables.INCLUDED),
                        RecordedCall.of(Operation.FIND, stored.id(), Transferables.OMITTED),
                        RecordedCall.of(Operation.DISASSOCIATE, stored.id(), ASSET),
                        RecordedCall.of(Operation.DELETE, stored.id()));
        assertThat(RecordedCall.of(Operation.DISASSOCIATE, new AnchorId("a-1"), ASSET))
                .hasToString("disassociate(AnchorId[value=a-1], AssetId[value=asset-1])");
    }

    @Test
    void a_reset_discards_recorded_calls_and_scripted_failures() {
        anchors.on(Operation.FIND).failBefore(lost(Operation.FIND, Effect.NONE));
        anchors.snapshot();

        anchors.reset();

        assertThat(anchors.calls()).isEmpty();
        assertThat(anchors.pending()).isEmpty();
        assertThat(anchors.find(stored.id())).contains(stored);
    }

    @Test
    void a_hook_after_the_effect_delays_the_return_of_the_call() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        anchors.on(Operation.DELETE).runAfter(() -> {
            done.countDown();
            release.await();
        });

        CompletableFuture<Void> deleting = CompletableFuture.runAsync(() -> anchors.delete(stored.id()));

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(store.snapshot()).isEmpty();
        assertThat(deleting).isNotDone();
        release.countDown();
        deleting.get(10, TimeUnit.SECONDS);
    }

    @Test
    void an_interrupted_wait_throws_interrupted_call_exception() {
        anchors.on(Operation.DELETE).waitFor(new CountDownLatch(1));
        Thread.currentThread().interrupt();

        Throwable failure = catchThrowable(call(Operation.DELETE));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).isInstanceOf(InterruptedCallException.class).hasCauseInstanceOf(InterruptedException.class);
        assertThat((AnchorRepositoryException) failure)
                .hasOperation(Operation.DELETE)
                .hasEffect(Effect.NONE);
        assertThat(store.snapshot()).containsExactly(stored);
    }

    @Test
    void an_interrupt_after_the_effect_of_a_change_has_the_effect_unknown() {
        CountDownLatch never = new CountDownLatch(1);
        anchors.on(Operation.DELETE).runAfter(never::await);
        Thread.currentThread().interrupt();

        Throwable failure = catchThrowable(call(Operation.DELETE));

        assertThat(Thread.interrupted()).isTrue();
        assertThat((AnchorRepositoryException) failure)
                .hasOperation(Operation.DELETE)
                .hasEffect(Effect.UNKNOWN);
    }

    @Test
    void concurrent_calls_throw_each_scripted_failure_once() throws Exception {
        AnchorRepositoryException failure = lost(Operation.FIND, Effect.NONE);
        for (int i = 0; i < 100; i++) {
            anchors.on(Operation.FIND).failBefore(failure);
        }

        AtomicInteger failures = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<@Nullable Void>> callers = Collections.nCopies(4, () -> {
                for (int i = 0; i < 50; i++) {
                    failures.addAndGet(catchThrowable(call(Operation.FIND)) == failure ? 1 : 0);
                }
                return null;
            });
            for (Future<@Nullable Void> caller : threads.invokeAll(callers, 1, TimeUnit.MINUTES)) {
                caller.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(failures).hasValue(100);
        assertThat(anchors.pending()).isEmpty();
    }

    @Test
    void the_stream_of_a_call_that_fails_after_its_effect_is_closed() {
        AtomicBoolean closed = new AtomicBoolean();
        FailingAnchorRepository streaming = FailingAnchorRepository.over(new SmallRepository(InstantSource.system()) {
            @Override
            public Stream<Anchor> stream(Transferables transferables) {
                return super.stream(transferables).onClose(() -> closed.set(true));
            }
        });
        streaming.on(Operation.STREAM).failAfter(lost(Operation.STREAM, Effect.NONE));

        assertThatThrownBy(() -> streaming.stream(Transferables.INCLUDED))
                .isInstanceOf(ConnectionFailedException.class);

        assertThat(closed).isTrue();
    }

    @Test
    void a_failure_of_another_operation_is_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors.on(Operation.FIND).failBefore(lost(Operation.DELETE, Effect.NONE)))
                .withMessageContaining("FIND")
                .withMessageContaining("DELETE");
        assertThat(anchors.pending()).isEmpty();
    }

    @Test
    void a_failure_after_the_effect_of_a_change_with_effect_none_is_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors.on(Operation.DELETE).failAfter(lost(Operation.DELETE, Effect.NONE)))
                .withMessageContaining("FAI-2");
        assertThat(anchors.pending()).isEmpty();
    }

    @Test
    void a_null_argument_is_rejected_without_using_up_a_failure() {
        anchors.on(Operation.FIND).failBefore(lost(Operation.FIND, Effect.NONE));

        assertThatThrownBy(() -> anchors.find(null)).isInstanceOf(NullPointerException.class);

        assertThat(anchors.pending()).containsExactly(Operation.FIND);
        assertThat(anchors.calls()).isEmpty();
    }

    @Test
    void close_closes_the_repository_behind_the_failing_one() {
        anchors.close();

        assertThatThrownBy(store::snapshot).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_operation_that_no_port_has_cannot_be_scripted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors.on(Operation.HEALTH))
                .withMessage("HEALTH is an operation of an adapter, and no port has it");
    }

    private ThrowingCallable call(Operation operation) {
        return switch (operation) {
            case CREATE -> () -> anchors.create(Samples.minimalSeed());
            case SNAPSHOT -> anchors::snapshot;
            case STREAM -> () -> anchors.stream(Transferables.INCLUDED).close();
            case FIND -> () -> anchors.find(stored.id());
            case DELETE -> () -> anchors.delete(stored.id());
            case DISASSOCIATE -> () -> anchors.disassociate(stored.id(), ASSET);
            case ASSOCIATE -> () -> links.associate(stored.id(), TAG);
            case HEALTH -> throw new IllegalArgumentException("no port has it");
        };
    }

    private boolean changed() {
        return !store.snapshot().asList().equals(List.of(stored));
    }

    private static AnchorRepositoryException lost(Operation operation, Effect effect) {
        return new ConnectionFailedException(operation, effect, "the connection was lost", null);
    }
}
