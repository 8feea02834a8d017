package dev.anchors.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.anchors.domain.AnchorId;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    @Test
    void the_tests_of_failures_cover_every_type_of_failure() {
        assertThat(Failures.causedBy(new IOException()).map(Object::getClass))
                .containsExactlyInAnyOrder(AnchorRepositoryException.class.getPermittedSubclasses());
    }

    @Test
    void a_failure_has_the_operation_effect_and_cause_that_were_given() {
        IOException cause = new IOException("connection reset");
        var failure = new ConnectionFailedException(Operation.CREATE, Effect.UNKNOWN, "lost", cause);

        assertThat(failure.operation()).isEqualTo(Operation.CREATE);
        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(failure).cause().isSameAs(cause);
    }

    @Test
    void every_failure_keeps_its_cause() {
        IOException cause = new IOException("connection reset");

        assertThat(Failures.causedBy(cause))
                .allSatisfy(failure -> assertThat(failure).cause().isSameAs(cause));
    }

    @Test
    void a_missing_anchor_and_a_refused_request_have_no_effect() {
        assertThat(new AnchorNotFoundException(Operation.DELETE, new AnchorId("a-1")).effect())
                .isEqualTo(Effect.NONE);
        assertThat(new RequestRefusedException(Operation.CREATE, OptionalInt.of(400), "", null).effect())
                .isEqualTo(Effect.NONE);
    }

    @Test
    void a_failure_has_the_fields_of_its_own_type() {
        var notFound = new AnchorNotFoundException(Operation.DELETE, new AnchorId("a-1"));
        var malformed = new MalformedResponseException(Operation.FIND, Effect.NONE, "expected a string", "/id", null);
        var refused = new RequestRefusedException(Operation.CREATE, OptionalInt.of(422), "no seed", null);
        var failed =
                new ServiceFailedException(Operation.CREATE, Effect.UNKNOWN, OptionalInt.of(500), "no\nspace", null);
        var timedOut = new TimedOutException(Operation.FIND, Effect.NONE, Duration.ofNanos(1), null);

        assertThat(notFound.anchor()).isEqualTo(new AnchorId("a-1"));
        assertThat(malformed.pointer()).isEqualTo("/id");
        assertThat(refused.status()).hasValue(422);
        assertThat(refused.text()).isEqualTo("no seed");
        assertThat(failed.status()).hasValue(500);
        assertThat(failed.text()).isEqualTo("no\nspace");
        assertThat(timedOut.timeout()).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void a_failure_of_an_adapter_without_http_has_no_status() {
        assertThat(new RequestRefusedException(Operation.CREATE, OptionalInt.empty(), "", null).status())
                .isEmpty();
        assertThat(new ServiceFailedException(Operation.FIND, Effect.NONE, OptionalInt.empty(), "", null).status())
                .isEmpty();
    }

    @Test
    void a_not_found_failure_concluded_from_a_later_look_up_has_an_unknown_effect() {
        var notFound =
                new AnchorNotFoundException(Operation.DELETE, Effect.UNKNOWN, new AnchorId("a-1"), new IOException());

        assertThat(notFound.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(notFound.anchor()).isEqualTo(new AnchorId("a-1"));
    }

    @ParameterizedTest
    @MethodSource("callsWithNull")
    void a_failure_refuses_null(ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call);
    }

    static Stream<Named<ThrowingCallable>> callsWithNull() {
        return Stream.of(
                Named.of("operation", () -> new InterruptedCallException(null, Effect.NONE, null)),
                Named.of("effect", () -> new InterruptedCallException(Operation.FIND, null, null)),
                Named.of("anchor", () -> new AnchorNotFoundException(Operation.FIND, null)),
                Named.of(
                        "pointer",
                        () -> new MalformedResponseException(Operation.FIND, Effect.NONE, "no string", null, null)),
                Named.of(
                        "effect on an anchor",
                        () -> new AnchorNotFoundException(Operation.FIND, null, new AnchorId("a-1"), null)),
                Named.of("status of a refusal", () -> new RequestRefusedException(Operation.FIND, null, "", null)),
                Named.of(
                        "status of a failure",
                        () -> new ServiceFailedException(Operation.FIND, Effect.NONE, null, "", null)),
                Named.of(
                        "text of a refusal",
                        () -> new RequestRefusedException(Operation.FIND, OptionalInt.empty(), null, null)),
                Named.of(
                        "text of a failure",
                        () -> new ServiceFailedException(Operation.FIND, Effect.NONE, OptionalInt.empty(), null, null)),
                Named.of("timeout", () -> new TimedOutException(Operation.FIND, Effect.NONE, null, null)),
                Named.of(
                        "reason",
                        () -> new TimedOutException(Operation.FIND, Effect.NONE, Duration.ZERO, null, "advice", null)),
                Named.of(
                        "advice",
                        () -> new TimedOutException(Operation.FIND, Effect.NONE, Duration.ZERO, "reason", null, null)));
    }
}
