package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Score;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.ManualClock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InMemoryAnchorRepositoryTest {

    private static final AssetId ASSET = new AssetId("asset-1");

    @Test
    void initial_anchors_keep_the_score_and_the_schema_of_their_snapshot() {
        Anchors initial = Anchors.of(List.of())
                .withScore(Score.of(1, 2))
                .withSchema(new EmbeddedModelSchema(3, "MAJOR_0_MINOR_0_PATCH_1"));

        try (InMemoryAnchorRepository repository =
                InMemoryAnchorRepository.builder().initialAnchors(initial).build()) {
            assertThat(repository.snapshot()).isEqualTo(initial);
            assertThat(repository.snapshot(Transferables.OMITTED)).isEqualTo(initial);
        }
    }

    @Test
    void the_same_calls_with_the_same_clock_and_ids_give_equal_snapshots() {
        Anchors one = exampleSnapshot();
        Anchors two = exampleSnapshot();

        assertThat(one).isEqualTo(two).hasToString(two.toString());
    }

    @Test
    void two_repositories_issue_different_ids_by_default() {
        try (InMemoryAnchorRepository one = InMemoryAnchorRepository.create();
                InMemoryAnchorRepository two = InMemoryAnchorRepository.create()) {
            SeededAnchor seed = SeededAnchor.file("/notes");

            assertThat(one.create(seed).id()).isNotEqualTo(two.create(seed).id());
        }
    }

    @Test
    void an_id_source_that_repeats_an_id_is_refused_and_nothing_changes() {
        AnchorId id = new AnchorId("always-the-same");
        try (InMemoryAnchorRepository repository =
                InMemoryAnchorRepository.builder().anchorIds(() -> id).build()) {
            repository.create(SeededAnchor.file("/notes/a"));
            repository.delete(id);

            assertThatIllegalStateException()
                    .isThrownBy(() -> repository.create(SeededAnchor.file("/notes/b")))
                    .withMessageContaining("always-the-same")
                    .withMessageContaining("CRE-1");

            assertThat(repository.snapshot()).isEmpty();
        }
    }

    @Test
    void find_or_create_returns_what_was_created_while_its_source_of_ids_ran() {
        SeededAnchor seed = SeededAnchor.file("/notes");
        AtomicInteger next = new AtomicInteger();
        InMemoryAnchorRepository[] self = new InMemoryAnchorRepository[1];
        try (InMemoryAnchorRepository repository = InMemoryAnchorRepository.builder()
                .anchorIds(() -> {
                    int number = next.incrementAndGet();
                    if (number == 1) {
                        self[0].create(seed);
                    }
                    return new AnchorId("id-" + number);
                })
                .build()) {
            self[0] = repository;

            assertThat(repository.findOrCreate(seed).id()).isEqualTo(new AnchorId("id-2"));
            assertThat(repository.snapshot()).hasSize(1);
        }
    }

    @Test
    void a_repository_that_was_cleared_has_no_anchors_and_can_be_used_again() {
        AssetId asset = new AssetId("a");
        try (InMemoryAnchorRepository repository = InMemoryAnchorRepository.create()) {
            Anchor before = repository.create(SeededAnchor.file("/notes"));
            repository.links().associate(before.id(), asset);
            Anchors snapshot = repository.snapshot();

            repository.clear();

            assertThat(repository.snapshot()).isEmpty();
            assertThat(repository.find(before.id())).isEmpty();
            assertThat(repository.snapshot().linkedTo(asset)).isEmpty();
            assertThat(snapshot).hasSize(1);
            Anchor after = repository.create(SeededAnchor.file("/notes"));
            assertThat(repository.snapshot().atPath(new FullPath("/notes"))).containsExactly(after);
        }
    }

    @Test
    void an_id_of_an_anchor_that_was_cleared_is_not_issued_again() {
        AnchorId id = new AnchorId("always-the-same");
        try (InMemoryAnchorRepository repository =
                InMemoryAnchorRepository.builder().anchorIds(() -> id).build()) {
            repository.create(SeededAnchor.file("/notes/a"));
            repository.clear();

            assertThatIllegalStateException().isThrownBy(() -> repository.create(SeededAnchor.file("/notes/b")));
        }
    }

    @Test
    void a_closed_repository_cannot_be_cleared() {
        InMemoryAnchorRepository repository = InMemoryAnchorRepository.create();
        repository.close();

        assertThatIllegalStateException().isThrownBy(repository::clear).withMessageContaining("closed");
    }

    @Test
    void an_id_source_that_returns_the_id_of_an_initial_anchor_is_refused() {
        Anchor existing = exampleSnapshot().iterator().next();
        try (InMemoryAnchorRepository repository = InMemoryAnchorRepository.builder()
                .anchorIds(existing::id)
                .initialAnchors(Anchors.of(List.of(existing)))
                .build()) {
            assertThatIllegalStateException().isThrownBy(() -> repository.create(SeededAnchor.file("/notes/b")));

            assertThat(repository.snapshot()).containsExactly(existing);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // the test passes null on purpose
    void an_id_source_that_returns_null_is_refused() {
        try (InMemoryAnchorRepository repository =
                InMemoryAnchorRepository.builder().anchorIds(() -> null).build()) {
            assertThatNullPointerException()
                    .isThrownBy(() -> repository.create(SeededAnchor.file("/notes")))
                    .withMessageContaining("source of anchor ids");
        }
    }

    @Test
    void an_id_source_can_call_its_own_repository() {
        AtomicInteger next = new AtomicInteger();
        InMemoryAnchorRepository[] self = new InMemoryAnchorRepository[1];
        try (InMemoryAnchorRepository repository = InMemoryAnchorRepository.builder()
                .anchorIds(() -> new AnchorId(
                        next.incrementAndGet() + "-of-" + self[0].snapshot().size()))
                .build()) {
            self[0] = repository;

            assertThat(repository.create(SeededAnchor.file("/notes/a")).id()).isEqualTo(new AnchorId("1-of-0"));
            assertThat(repository.create(SeededAnchor.file("/notes/b")).id()).isEqualTo(new AnchorId("2-of-1"));
        }
    }

    @Test
    void a_repository_can_start_with_the_snapshot_of_another() {
        Anchors initial = exampleSnapshot();
        try (InMemoryAnchorRepository repository =
                InMemoryAnchorRepository.builder().initialAnchors(initial).build()) {
            assertThat(repository.snapshot()).isEqualTo(initial);
            assertThat(repository.snapshot().atPath(new FullPath("/notes/b"))).hasSize(1);

            Anchor added = repository.create(SeededAnchor.file("/notes/new"));

            assertThat(repository.snapshot().asList()).last().isEqualTo(added);
        }
    }

    @Test
    void an_anchor_is_linked_to_the_persons_of_its_seed_and_has_the_schema_of_its_seed() {
        PersonId person = new PersonId("person-1");
        EmbeddedModelSchema schema = new EmbeddedModelSchema(7, "MAJOR_0_MINOR_0_PATCH_1");
        try (InMemoryAnchorRepository repository = InMemoryAnchorRepository.create()) {
            Anchor anchor = repository.create(SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes"))
                    .person(person)
                    .schema(schema)
                    .build());

            assertThat(anchor.persons()).containsExactly(person);
            assertThat(anchor.schema()).contains(schema);
        }
    }

    @Test
    void points_have_only_ids_if_transferables_are_omitted() {
        try (InMemoryAnchorRepository repository = InMemoryAnchorRepository.create()) {
            Anchor anchor = repository.create(SeededAnchor.file("/notes"));
            AnchorPoint pointWithoutDetails =
                    AnchorPoint.of(anchor.points().get(0).id());

            Anchors anchors = repository.snapshot(Transferables.OMITTED);

            assertThat(anchors.size()).isEqualTo(1);
            assertThat(anchors)
                    .singleElement()
                    .satisfies(found -> assertThat(found.points()).containsExactly(pointWithoutDetails));
            assertThat(anchors.atPath(new FullPath("/notes"))).isEmpty();
            assertThat(repository.find(anchor.id(), Transferables.OMITTED)).isEqualTo(anchors.find(anchor.id()));
            assertThat(repository.find(anchor.id(), Transferables.INCLUDED)).contains(anchor);
        }
    }

    @Test
    void a_snapshot_can_be_used_after_its_repository_is_closed() {
        InMemoryAnchorRepository repository = InMemoryAnchorRepository.create();
        Anchor anchor = repository.create(SeededAnchor.file("/notes"));
        Anchors anchors = repository.snapshot();

        repository.close();

        assertThat(anchors.find(anchor.id())).contains(anchor);
    }

    @Test
    void the_text_of_a_repository_shows_the_number_of_anchors_or_that_it_is_closed() {
        InMemoryAnchorRepository repository = InMemoryAnchorRepository.create();
        repository.create(SeededAnchor.file("/notes"));
        assertThat(repository).hasToString("InMemoryAnchorRepository[1 anchors]");

        repository.close();

        assertThat(repository).hasToString("InMemoryAnchorRepository[closed]");
    }

    private static Anchors exampleSnapshot() {
        try (InMemoryAnchorRepository repository = InMemoryAnchorRepository.builder()
                .clock(ManualClock.startingAt(Instant.parse("2024-04-17T09:30:00Z")))
                .anchorIds(counting("anchor-", AnchorId::new))
                .pointIds(counting("point-", AnchorPointId::new))
                .annotationIds(counting("annotation-", AnnotationId::new))
                .build()) {
            SeededAnchor seed = SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes/a"))
                    .asset(ASSET)
                    .annotation(SeededAnnotation.of(AnnotationType.COMMENT, "Look here first."))
                    .build();
            Anchor unlinked = repository.create(seed);
            Anchor deleted = repository.create(seed);
            repository.create(SeededAnchor.directory("/notes/b"));
            repository.disassociate(unlinked.id(), ASSET);
            repository.delete(deleted.id());
            return repository.snapshot();
        }
    }

    private static <T> Supplier<T> counting(String prefix, Function<String, T> id) {
        AtomicInteger last = new AtomicInteger();
        return () -> id.apply(prefix + last.incrementAndGet());
    }
}
