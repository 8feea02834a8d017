package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.testkit.internal.EdgeCases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of CRE-2 and CRE-3: the anchor that is created from a seed. */
abstract class SeedRules extends Rules {

    SeedRules(AnchorRepositoryContract contract) {
        super(contract);
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
    @DisplayName("CRE-2 any text can be a name")
    void cre_2_any_text_can_be_a_name() {
        Stream.of(EdgeCases.FREE, EdgeCases.LONG).flatMap(List::stream).forEach(name -> {
            SeededAnchor seed =
                    SeededAnchor.file("/notes").toBuilder().name(name).build();

            Anchor anchor = held(repository().create(seed));

            assertThat(anchor.name().filter(name::equals))
                    .as("the name \"%s\" as it was seeded", shortened(name))
                    .isPresent();
        });
    }

    private static String shortened(String name) {
        return name.length() <= 300 ? name : name.substring(0, 20) + "... with " + name.length() + " characters";
    }

    @ParameterizedTest
    @DisplayName("CRE-2 watch can be true or false")
    @ValueSource(booleans = {true, false})
    void cre_2_watch_can_be_true_or_false(boolean watch) {
        SeededAnchor seed = SeededAnchor.file("/notes").toBuilder().watch(watch).build();

        assertThat(repository().create(seed).watch()).contains(watch);
    }

    @Test
    @DisplayName("CRE-2 values that were not seeded are absent")
    void cre_2_values_that_were_not_seeded_are_absent() {
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
                "c:\\Users\\ada",
                "//server/share/a",
                "\\\\server\\share\\a\\.\\b\\",
                "../relative/./dir/",
                "https://example.org/a/../b",
                "/tmp/café/new\nline\t\"quoted\"'s",
                "/設計/メモ 🚀.md"
            })
    void cre_2_the_path_is_normalised(String path) {
        assertThat(create(path).paths()).containsExactly(new FullPath(path).normalized());
    }

    @Test
    @DisplayName("CRE-2 a path can be of any style")
    void cre_2_a_path_can_be_of_any_style() {
        for (String path : EdgeCases.PATHS) {
            assertThat(held(create(path)).paths()).containsExactly(new FullPath(path).normalized());
        }
    }

    @ParameterizedTest
    @DisplayName("CRE-2 every type can be seeded")
    @EnumSource
    void cre_2_every_type_can_be_seeded(AnchorType type) {
        SeededAnchor seed = SeededAnchor.builder(type, new FullPath("/notes"))
                .rawType(type.name())
                .build();

        assertThat(repository().create(seed).type()).isEqualTo(type);
    }

    @Test
    @DisplayName("CRE-2 the raw type is kept; a service may refuse one that it does not know")
    void cre_2_the_raw_type_is_kept() {
        for (String rawType : EdgeCases.TYPES) {
            SeededAnchor seed = SeededAnchor.builder(AnchorType.UNKNOWN, new FullPath("/notes"))
                    .rawType(rawType)
                    .build();
            try {
                Anchor anchor = repository().create(seed);

                for (Anchor shown : List.of(
                        anchor, held(anchor), repository().find(anchor.id()).orElseThrow())) {
                    assertThat(shown.rawType()).isEqualTo(rawType);
                }
            } catch (AnchorRepositoryException refused) {
                assertThat(AnchorType.of(rawType))
                        .as("the type \"%s\", which was refused", rawType)
                        .isEqualTo(AnchorType.UNKNOWN);
            }
        }
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
    void cre_3_a_seeded_asset_and_a_seeded_conversation_are_linked() {
        ConversationId conversation = new ConversationId("3365a3d9-68a8-41f9-bd67-52277ed1f202");

        Anchor anchor = repository()
                .create(linked("/notes", ASSET).toBuilder()
                        .conversation(conversation)
                        .build());

        assertThat(anchor.assets()).containsExactly(ASSET);
        assertThat(anchor.conversations()).containsExactly(conversation);
        assertThat(snapshot().linkedTo(ASSET)).containsExactly(anchor);
    }

    @Test
    @DisplayName("CRE-3 each seeded person is linked")
    void cre_3_each_seeded_person_is_linked() {
        PersonId one = new PersonId("person-1");
        PersonId other = new PersonId("person-2");

        Anchor anchor = held(repository()
                .create(SeededAnchor.file("/notes").toBuilder()
                        .person(one)
                        .person(other)
                        .build()));

        assertThat(anchor.persons()).containsExactlyInAnyOrder(one, other);
        assertThat(snapshot().linkedTo(other)).containsExactly(anchor);
    }

    @Test
    @DisplayName("CRE-3 any text can be the id of an asset, and different texts are different assets")
    void cre_3_any_text_can_be_the_id_of_an_asset() {
        List<Anchor> anchors = EdgeCases.IDS.stream()
                .map(id -> createLinked("/notes", new AssetId(id)))
                .toList();
        Anchors held = snapshot();

        for (int i = 0; i < anchors.size(); i++) {
            AssetId asset = new AssetId(EdgeCases.IDS.get(i));
            assertThat(anchors.get(i).assets()).containsExactly(asset);
            assertThat(held.linkedTo(asset)).containsExactly(anchors.get(i));
        }
    }

    @Test
    @DisplayName("CRE-3 each seeded annotation becomes one linked annotation")
    void cre_3_each_seeded_annotation_becomes_one_annotation() {
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
}
