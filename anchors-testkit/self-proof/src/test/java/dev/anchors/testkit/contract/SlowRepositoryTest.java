package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.anchors.ports.FullAnchorRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Counts the calls of the contract instead of waiting for a repository that is slow. */
class SlowRepositoryTest {

    private static final Duration CALL = Duration.ofMillis(2);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** In this test threads call until another thread has made 20 calls, however slow the calls are. */
    private static final String CALLS_UNTIL_CLOSED = "lif_1_close_while_calls_are_under_way";

    @Test
    void the_whole_contract_takes_at_most_two_minutes_if_each_call_takes_two_milliseconds() {
        PostDiscoveryFilter counted = test -> FilterResult.includedIf(!isMethod(test, CALLS_UNTIL_CLOSED));
        Counted.CALLS.set(0);

        ContractRun run = ContractRun.of(selectClass(Counted.class), counted);

        assertThat(run.tests()).isGreaterThan(100);
        assertThat(CALL.multipliedBy(Counted.CALLS.get()))
                .as("the time of %d calls, one after the other", Counted.CALLS.get())
                .isLessThan(LIMIT);
    }

    private static boolean isMethod(TestDescriptor test, String name) {
        return test.getSource()
                .filter(source -> source instanceof MethodSource method
                        && method.getMethodName().equals(name))
                .isPresent();
    }

    /** Counts the calls of a contract. */
    @ExtendWith(WithinATest.class)
    static class Counted extends SmallRepositoryContractTest {

        static final AtomicLong CALLS = new AtomicLong();

        @Override
        protected FullAnchorRepository newRepository(InstantSource clock) {
            return counting(super.newRepository(clock));
        }

        private static FullAnchorRepository counting(FullAnchorRepository repository) {
            return (FullAnchorRepository) Proxy.newProxyInstance(
                    FullAnchorRepository.class.getClassLoader(),
                    new Class<?>[] {FullAnchorRepository.class},
                    (proxy, method, arguments) -> {
                        CALLS.incrementAndGet();
                        try {
                            return method.invoke(repository, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw Objects.requireNonNull(thrown.getCause());
                        }
                    });
        }
    }
}
