package dev.anchors.testkit;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatIllegalArgumentException;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatThrownBy;
import static dev.anchors.testkit.assertions.AnchorAssertions.catchThrowable;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
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

class FailingAnchorRepositoryTest {

    private static final AssetId ASSET = new AssetId("asset-1");

    private final SmallRepository store = new SmallRepository(InstantSource.system());
    private final FailingAnchorRepository anchors = FailingAnchorRepository.over(store);
    private final Anchor held = store.create(SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes"))
            .asset(ASSET)
            .build());

    @ParameterizedTest
    @EnumSource
    void the_next_call_of_any_operation_fails_before_its_effect_and_the_one_after_it_does_not(Operation operation) {
        AnchorRepositoryException failure = lost(operation, Effect.NONE);
        anchors.next(operation).failsBefore(failure);

        assertThatThrownBy(call(operation)).isSameAs(failure);
        assertThat(store.snapshot()).containsExactly(held);

        assertThat(catchThrowable(call(operation))).isNull();
        assertThat(changed()).isEqualTo(operation.isChanging());
    }

    @ParameterizedTest
    @EnumSource
    void the_next_call_of_any_operation_fails_after_its_effect(Operation operation) {
        AnchorRepositoryException failure = lost(operation, operation.effectWhenUnanswered());
        anchors.next(operation).failsAfter(failure);

        assertThatThrownBy(call(operation)).isSameAs(failure);

        assertThat(changed()).isEqualTo(operation.isChanging());
    }

    @Test
    void find_passes_transferables_on() {
        assertThat(anchors.find(held.id(), Transferables.OMITTED))
                .isEqualTo(store.find(held.id(), Transferables.OMITTED))
                .isNotEqualTo(store.find(held.id()));
    }

    @Test
    void other_operations_do_not_fail() {
        anchors.next(Operation.DELETE).failsBefore(lost(Operation.DELETE, Effect.NONE));

        assertThat(anchors.snapshot()).containsExactly(held);
        assertThat(anchors.find(held.id())).contains(held);
        assertThat(anchors.pending()).containsExactly(Operation.DELETE);
    }

    @Test
    void what_is_said_twice_holds_for_two_calls_in_that_order() {
        AnchorRepositoryException first = lost(Operation.FIND, Effect.NONE);
        AnchorRepositoryException second = lost(Operation.FIND, Effect.NONE);
        anchors.next(Operation.FIND).failsBefore(first);
        anchors.next(Operation.DELETE).failsBefore(lost(Operation.DELETE, Effect.NONE));
        anchors.next(Operation.FIND).failsAfter(second);
        assertThat(anchors.pending()).containsExactly(Operation.FIND, Operation.DELETE, Operation.FIND);

        assertThatThrownBy(call(Operation.FIND)).isSameAs(first);
        assertThatThrownBy(call(Operation.FIND)).isSameAs(second);
        assertThat(anchors.find(held.id())).contains(held);
        assertThat(anchors.pending()).containsExactly(Operation.DELETE);
    }

    @Test
    void a_sentence_without_a_verb_says_nothing() {
        anchors.next(Operation.FIND);

        assertThat(anchors.pending()).isEmpty();
        assertThat(anchors.find(held.id())).contains(held);
    }

    @Test
    void a_call_waits_for_a_latch_before_its_effect_while_others_go_on() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        anchors.next(Operation.DELETE).waitsFor(release);

        CompletableFuture<Void> deleting = CompletableFuture.runAsync(() -> anchors.delete(held.id()));

