package dev.anchors.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import dev.anchors.domain.SeededAnchor;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class FakePiecesOsExtensionTest {

    @Nested
    class In_a_class_that_registers_it {

        @RegisterExtension
        static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(RepositoryStub::new);

        @BeforeEach
        void seed(FakePiecesOs service) throws IOException {
            WireClient.post(service, "/anchors/create", "{\"type\":\"FILE\",\"fullpath\":\"/a\"}");
        }

        @AfterEach
        void still_there(FakePiecesOs service) throws IOException {
            assertThat(WireClient.get(service, "/.well-known/health").status()).isEqualTo(200);
        }

        @Test
        void a_test_gets_the_fake_of_its_methods_for_each_test(FakePiecesOs service, FakePiecesOs same) {
            assertThat(service).isSameAs(same);
            assertThat(service.requests()).hasSize(1);
        }

        @Test
        void another_test_gets_another_fake_and_another_repository(FakePiecesOs service) throws IOException {
            assertThat(WireClient.get(service, "/anchors").json().get("iterable"))
                    .hasSize(1);
        }
    }

    @Nested
    class With_a_repository_and_a_builder_of_the_test {

        private final RepositoryStub repository = new RepositoryStub();

        @RegisterExtension
        final FakePiecesOsExtension piecesOs = FakePiecesOsExtension.starting(
                () -> FakePiecesOs.builder(repository).routes(DisassociateRoutes.CURRENT));

        @Test
        void the_fake_is_as_it_was_built(FakePiecesOs service) throws IOException {
            repository.create(SeededAnchor.file("/a"));

            assertThat(WireClient.get(service, "/anchors").json().get("iterable"))
                    .hasSize(1);
            assertThat(WireClient.post(service, "/anchors/anchor-1/assets/delete/b", "")
                            .status())
                    .isEqualTo(404);
        }
    }

    /** Is run by the tests below alone. */
    static class Cases {

        static final Queue<FakePiecesOs> FAKES = new ConcurrentLinkedQueue<>();

        @RegisterExtension
        static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(RepositoryStub::new);

        @Test
        void uses_all(FakePiecesOs service) throws IOException {
            FAKES.add(service);
            service.reply(Reply.empty(204));
            WireClient.get(service, "/");
        }

        @Test
        void leaves_one_over(FakePiecesOs service) {
            FAKES.add(service);
            service.on(Route.DELETE).reply(Reply.empty(204));
        }

        @Test
        void fails_and_leaves_one_over(FakePiecesOs service) {
            FAKES.add(service);
            service.reply(Reply.empty(204));
            throw new IllegalStateException("the test's own failure");
        }
    }

    /** Is run by a test below alone. */
    static class InConstructor {

        @RegisterExtension
        static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(RepositoryStub::new);

        InConstructor(FakePiecesOs tooEarly) {
            throw new IllegalStateException("has a fake: " + tooEarly);
        }

        @Test
        void is_never_run() {
            throw new IllegalStateException("has been made");
        }
    }

    @Test
    void replies_left_over_fail_a_test_that_passed_and_no_other() {
        Events tests = run(Cases.class).testEvents();

        tests.assertThatEvents()
                .haveExactly(1, event(test("uses_all"), finishedSuccessfully()))
                .haveExactly(
                        1,
                        event(
                                test("leaves_one_over"),
                                finishedWithFailure(
                                        instanceOf(AssertionError.class),
                                        message("replies that no request came for:\n"
                                                + "  DELETE: Reply[204 with 0 bytes]"))))
                .haveExactly(
                        1,
                        event(
                                test("fails_and_leaves_one_over"),
                                finishedWithFailure(
                                        instanceOf(IllegalStateException.class), message("the test's own failure"))))
                .doNotHave(event(finishedWithFailure(suppressed(0, instanceOf(AssertionError.class)))));
    }

    @Test
    void each_test_has_its_own_fake_that_is_closed_afterwards() {
        Cases.FAKES.clear();

        run(Cases.class);

        assertThat(Cases.FAKES).hasSize(3).doesNotHaveDuplicates();
        assertThat(Cases.FAKES)
                .allSatisfy(fake ->
                        assertThatThrownBy(() -> new WireClient(fake).close()).isInstanceOf(ConnectException.class));
    }

    @Test
    void a_constructor_is_told_that_it_is_too_early() {
        run(InConstructor.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                instanceOf(ParameterResolutionException.class),
                                message("a FakePiecesOs is there for one test: take it in the test or in a method"
                                        + " for each test"))));
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }
}
