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
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class FakePiecesOsExtensionTest {

    @Nested
    class With_a_supplier_of_repositories {

        @RegisterExtension
        static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(RepositoryStub::new);

        @BeforeEach
        void seed(FakePiecesOs service) throws IOException {
            RawHttpClient.post(service, "/anchors/create", "{\"type\":\"FILE\",\"fullpath\":\"/a\"}");
        }

        @AfterEach
        void the_fake_is_still_running(FakePiecesOs service) throws IOException {
            assertThat(RawHttpClient.get(service, "/.well-known/health").status())
                    .isEqualTo(200);
        }

        @Test
        void a_test_and_its_before_each_method_get_the_same_fake(FakePiecesOs service, FakePiecesOs same) {
            assertThat(service).isSameAs(same);
            assertThat(service.requests()).hasSize(1);
        }

        @Test
        void each_test_gets_another_fake_and_another_repository(FakePiecesOs service) throws IOException {
            assertThat(RawHttpClient.get(service, "/anchors").json().get("iterable"))
                    .hasSize(1);
        }
    }

    @Nested
    class With_a_supplier_of_builders {

        private final RepositoryStub repository = new RepositoryStub();

        @RegisterExtension
        final FakePiecesOsExtension piecesOs = FakePiecesOsExtension.starting(
                () -> FakePiecesOs.builder(repository).routes(DisassociateRoutes.CURRENT));

        @Test
        void the_fake_gives_access_to_the_repository_of_the_test(FakePiecesOs service) {
            assertThat(service.repository()).isSameAs(repository);
        }

        @Test
        void the_fake_of_a_test_is_configured_by_its_builder(FakePiecesOs service) throws IOException {
            repository.create(SeededAnchor.file("/a"));

            assertThat(RawHttpClient.get(service, "/anchors").json().get("iterable"))
                    .hasSize(1);
            assertThat(RawHttpClient.post(service, "/anchors/anchor-1/assets/delete/b", "")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class With_a_shared_fake {

        static final FakePiecesOs SERVICE = FakePiecesOs.serving(new RepositoryStub());

        @RegisterExtension
        static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.sharing(SERVICE);

        @AfterAll
        static void close() {
            SERVICE.close();
        }

        @RepeatedTest(2)
        void each_test_gets_the_same_fake_without_anchors_requests_and_replies(FakePiecesOs service)
                throws IOException {
            assertThat(service).isSameAs(SERVICE);
            assertThat(service.requests()).isEmpty();
            assertThat(RawHttpClient.get(service, "/anchors").json().get("iterable"))
                    .isEmpty();

            RawHttpClient.post(service, "/anchors/create", "{\"type\":\"FILE\",\"fullpath\":\"/a\"}");
        }

        @Test
        void replies_that_a_test_left_fail_that_test_and_are_discarded_before_the_next_one() {
            run(SharingCases.class)
                    .testEvents()
                    .assertStatistics(statistics -> statistics.started(2).failed(2))
                    .failed()
                    .assertThatEvents()
                    .allSatisfy(test -> assertThat(test.getRequiredPayload(TestExecutionResult.class)
                                    .getThrowable())
                            .hasValueSatisfying(failure -> assertThat(failure)
                                    .hasMessage("replies without a request:\n  DELETE: Reply[204 with 0 bytes]")));
        }
    }

    /** Only a test above runs this class. */
    static class SharingCases {

        static final FakePiecesOs SERVICE = FakePiecesOs.serving(new RepositoryStub());

        @RegisterExtension
        static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.sharing(SERVICE);

        @AfterAll
        static void close() {
            SERVICE.close();
        }

        @RepeatedTest(2)
        void leaves_a_reply(FakePiecesOs service) {
            service.on(Route.DELETE).reply(Reply.empty(204));
        }
    }

    /** Only the tests below run this class. */
    static class Cases {

        @RegisterExtension
        static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(RepositoryStub::new);

        @BeforeEach
        void report(FakePiecesOs service, TestReporter reporter) {
            reporter.publishEntry("port", Integer.toString(service.port()));
        }

        @Test
        void uses_all_replies(FakePiecesOs service) throws IOException {
            service.reply(Reply.empty(204));
            RawHttpClient.get(service, "/");
        }

        @Test
        void leaves_a_reply(FakePiecesOs service) {
            service.on(Route.DELETE).reply(Reply.empty(204));
        }

        @Test
        void fails_and_leaves_a_reply(FakePiecesOs service) {
            service.reply(Reply.empty(204));
            throw new IllegalStateException("the failure of the test");
        }
    }

    /** Only a test below runs this class. */
    static class InConstructor {

        @RegisterExtension
        static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(RepositoryStub::new);

        InConstructor(FakePiecesOs tooEarly) {
            throw new IllegalStateException("has a fake: " + tooEarly);
        }

        @Test
        void never_runs() {
            throw new IllegalStateException("has been made");
        }
    }

    @Test
    void unused_replies_fail_a_successful_test_and_do_not_hide_another_failure() {
        Events tests = run(Cases.class).testEvents();

        tests.assertThatEvents()
                .haveExactly(1, event(test("uses_all_replies"), finishedSuccessfully()))
                .haveExactly(
                        1,
                        event(
                                test("leaves_a_reply"),
                                finishedWithFailure(
                                        instanceOf(AssertionError.class),
                                        message("replies without a request:\n" + "  DELETE: Reply[204 with 0 bytes]"))))
                .haveExactly(
                        1,
                        event(
                                test("fails_and_leaves_a_reply"),
                                finishedWithFailure(
                                        instanceOf(IllegalStateException.class), message("the failure of the test"))))
                .doNotHave(event(finishedWithFailure(suppressed(0, instanceOf(AssertionError.class)))));
    }

    @Test
    void the_fake_of_each_test_is_closed_afterwards() {
        List<Integer> ports = run(Cases.class).testEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .map(entry -> Integer.valueOf(entry.get("port")))
                .toList();

        assertThat(ports)
                .hasSize(3)
                .allSatisfy(port -> assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                        .isInstanceOf(ConnectException.class));
    }

    @Test
    void a_fake_as_a_constructor_parameter_is_rejected() {
        run(InConstructor.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                instanceOf(ParameterResolutionException.class),
                                message("a FakePiecesOs belongs to one test; declare the parameter in a test,"
                                        + " @BeforeEach or @AfterEach method"))));
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }
}