        while (!anchors.pending().isEmpty() && !deleting.isDone()) {
            Thread.onSpinWait(); // until the call is under way
        }
        assertThat(anchors.snapshot()).containsExactly(held);
        assertThat(deleting).isNotDone();
        release.countDown();
        deleting.get(10, TimeUnit.SECONDS);
        assertThat(anchors.snapshot()).isEmpty();
    }

    @Test
    void a_hook_after_the_effect_holds_the_answer_back() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        anchors.next(Operation.DELETE).runsAfter(() -> {
            done.countDown();
            release.await();
        });

        CompletableFuture<Void> deleting = CompletableFuture.runAsync(() -> anchors.delete(held.id()));

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(store.snapshot()).isEmpty();
        assertThat(deleting).isNotDone();
        release.countDown();
        deleting.get(10, TimeUnit.SECONDS);
    }

    @Test
    void an_interrupted_wait_fails_as_in_every_repository() {
        anchors.next(Operation.DELETE).waitsFor(new CountDownLatch(1));
        Thread.currentThread().interrupt();

        Throwable failure = catchThrowable(call(Operation.DELETE));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).isInstanceOf(InterruptedCallException.class).hasCauseInstanceOf(InterruptedException.class);
        assertThat((AnchorRepositoryException) failure)
                .hasOperation(Operation.DELETE)
                .hasEffect(Effect.NONE);
        assertThat(store.snapshot()).containsExactly(held);
    }

    @Test
    void an_interruption_after_the_effect_leaves_the_effect_open() {
        CountDownLatch never = new CountDownLatch(1);
        anchors.next(Operation.DELETE).runsAfter(never::await);
        Thread.currentThread().interrupt();

        Throwable failure = catchThrowable(call(Operation.DELETE));

        assertThat(Thread.interrupted()).isTrue();
        assertThat((AnchorRepositoryException) failure)
                .hasOperation(Operation.DELETE)
                .hasEffect(Effect.UNKNOWN);
    }

    @Test
    void concurrent_calls_consume_each_failure_once() throws Exception {
        AnchorRepositoryException failure = lost(Operation.FIND, Effect.NONE);
        for (int i = 0; i < 100; i++) {
            anchors.next(Operation.FIND).failsBefore(failure);
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
    void a_stream_that_is_lost_is_closed() {
        AtomicBoolean closed = new AtomicBoolean();
        FailingAnchorRepository streaming = FailingAnchorRepository.over(new SmallRepository(InstantSource.system()) {
            @Override
            public Stream<Anchor> stream(Transferables transferables) {
                return super.stream(transferables).onClose(() -> closed.set(true));
            }
        });
        streaming.next(Operation.STREAM).failsAfter(lost(Operation.STREAM, Effect.NONE));

        assertThatThrownBy(() -> streaming.stream(Transferables.INCLUDED))
                .isInstanceOf(ConnectionFailedException.class);

        assertThat(closed).isTrue();
    }

    @Test
    void refuses_the_failure_of_another_operation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors.next(Operation.FIND).failsBefore(lost(Operation.DELETE, Effect.NONE)))
                .withMessageContaining("FIND")
                .withMessageContaining("DELETE");
        assertThat(anchors.pending()).isEmpty();
    }

    @Test
    void refuses_a_failure_that_denies_the_effect_it_comes_after() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors.next(Operation.DELETE).failsAfter(lost(Operation.DELETE, Effect.NONE)))
                .withMessageContaining("FAI-2");
        assertThat(anchors.pending()).isEmpty();
    }

    @Test
    void null_meets_nothing() {
        anchors.next(Operation.FIND).failsBefore(lost(Operation.FIND, Effect.NONE));

        assertThatThrownBy(() -> anchors.find(null)).isInstanceOf(NullPointerException.class);

        assertThat(anchors.pending()).containsExactly(Operation.FIND);
    }

    @Test
    void closes_the_repository_behind_it() {
        anchors.close();

        assertThatThrownBy(store::snapshot).isInstanceOf(IllegalStateException.class);
    }

    private ThrowingCallable call(Operation operation) {
        return switch (operation) {
            case CREATE -> () -> anchors.create(Samples.minimalSeed());
            case SNAPSHOT -> anchors::snapshot;
            case STREAM -> () -> anchors.stream(Transferables.INCLUDED).close();
            case FIND -> () -> anchors.find(held.id());
            case DELETE -> () -> anchors.delete(held.id());
            case DISASSOCIATE -> () -> anchors.disassociate(held.id(), ASSET);
        };
    }

    private boolean changed() {
        return !store.snapshot().asList().equals(List.of(held));
    }

    private static AnchorRepositoryException lost(Operation operation, Effect effect) {
        return new ConnectionFailedException(operation, effect, "the connection was lost", null);
    }
}
