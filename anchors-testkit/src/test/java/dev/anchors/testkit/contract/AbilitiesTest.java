package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Effect;
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

/** What a repository does not claim is asserted the other way, or reported as aborted by its name, and never silent. */
class AbilitiesTest {

    @Test
    void who_claims_nothing_passes_and_is_told_what_was_not_proved() {
        ContractRun run = ContractRun.of(selectClass(ClaimsNothing.class));

        assertThat(run.failures()).isEmpty();
        assertThat(run.tests())
                .isEqualTo(ContractRun.of(selectClass(SmallRepositoryContractTest.class))
                        .tests());
        assertThat(run.aborted())
                .hasEntrySatisfying(
                        "CON-1 no create of many threads is lost",
                        reason -> assertThat(reason).contains("THREAD_SAFE"))
                .hasEntrySatisfying(
                        "SNA-3 the order is that of creation, if the repository says so",
                        reason -> assertThat(reason).contains("KEEPS_CREATION_ORDER"))
                .hasEntrySatisfying(
                        "LIF-1 close does not wait for a call that is under way",
                        reason -> assertThat(reason).contains("USES_GIVEN_CLOCK"))
                .hasEntrySatisfying(
                        "FIN-1 a service that could not be asked is never empty",
                        reason -> assertThat(reason).contains("disconnectService()"));
        assertThat(run.aborted().keySet()).noneMatch(name -> name.startsWith("CRE") || name.startsWith("DIS"));
    }

    @Test
    void who_says_nothing_of_the_clock_has_to_tell_the_time_of_the_machine() {
        assertThat(ContractRun.of(selectClass(KeepsItsClockSecret.class)).broken())
                .contains(Rule.CRE_4);
    }

    @Test
    void who_does_not_keep_streams_whole_has_to_end_them_as_calls_end() {
        assertThat(ContractRun.of(selectClass(BreaksItsStreams.class)).broken()).containsExactly(Rule.LIF_1);
    }

    @Test
    void any_number_of_tests_may_run_at_once() {
        ContractRun run = ContractRun.inParallel(selectClass(SmallRepositoryContractTest.class));

        assertThat(run.isSuccessful()).as(run.messages().toString()).isTrue();
    }

    @Test
    void a_repository_whose_not_found_is_uncertain_passes_if_it_does_not_claim_the_ability() {
        assertThat(ContractRun.of(selectClass(IsUncertain.class)).messages()).isEmpty();
    }

    @ExtendWith(WithinATest.class)
    static class IsUncertain extends AnchorRepositoryContract {
        @Override
        protected AnchorRepository newRepository(InstantSource clock) {
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
        int mostHistories() {
            return 40;
        }
    }

    @ExtendWith(WithinATest.class)
    static class ClaimsNothing extends AnchorRepositoryContract {
        @Override
        protected AnchorRepository newRepository(InstantSource clock) {
            return new SmallRepository(Instant::now);
        }

        @Override
        protected Set<Ability> abilities() {
            return EnumSet.noneOf(Ability.class);
        }
    }

    @ExtendWith(WithinATest.class)
    static class KeepsItsClockSecret extends SmallRepositoryContractTest {
        @Override
        protected Set<Ability> abilities() {
            return EnumSet.complementOf(EnumSet.of(Ability.USES_GIVEN_CLOCK));
        }
    }

    @ExtendWith(WithinATest.class)
    static class BreaksItsStreams extends AnchorRepositoryContract {
        @Override
        protected AnchorRepository newRepository(InstantSource clock) {
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
