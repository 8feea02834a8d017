package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.TimedOutException;
import dev.anchors.testkit.fake.DisassociateRoutes;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.RecordedRequest;
import dev.anchors.testkit.fake.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call timeout for some calls only. Calls that wait for theirs do so at the same time. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class CallTimeoutTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private FakePiecesOs service;
    private HttpAnchorRepository anchors;

    @BeforeEach
    void start() {
        service = FakePiecesOs.builder(InMemoryAnchorRepository.create())
                .routes(DisassociateRoutes.CURRENT)
                .start();
        anchors = HttpAnchorRepository.builder()
                .baseUrl(service.baseUrl())
                .callTimeout(Duration.ofMinutes(10))
                .build();
    }

    @AfterEach
    void stop() {
        anchors.close();
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_call_timeout_limits_each_call_of_the_repository_that_has_it(Invocation invocation) {
        HttpAnchorRepository hasty = anchors.withCallTimeout(SHORT);
        service.reply(Reply.stall());

        TimedOutException failure = catchThrowableOfType(TimedOutException.class, () -> invocation.on(hasty));

        assertThat(failure.timeout()).isEqualTo(SHORT);
    }

    @Test
    void a_call_timeout_includes_the_time_in_which_a_seed_is_encoded() {
        SeededAnchor large = SeededAnchor.builder(AnchorType.FILE, new FullPath("/home/rosa"))
                .annotation(SeededAnnotation.of(AnnotationType.DESCRIPTION, "é".repeat(20_000_000)))
                .build();
        anchors.snapshot(); // connects

        TimedOutException failure = catchThrowableOfType(
                TimedOutException.class,
                () -> anchors.withCallTimeout(Duration.ofMillis(1)).create(large));

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void a_call_timeout_can_be_longer_than_the_one_it_replaces() {
        HttpAnchorRepository patient = anchors.withCallTimeout(SHORT).withCallTimeout(Duration.ofMinutes(5));
        service.reply(Reply.dribble("{\"iterable\":[]}")); // takes more than twice as long as the short timeout

        assertThat(patient.snapshot()).isEmpty();
    }

    @Test
    void a_repository_keeps_its_call_timeout_when_another_is_derived_from_it() {
        assertThat(anchors.withCallTimeout(SHORT)).isNotSameAs(anchors);
        service.reply(Reply.dribble("{\"iterable\":[]}"));

        assertThat(anchors.snapshot()).isEmpty();
    }

    @Test
    void repositories_that_differ_in_the_call_timeout_share_their_connections() {
        try (RawServer server = RawServer.start(
                        connection -> {
                            for (int i = 0; i < 3; i++) {
                                connection.readRequest();
                                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"iterable\":[]}");
                            }
                            connection.awaitClose();
                        },
                        connection -> connection.send("HTTP/1.1 500 Another connection\r\n\r\n"));
                HttpAnchorRepository one =
                        HttpAnchorRepository.builder().baseUrl(server.baseUrl()).build()) {
            one.snapshot();
            one.withCallTimeout(Duration.ofMinutes(1)).snapshot();
            one.snapshot();

            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void repositories_that_differ_in_the_call_timeout_share_what_they_found_out_about_the_service() {
        Anchor anchor = anchors.create(SeededAnchor.file("/home/rosa"));
        AssetId asset = new AssetId("x");

        anchors.withCallTimeout(Duration.ofMinutes(1)).disassociate(anchor.id(), asset);
        anchors.disassociate(anchor.id(), asset);

        assertThat(service.requests())
                .extracting(RecordedRequest::target)
                .containsExactly(
                        "/anchors/create?transferables=true",
                        "/anchors/" + anchor.id().value() + "/assets/delete/x", // tried once
                        "/anchor/" + anchor.id().value() + "/assets/disassociate/x",
                        "/anchor/" + anchor.id().value() + "/assets/disassociate/x");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closing_one_of_two_repositories_that_differ_in_the_call_timeout_closes_both(boolean closeTheNewOne) {
        HttpAnchorRepository other = anchors.withCallTimeout(Duration.ofMinutes(1));

        (closeTheNewOne ? other : anchors).close();

        assertThatIllegalStateException().isThrownBy(anchors::snapshot).withMessage("the repository is closed");
        assertThatIllegalStateException().isThrownBy(() -> other.find(new AnchorId("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void a_call_timeout_that_is_not_positive_is_refused(Duration timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors.withCallTimeout(timeout))
                .withMessageContaining(timeout.toString());
    }

    @Test
    void a_call_timeout_can_have_any_length_and_cannot_be_null() {
        assertThat(anchors.withCallTimeout(Duration.ofSeconds(Long.MAX_VALUE)).snapshot())
                .isEmpty();
        assertThatNullPointerException().isThrownBy(() -> anchors.withCallTimeout(null));
    }
}
