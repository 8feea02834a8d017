package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.Transferables;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Correct repositories that differ where the port allows it. */
class SoundRepositoriesTest {

    static Stream<Arguments> contracts() {
        return Stream.of(
                arguments("ids are counters", Counters.class),
                arguments("ids are letters", Letters.class),
                arguments("ids begin with a blank", Blanks.class),
                arguments("ids end in a character that patterns of SQL use", Percents.class),
                arguments("a stream that is read after close throws IllegalStateException", StreamsThatEnd.class),
                arguments("the service's clock is some milliseconds ahead", ClockAhead.class),
                arguments("the service has its own clock and keeps seconds", Seconds.class),
                arguments("times are kept in milliseconds of the given clock", Milliseconds.class),
                arguments("the newest anchor is first", NewestFirst.class),
                arguments("find shows details although they may be omitted, as by default", Detailed.class),
                arguments("the readable words of times change at each call", Words.class));
    }

    @ParameterizedTest(name = "the contract accepts a repository where {0}")
    @MethodSource("contracts")
    void the_contract_accepts_a_sound_repository(String name, Class<?> contract) {
        ContractRun run = ContractRun.of(selectClass(contract));

        assertThat(run.messages()).isEmpty();
        assertThat(run.proved()).containsExactlyElementsOf(EnumSet.allOf(Rule.class));
    }

    @ExtendWith(WithinATest.class)
    abstract static class Sound extends SmallRepositoryContractTest {

        @Override
        protected FullAnchorRepository newRepository(InstantSource clock) {
            return use(repository(clock));
        }

        abstract SmallRepository repository(InstantSource clock);

        @Override
        protected int histories() {
            return 40;
        }

        @Override
        protected int largestSize() {
            return 300;
        }
    }

    static class Detailed extends Sound {
        @Override
        SmallRepository repository(InstantSource clock) {
            return new SmallRepository(clock) {
                @Override
                public Optional<Anchor> find(AnchorId id, Transferables transferables) {
                    Objects.requireNonNull(transferables, "transferables");
                    return find(id);
                }
            };
        }
    }

    static class Counters extends Sound {
        @Override
        SmallRepository repository(InstantSource clock) {
            return new Numbered(clock) {
                @Override
                String id(long number) {
                    return String.valueOf(number);
                }
            };
        }
    }

    static class Letters extends Sound {
        @Override
        SmallRepository repository(InstantSource clock) {
            return new Numbered(clock) {
                @Override
                String id(long number) {
                    String last = String.valueOf((char) ('a' + (number - 1) % 26));
                    return number <= 26 ? last : id((number - 1) / 26) + last;
                }
            };
        }
    }

    static class Blanks extends Sound {
        @Override
        SmallRepository repository(InstantSource clock) {
            return new Numbered(clock) {
                @Override
                String id(long number) {
                    return " " + number;
                }
            };
        }
    }

    static class Percents extends Sound {
        @Override
        SmallRepository repository(InstantSource clock) {
            return new Numbered(clock) {
                @Override
                String id(long number) {
                    return number + "%";
                }
            };
        }
    }

    static class StreamsThatEnd extends Sound {
        @Override
        SmallRepository repository(InstantSource clock) {
            return new SmallRepository(clock) {
                @Override
                public Stream<Anchor> stream(Transferables transferables) {
                    return super.stream(transferables).peek(anchor -> requireOpen());
                }
            };
        }

        @Override
        protected Set<Ability> abilities() {
            return EnumSet.complementOf(EnumSet.of(Ability.STREAM_IS_A_SNAPSHOT));
        }
    }

    static class ClockAhead extends Sound {
        @Override
        SmallRepository repository(InstantSource clock) {
            return new SmallRepository(() -> Instant.now().plusMillis(20));
        }

        @Override
        protected Set<Ability> abilities() {
            return EnumSet.complementOf(EnumSet.of(Ability.USES_GIVEN_CLOCK));
        }
    }

    static class Seconds extends ClockAhead {
        @Override
        SmallRepository repository(InstantSource clock) {
            return new SmallRepository(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    static class Milliseconds extends Sound {
        @Override
        SmallRepository repository(InstantSource clock) {
            return new SmallRepository(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }

        @Override
        protected Instant startTime() {
            return Instant.parse("2024-04-17T09:30:00.123Z");
        }
    }

    static class NewestFirst extends Sound {
        @Override
        SmallRepository repository(InstantSource clock) {
            return new SmallRepository(clock) {
                @Override
                public Anchors snapshot(Transferables transferables) {
                    List<Anchor> anchors =
                            new ArrayList<>(super.snapshot(transferables).asList());
                    Collections.reverse(anchors);
                    return Anchors.of(anchors);
                }
            };
        }

        @Override
        protected Set<Ability> abilities() {
            return EnumSet.complementOf(EnumSet.of(Ability.KEEPS_CREATION_ORDER));
        }
    }

    static class Words extends Sound {
        @Override
        SmallRepository repository(InstantSource clock) {
            return new SmallRepository(clock) {
                private final AtomicLong calls = new AtomicLong();

                @Override
                Anchor shown(Anchor anchor, Transferables transferables) {
                    return withWords(super.shown(anchor, transferables));
                }

                @Override
                public Optional<Anchor> find(AnchorId id) {
                    return super.find(id).map(this::withWords);
                }

                private Anchor withWords(Anchor anchor) {
                    return anchor.toBuilder()
                            .created(withWords(anchor.created()))
                            .updated(withWords(anchor.updated()))
                            .build();
                }

                private GroupedTimestamp withWords(GroupedTimestamp time) {
                    return new GroupedTimestamp(time.value(), Optional.of("call " + calls.incrementAndGet()));
                }
            };
        }
    }

    /** A repository that derives ids from a counter. */
    private abstract static class Numbered extends SmallRepository {
        private long last;

        Numbered(InstantSource clock) {
            super(clock);
        }

        abstract String id(long number);

        @Override
        AnchorId newId() {
            return new AnchorId(id(++last));
        }
    }
}
