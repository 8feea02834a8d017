package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.anchors.ports.AnchorLinks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links of repositories that differ from each other where the ports leave them free to do so. */
class SoundLinksTest {

    @ParameterizedTest(name = "the contract of links accepts {0}")
    @ValueSource(classes = {ClockAhead.class, Seconds.class, Milliseconds.class, NewestFirst.class, Words.class})
    void the_contract_of_links_accepts_a_sound_repository(Class<?> contract) {
        ContractRun run = ContractRun.of(selectClass(contract));

        assertThat(run.messages()).isEmpty();
        assertThat(run.proved()).containsExactlyElementsOf(new SmallRepositoryLinksContractTest().rules());
    }

    @ExtendWith(WithinATest.class)
    abstract static class SoundLinks extends AnchorLinksContract<SmallRepository> {

        private final SoundRepositoriesTest.Sound sound;

        SoundLinks(SoundRepositoriesTest.Sound sound) {
            this.sound = sound;
        }

        @Override
        protected SmallRepository newRepository(InstantSource clock) {
            return sound.use(sound.repository(clock));
        }

        @Override
        protected AnchorLinks links(SmallRepository repository) {
            return repository.links();
        }

        @Override
        protected Set<Ability> abilities() {
            return sound.abilities();
        }

        @Override
        protected Instant startTime() {
            return sound.startTime();
        }

        @Override
        protected void disconnectService() {
            sound.disconnectService();
        }

        @Override
        protected Duration historyBudget() {
            return Duration.ofSeconds(2);
        }

        @Override
        int mostHistories() {
            return 40;
        }

        @Override
        protected int largestSize() {
            return 300;
        }
    }

    static class ClockAhead extends SoundLinks {
        ClockAhead() {
            super(new SoundRepositoriesTest.ClockAhead());
        }
    }

    static class Seconds extends SoundLinks {
        Seconds() {
            super(new SoundRepositoriesTest.Seconds());
        }
    }

    static class Milliseconds extends SoundLinks {
        Milliseconds() {
            super(new SoundRepositoriesTest.Milliseconds());
        }
    }

    static class NewestFirst extends SoundLinks {
        NewestFirst() {
            super(new SoundRepositoriesTest.NewestFirst());
        }
    }

    static class Words extends SoundLinks {
        Words() {
            super(new SoundRepositoriesTest.Words());
        }
    }
}
