package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A timeout that is for some calls only. */
@Timeout(60)
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
    void bounds_each_call_of_the_repository_that_has_it(Invocation invocation) {
        HttpAnchorRepository hasty = anchors.withCallTimeout(SHORT);
        invocation.attemptOn(anchors); // what is loaded, connected and found out here takes none of the short time
        service.reply(Reply.stall());

        TimedOutException failure = catchThrowableOfType(TimedOutException.class, () -> invocation.on(hasty));

        assertThat(failure.timeout()).isEqualTo(SHORT);
    }

    @Test
    void may_be_longer_than_that_of_the_repository_it_was_made_from() {
        HttpAnchorRepository patient = anchors.withCallTimeout(SHORT).withCallTimeout(Duration.ofMinutes(5));
        service.reply(Reply.dribble("{\"iterable\":[]}")); // takes more than twice the short time

        assertThat(patient.snapshot()).isEmpty();
    }

    @Test
    void leaves_the_repository_it_was_made_from_as_it_was() {
        assertThat(anchors.withCallTimeout(SHORT)).isNotSameAs(anchors);
        service.reply(Reply.dribble("{\"iterable\":[]}"));

        assertThat(anchors.snapshot()).isEmpty();
    }

    @Test
    void both_use_the_same_connections() {
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
    void both_remember_what_either_found_out_about_the_service() {
        Anchor anchor = anchors.create(SeededAnchor.file("/home/rosa"));
        AssetId asset = new AssetId("x");

        anchors.withCallTimeout(Duration.ofMinutes(1)).disassociate(anchor.id(), asset);
        anchors.disassociate(anchor.id(), asset);

        assertThat(service.requests())
                .extracting(RecordedRequest::target)
                .containsExactly(
                        "/anchors/create?transferables=true",
                        "/anchors/" + anchor.id().value() + "/assets/delete/x", // asked once
                        "/anchor/" + anchor.id().value() + "/assets/disassociate/x",
                        "/anchor/" + anchor.id().value() + "/assets/disassociate/x");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closing_either_closes_both(boolean closeTheNewOne) {
        HttpAnchorRepository other = anchors.withCallTimeout(Duration.ofMinutes(1));

        (closeTheNewOne ? other : anchors).close();

        assertThatIllegalStateException().isThrownBy(anchors::snapshot).withMessage("the repository is closed");
        assertThatIllegalStateException().isThrownBy(() -> other.find(new AnchorId("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void must_be_positive(Duration timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors.withCallTimeout(timeout))
                .withMessageContaining(timeout.toString());
    }

    @Test
    void may_be_of_any_length_but_not_null() {
        assertThat(anchors.withCallTimeout(Duration.ofSeconds(Long.MAX_VALUE)).snapshot())
                .isEmpty();
        assertThatNullPointerException().isThrownBy(() -> anchors.withCallTimeout(null));
    }
}
