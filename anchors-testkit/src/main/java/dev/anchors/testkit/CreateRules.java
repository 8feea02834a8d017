package dev.anchors.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.ports.Transferables;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class CreateRules extends Rules {

    CreateRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("CRE-1 the id is new: no anchor, living or deleted, ever had it")
    void cre_1_the_id_is_new() {
        Set<AnchorId> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Anchor anchor = create("/notes/" + i);
            assertThat(ids.add(anchor.id()))
                    .as("CRE-1: id %s was never given before", anchor.id())
                    .isTrue();
            if (i % 2 == 0) {
                repository().delete(anchor.id());
            }
        }
    }

    @Test
    @DisplayName("CRE-2 type, name and watch are as seeded, and the one point has the seed's path and platform")
    void cre_2_the_anchor_is_as_seeded() {
        SeededAnchor seed = SeededAnchor.builder(AnchorType.DIRECTORY, new FullPath("C:\\Users\\José\\größe"))
                .name("größe")
                .watch(true)
                .platform(Platform.WINDOWS)
                .build();

        Anchor anchor = repository().create(seed);

        assertThat(anchor.type()).isEqualTo(AnchorType.DIRECTORY);
        assertThat(anchor.name()).contains("größe");
        assertThat(anchor.watch()).contains(true);
        assertThat(anchor.points()).singleElement().satisfies(point -> {
            assertThat(point.fullpath()).contains(seed.fullpath());
            assertThat(point.platform()).contains(Platform.WINDOWS);
        });
    }

    @Test
    @DisplayName("CRE-2 what was not seeded is absent")
    void cre_2_what_was_not_seeded_is_absent() {
        Anchor anchor = create("/notes/todo.md");

        assertThat(anchor.type()).isEqualTo(AnchorType.FILE);
        assertThat(anchor.name()).isEmpty();
        assertThat(anchor.watch()).isEmpty();
        assertThat(anchor.points())
                .singleElement()
                .satisfies(point -> assertThat(point.platform()).isEmpty());
        assertThat(anchor.links()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("CRE-2 the path is the seed's, normalised")
    @ValueSource(
            strings = {
                "/notes/./2024/../todo.md",
                "/notes//2024/",
                "C:/Users/ada/..",
                "\\\\server\\share\\a\\.\\b\\",
                "../relative/./dir/",
                "https://example.org/a/../b",
                "/tmp/café/new\nline\t\"quoted\"'s",
                "/設計/メモ 🚀.md"
            })
    void cre_2_the_path_is_normalised(String path) {
        assertThat(create(path).paths()).containsExactly(new FullPath(path).normalized());
    }

    @ParameterizedTest
    @DisplayName("CRE-2 every type can be seeded")
    @EnumSource
    void cre_2_every_type_can_be_seeded(AnchorType type) {
        SeededAnchor seed = SeededAnchor.builder(type, new FullPath("/notes")).build();

        assertThat(repository().create(seed).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @DisplayName("CRE-2 every platform can be seeded")
    @EnumSource
    void cre_2_every_platform_can_be_seeded(Platform platform) {
        SeededAnchor seed = SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes"))
                .platform(platform)
                .build();

        assertThat(repository().create(seed).points())
                .singleElement()
                .satisfies(point -> assertThat(point.platform()).contains(platform));
    }

    @Test
    @DisplayName("CRE-3 a seeded asset and a seeded conversation are linked")
    void cre_3_asset_and_conversation_are_linked() {
        ConversationId conversation = new ConversationId("3365a3d9-68a8-41f9-bd67-52277ed1f202");

        Anchor anchor = repository()
                .create(linked("/notes", ASSET).toBuilder()
                        .conversation(conversation)
                        .build());

        assertThat(anchor.assets()).containsExactly(ASSET);
        assertThat(anchor.conversations()).containsExactly(conversation);
        assertThat(snapshot().referencing(ASSET)).containsExactly(anchor);
    }

    @Test
    @DisplayName("CRE-3 each seeded annotation becomes one linked annotation")
    void cre_3_each_annotation_becomes_one() {
        SeededAnnotation comment = SeededAnnotation.of(AnnotationType.COMMENT, "Look here first.");
        SeededAnchor seed = SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes"))
                .annotation(comment)
                .annotation(comment)
                .annotation(SeededAnnotation.of(AnnotationType.GIT_COMMIT, "feat: first cut"))
                .build();

        Anchor one = repository().create(seed);
        Anchor two = repository().create(seed);

        assertThat(one.annotations()).hasSize(3);
        assertThat(two.annotations()).hasSize(3).doesNotContainAnyElementsOf(one.annotations());
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
    @DisplayName("CRE-4 the clock is asked at each call")
    void cre_4_the_clock_is_asked_at_each_call() {
        GroupedTimestamp first = create("/notes/1").created();
        clock().advance(Duration.ofSeconds(90));
        Instant earliest = earliest();

        GroupedTimestamp second = create("/notes/2").created();

        assertThat(second.value()).isBetween(earliest, latest()).isAfterOrEqualTo(first.value());
    }

    @Test
    @DisplayName("CRE-5 the same seed twice makes two anchors")
    void cre_5_the_same_seed_twice_makes_two_anchors() {
        SeededAnchor seed = linked("/notes", ASSET);

        Anchor one = repository().create(seed);
        Anchor two = repository().create(seed);

        assertThat(snapshot()).hasSize(2);
        assertThat(snapshot().at(seed.fullpath())).containsExactlyInAnyOrder(one, two);
        assertThat(one.points().get(0).id()).isNotEqualTo(two.points().get(0).id());
    }

    @ParameterizedTest
    @DisplayName("CRE-6 what create returned is what the next snapshot holds")
    @EnumSource
    void cre_6_the_next_snapshot_holds_it(Transferables transferables) {
        Anchor small = repository().create(Samples.minimalSeed(), transferables);
        Anchor large = repository().create(Samples.fullSeed(), transferables);

        assertThat(repository().snapshot(transferables)).containsExactlyInAnyOrder(small, large);
    }

    private Instant earliest() {
        return can(Ability.CLOCK_CAN_BE_SET) ? clock().instant() : Instant.now().minusMillis(1);
    }

    private Instant latest() {
        return can(Ability.CLOCK_CAN_BE_SET) ? clock().instant() : Instant.now().plusMillis(1);
    }
}
