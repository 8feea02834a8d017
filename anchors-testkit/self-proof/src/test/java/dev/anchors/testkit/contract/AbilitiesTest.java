package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that need an ability which the repository does not claim expect less, or are aborted and name the ability. */
class AbilitiesTest {

    @Test
    void a_repository_without_abilities_passes_and_the_aborted_tests_name_the_missing_abilities() {
        ContractRun run = ContractRun.of(selectClass(ClaimsNothing.class));

        assertThat(run.failures()).isEmpty();
        assertThat(run.tests()).isGreaterThan(150);
        assertThat(run.aborted())
                .hasEntrySatisfying(
                        "CON-1 no create is lost when many threads create",
                        reason -> assertThat(reason).contains("THREAD_SAFE"))
                .hasEntrySatisfying(
                        "SNA-3 the order is the order of creation, if the repository promises that",
                        reason -> assertThat(reason).contains("KEEPS_CREATION_ORDER"))
                .hasEntrySatisfying(
                        "LIF-1 close does not wait for a call that is under way",
                        reason -> assertThat(reason).contains("USES_GIVEN_CLOCK"))
                .hasEntrySatisfying(
                        "LIF-3 a repository that is opened again on the same store holds what was completed before",
                        reason -> assertThat(reason).contains("SURVIVES_REOPENING"))
                .hasEntrySatisfying(
                        "FIN-1 find throws an AnchorRepositoryException if the service is disconnected",
                        reason -> assertThat(reason).contains("disconnectService()"));
        assertThat(run.aborted().keySet()).noneMatch(name -> name.startsWith("CRE") || name.startsWith("DIS"));
    }

    @Test
    void a_repository_that_does_not_claim_to_use_the_given_clock_has_to_use_that_of_the_machine() {
        assertThat(ContractRun.of(selectClass(DoesNotClaimTheGivenClock.class)).broken())
                .contains(Rule.CRE_4);
    }

    @Test
    void a_stream_that_is_no_snapshot_has_to_fail_after_close_as_calls_fail() {
        assertThat(ContractRun.of(selectClass(ThrowsFromStreamsAfterClose.class))
                        .broken())
                .containsExactly(Rule.LIF_1);
    }

    @Test
    void the_tests_of_the_contract_may_run_in_parallel() {
        ContractRun run = ContractRun.inParallel(selectClass(SmallRepositoryContractTest.class));

        assertThat(run.isSuccessful()).as(run.messages().toString()).isTrue();
    }

    @Test
    void a_repository_whose_not_found_is_uncertain_passes_if_it_does_not_claim_the_ability() {
        assertThat(ContractRun.of(selectClass(IsUncertain.class)).messages()).isEmpty();
    }

    @ExtendWith(WithinATest.class)
    static class IsUncertain extends FullAnchorRepositoryContract {
        @Override
        protected FullAnchorRepository newRepository(InstantSource clock) {
            return new SmallRepository(clock) {
                @Override
                Anchor existing(Operation operation, AnchorId id) {
                    if (!anchors.containsKey(id)) {
                        throw new AnchorNotFoundException(operation, Effect.UNKNOWN, id, null);
                    }
                    return super.existing(operation, id);
                }
            };
        }

        @Override
        protected Set<Ability> abilities() {
            return EnumSet.complementOf(EnumSet.of(Ability.NOT_FOUND_IS_CERTAIN));
        }

        @Override
        protected int histories() {
            return 40;
        }
    }

    @ExtendWith(WithinATest.class)
    static class ClaimsNothing extends FullAnchorRepositoryContract {
        @Override
        protected FullAnchorRepository newRepository(InstantSource clock) {
            return new SmallRepository(Instant::now);
        }

        @Override
        protected Set<Ability> abilities() {
            return EnumSet.noneOf(Ability.class);
        }
    }

    @ExtendWith(WithinATest.class)
    static class DoesNotClaimTheGivenClock extends SmallRepositoryContractTest {
        @Override
        protected Set<Ability> abilities() {
            return EnumSet.complementOf(EnumSet.of(Ability.USES_GIVEN_CLOCK));
        }
    }

    @ExtendWith(WithinATest.class)
    static class ThrowsFromStreamsAfterClose extends FullAnchorRepositoryContract {
        @Override
        protected FullAnchorRepository newRepository(InstantSource clock) {
            return new SmallRepository(clock) {
                @Override
                public Stream<Anchor> stream(Transferables transferables) {
                    return super.stream(transferables).peek(anchor -> {
                        if (isClosed()) {
                            throw new NoSuchElementException();
                        }
                    });
                }
            };
        }

        @Override
        protected Set<Ability> abilities() {
            return EnumSet.complementOf(EnumSet.of(Ability.STREAM_IS_A_SNAPSHOT));
        }
    }
}
