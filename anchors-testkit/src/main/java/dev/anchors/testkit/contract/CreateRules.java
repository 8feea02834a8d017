package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.Samples;
import dev.anchors.testkit.internal.EdgeCases;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests of CRE-1 and CRE-4 to CRE-6; {@link SeedRules} has those of CRE-2 and CRE-3. */
abstract class CreateRules extends SeedRules {

    /** The accepted difference between the clock of a service and the clock of the machine. */
    static final Duration SPARE = Duration.ofSeconds(2);

    CreateRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("CRE-1 the id is new: no anchor, living or deleted, ever had it")
    void cre_1_the_id_is_new() {
        Set<AnchorId> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Anchor anchor = create("/notes/" + i);
            assertThat(ids.add(anchor.id())).as("id %s is new", anchor.id()).isTrue();
            if (i % 2 == 0) {
                repository().delete(anchor.id());
            }
        }
    }

    @Test
    @DisplayName("CRE-1 the seed of a deleted anchor gets another id")
    void cre_1_the_id_does_not_come_from_the_seed() {
        Anchor deleted = createLinked("/notes", ASSET);
        repository().delete(deleted.id());

        Anchor anew = createLinked("/notes", ASSET);

        assertThat(anew.id()).isNotEqualTo(deleted.id());
        assertThat(repository().find(deleted.id())).isEmpty();
    }

    @Test
    @DisplayName("CRE-4 created equals updated and is the time of the call; deleted is absent")
    void cre_4_created_is_the_time_of_the_call() {
        Instant earliest = earliest();

        Anchor anchor = create("/notes");

        assertThat(anchor.updated()).isEqualTo(anchor.created());
        assertThat(anchor.created().value()).isBetween(earliest, latest());
        assertThat(anchor.deleted()).isEmpty();
    }

    @Test
    @DisplayName("CRE-4 the clock is read at each call")
    void cre_4_the_clock_is_read_at_each_call() {
        GroupedTimestamp first = create("/notes/1").created();
        clock().advance(Duration.ofSeconds(90));
        Instant earliest = earliest();

        GroupedTimestamp second = create("/notes/2").created();

        assertThat(second.value()).isBetween(earliest, latest()).isAfterOrEqualTo(first.value());
    }

    @Test
    @DisplayName("CRE-4 the time of a call is kept, in whatever year and hour")
    void cre_4_any_time_is_kept() {
        assertThat(held(create("/notes")).created().value()).isBetween(earliest(), latest());
        List<Instant> times = can(Ability.USES_GIVEN_CLOCK) ? EdgeCases.INSTANTS : List.of();
        for (Instant time : times) {
            Instant second = time.truncatedTo(ChronoUnit.SECONDS); // not every repository keeps fractions
            clock().advance(Duration.between(clock().instant(), second));

            Anchor anchor = create("/notes");

            assertThat(anchor.created().value()).isEqualTo(second);
            assertThat(held(anchor)).isEqualTo(anchor);
        }
    }

    @Test
    @DisplayName("CRE-5 one call creates one anchor")
    void cre_5_one_call_creates_one_anchor() {
        Anchor anchor = createLinked("/notes", ASSET);

        assertThat(snapshot()).hasSize(1);
        assertHolds(snapshot().linkedTo(ASSET), anchor);
    }

    @Test
    @DisplayName("CRE-5 creating from the same seed twice creates two anchors")
    void cre_5_creating_from_the_same_seed_twice_creates_two_anchors() {
        SeededAnchor seed = linked("/notes", ASSET);

        Anchor one = repository().create(seed);
        Anchor two = repository().create(seed);

        assertThat(snapshot()).hasSize(2);
        assertHolds(snapshot().atPath(seed.fullpath()), one, two);
        assertThat(one.points().get(0).id()).isNotEqualTo(two.points().get(0).id());
    }

    @ParameterizedTest
    @DisplayName("CRE-6 the next snapshot holds the anchor as create returned it")
    @EnumSource
    void cre_6_the_next_snapshot_has_what_create_returned(Transferables transferables) {
        Anchor small = repository().create(Samples.minimalSeed(), transferables);
        Anchor large = repository().create(Samples.fullSeed(), transferables);

        assertHolds(repository().snapshot(transferables), small, large);
    }

    private Instant earliest() {
        return can(Ability.USES_GIVEN_CLOCK) ? clock().instant() : Instant.now().minus(SPARE);
    }

    private Instant latest() {
        return can(Ability.USES_GIVEN_CLOCK) ? clock().instant() : Instant.now().plus(SPARE);
    }
}
