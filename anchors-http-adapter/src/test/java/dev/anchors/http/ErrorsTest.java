package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.domain.Anchor;
import dev.anchors.http.CallListener.CallEvent;
import dev.anchors.ports.Transferables;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An {@link Error} in a call passes through, and harms neither the next call nor the connections. */
@Timeout(120)
class ErrorsTest {

    /** More calls than there are connections, so that a call that kept its connection would be noticed. */
    private static final int CALLS = 66;

    private final RawServer server = RawServer.start(ErrorsTest::serve);
    private final List<CallEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void an_error_of_the_supplier_of_the_base_url_passes_through_and_the_next_call_works(Invocation invocation) {
        Error error = new LinkageError("thrown by a test");
        AtomicReference<Supplier<URI>> supplier = new AtomicReference<>(() -> {
            throw error;
        });
        try (HttpAnchorRepository anchors = repository(() -> supplier.get().get())) {
            for (int call = 0; call < CALLS; call++) {
                assertThatThrownBy(() -> invocation.on(anchors)).isSameAs(error);
            }
            assertEvents(invocation, LinkageError.class);
            supplier.set(server::baseUrl);

            Ending.DONE.assertEndOf(invocation, anchors);
            ConnectionLeaks.assertNone(anchors);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "STREAM"})
    void a_stack_overflow_below_a_call_passes_through_and_the_next_call_works(Invocation invocation) {
        AtomicReference<Supplier<URI>> supplier = new AtomicReference<>(ErrorsTest::overflowStack);
        try (HttpAnchorRepository anchors = repository(() -> supplier.get().get())) {
            for (int call = 0; call < CALLS; call++) {
                assertThatThrownBy(() -> invocation.on(anchors)).isInstanceOf(StackOverflowError.class);
            }
            assertEvents(invocation, StackOverflowError.class);
            supplier.set(server::baseUrl);

            Ending.DONE.assertEndOf(invocation, anchors);
            ConnectionLeaks.assertNone(anchors);
        }
    }

    @Test
    void an_error_of_the_consumer_of_a_stream_passes_through_and_the_next_call_works() {
        Error error = new LinkageError("thrown by a test");
        try (HttpAnchorRepository anchors = repository(server::baseUrl)) {
            for (int call = 0; call < CALLS; call++) {
                try (Stream<Anchor> stream = anchors.stream(Transferables.OMITTED)) {
                    assertThatThrownBy(() -> stream.forEach(anchor -> {
                                throw error;
                            }))
                            .isSameAs(error);
                }
            }

            assertThat(events).hasSize(CALLS);
            ConnectionLeaks.assertNone(anchors);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "STREAM"})
    void an_error_of_the_listener_is_ignored_and_the_next_call_works(Invocation invocation) {
        try (HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                .baseUrl(server.baseUrl())
                .listener(event -> overflowStack())
                .build()) {
            for (int call = 0; call < CALLS; call++) {
                Ending.DONE.assertEndOf(invocation, anchors);
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** Calls begin at many depths of a small stack, so that every part of a call meets the end of the stack. */
    @ParameterizedTest
    @EnumSource
    void the_next_call_works_wherever_a_call_meets_the_end_of_a_small_stack(Invocation invocation) throws Exception {
        try (HttpAnchorRepository anchors = repository(server::baseUrl)) {
            Ending.DONE.assertEndOf(invocation, anchors); // loads classes, which an overflow would spoil for ever

            SmallStack.overflow(
                    CALLS, () -> invocation.on(anchors), () -> Ending.DONE.assertEndOf(invocation, anchors));
        }
    }

    private void assertEvents(Invocation invocation, Class<? extends Error> failure) {
        assertThat(events).hasSize(CALLS).allSatisfy(event -> {
            assertThat(event.operation()).isEqualTo(invocation.operation());
            assertThat(event.failure()).hasValue(failure);
        });
    }

    private HttpAnchorRepository repository(Supplier<URI> baseUrl) {
        return HttpAnchorRepository.builder()
                .baseUrl(baseUrl)
                .listener(events::add)
                .build();
    }

    @SuppressWarnings("InfiniteRecursion") // on purpose
    private static URI overflowStack() {
        return URI.create("http://" + overflowStack());
    }

    private static void serve(RawConnection connection) throws IOException {
        while (true) {
            connection.send(TestResponses.to(connection.readRequest()));
        }
    }
}
