package dev.anchors.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which request gets which reply. */
class StubbingTest {

    private static final Reply BUSY = Reply.text(503, "busy");

    private final FakePiecesOs fake = FakePiecesOs.serving(new RepositoryStub());

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void a_reply_for_a_route_is_kept_until_a_request_for_this_route_arrives() throws IOException {
        fake.on(Route.DELETE).reply(BUSY);

        assertThat(snapshot()).isEqualTo(200);
        assertThat(delete()).isEqualTo(503);
        assertThat(delete()).isEqualTo(500);
    }

    @Test
    void a_reply_can_be_scripted_for_several_routes() throws IOException {
        fake.on(Route.DELETE, Route.SNAPSHOT).times(2).reply(BUSY);

        assertThat(RawHttpClient.get(fake, "/.well-known/health").status()).isEqualTo(200);
        assertThat(snapshot()).isEqualTo(503);
        assertThat(delete()).isEqualTo(503);
        assertThat(snapshot()).isEqualTo(200);
    }

    @Test
    void replies_are_repeated_in_order_as_often_as_configured() throws IOException {
        fake.on(Route.SNAPSHOT).times(2).reply(BUSY, Reply.fromRepository(), Reply.empty(418));

        List<Integer> given = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            given.add(snapshot());
        }
        assertThat(given).containsExactly(503, 200, 418, 503, 200, 418, 200);
    }

    @Test
    void endless_replies_are_given_until_the_reset_and_are_never_left_over() throws IOException {
        fake.on(Route.SNAPSHOT).always().reply(BUSY);
        for (int number = 0; number < 10; number++) {
            assertThat(snapshot()).isEqualTo(503);
        }
        assertThatCode(fake::verifyNoRepliesLeft).doesNotThrowAnyException();

        fake.reset();

        assertThat(snapshot()).isEqualTo(200);
    }

    @Test
    void a_reply_can_be_scripted_for_matching_requests() throws IOException {
        fake.when(request -> request.query().equals("transferables=false")).reply(BUSY);

        assertThat(snapshot()).isEqualTo(200);
        assertThat(RawHttpClient.get(fake, "/anchors?transferables=false").status())
                .isEqualTo(503);
    }

    @Test
    void a_request_gets_the_oldest_reply_that_matches_it() throws IOException {
        fake.on(Route.SNAPSHOT).reply(Reply.empty(401));
        fake.reply(Reply.empty(402));
        fake.on(Route.SNAPSHOT).reply(Reply.empty(403));

        assertThat(delete()).isEqualTo(402);
        assertThat(snapshot()).isEqualTo(401);
        assertThat(snapshot()).isEqualTo(403);
    }

    @Test
    void a_stubbing_condition_that_throws_returns_status_500() throws IOException {
        fake.when(request -> {
                    throw new IllegalStateException("bad test");
                })
                .reply(BUSY);

        assertThat(RawHttpClient.get(fake, "/anchors").body())
                .isEqualTo("the condition of a stubbing failed: java.lang.IllegalStateException: bad test");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_stubbing_without_replies_or_with_a_count_below_one_is_rejected(int times) {
        Stubbing some = fake.on(Route.DELETE);

        assertThatThrownBy(() -> some.times(times))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replies are given at least once, not " + times + " times");
        assertThatThrownBy(some::reply)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no reply was given for DELETE");
        assertThatThrownBy(fake::reply).isInstanceOf(IllegalArgumentException.class);
        assertThatCode(fake::verifyNoRepliesLeft).doesNotThrowAnyException();
    }

    @Test
    void replies_that_were_not_given_are_listed() throws IOException {
        fake.on(Route.CREATE, Route.DELETE).reply(BUSY, Reply.disconnect());
        fake.on(Route.SNAPSHOT).times(20).reply(Reply.empty(204));
        fake.reply(Reply.fromRepository());
        fake.when(request -> false).reply(Reply.json("{}").afterResponse(Fault.reset()));
        delete();
        for (int number = 0; number < 9; number++) {
            snapshot();
        }

        assertThatThrownBy(fake::verifyNoRepliesLeft)
                .isInstanceOf(AssertionError.class)
                .hasMessage(String.join(
                        "\n  ",
                        "replies without a request:",
                        "CREATE or DELETE: Reply[500 with 0 bytes, close connection before the response]",
                        "SNAPSHOT: " + "Reply[204 with 0 bytes], ".repeat(9) + "Reply[204 with 0 bytes] and 1 more",
                        "any request: Reply[from the repository]",
                        "a matching request: Reply[200 with 2 bytes, reset after the response]"));
    }

    @Test
    void the_verification_passes_when_all_replies_were_given() throws IOException {
        fake.reply(BUSY, BUSY);
        snapshot();
        snapshot();

        assertThatCode(fake::verifyNoRepliesLeft).doesNotThrowAnyException();
    }

    @Test
    void a_reset_discards_requests_and_replies() throws IOException {
        fake.reply(Reply.fromRepository(), BUSY);
        snapshot();

        fake.reset();

        assertThat(fake.requests()).isEmpty();
        assertThatCode(fake::verifyNoRepliesLeft).doesNotThrowAnyException();
        assertThat(snapshot()).isEqualTo(200);
        assertThat(fake.requests()).hasSize(1);
    }

    /** A request before the reset gets a scripted reply and is discarded. A request after the reset is recorded. */
    @RepeatedTest(20)
    void a_reset_discards_requests_and_replies_atomically() throws Exception {
        int clients = 4;
        CyclicBarrier start = new CyclicBarrier(clients + 1);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            fake.on(Route.SNAPSHOT).always().reply(BUSY);
            List<Future<Integer>> counts = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                counts.add(threads.submit(() -> {
                    start.await();
                    return responsesFromRepository(10);
                }));
            }
            start.await();
            fake.takeRequest(Duration.ofSeconds(20));
            fake.reset();

            int afterReset = 0;
            for (Future<Integer> each : counts) {
                afterReset += each.get();
            }
            assertThat(fake.requests()).hasSize(afterReset);
        } finally {
            threads.shutdownNow();
        }
    }

    private int responsesFromRepository(int requests) throws IOException {
        int responses = 0;
        for (int number = 0; number < requests; number++) {
            responses += snapshot() == 200 ? 1 : 0;
        }
        return responses;
    }

    private int snapshot() throws IOException {
        return RawHttpClient.get(fake, "/anchors").status();
    }

    private int delete() throws IOException {
        return RawHttpClient.post(fake, "/anchors/nobody/delete", "").status();
    }
}
