package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.anchor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksOfAnchorTest {

    private static final AssetId FIRST = new AssetId("z");
    private static final AssetId SECOND = new AssetId("y");
    private static final AssetId THIRD = new AssetId("x");
    private static final PersonId ADA = new PersonId("z");

    @Test
    void the_links_of_an_anchor_of_one_kind_keep_the_order_in_which_they_were_added() {
        Anchor anchor =
                anchor("a-1").link(FIRST).link(ADA).link(SECOND).link(THIRD).build();

        assertThat(anchor.assets()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(anchor.persons()).containsExactly(ADA);
        assertThat(anchor.links()).containsExactly(FIRST, SECOND, THIRD, ADA).isUnmodifiable();
    }

    @Test
    void adding_a_link_again_does_not_change_its_position() {
        Anchor anchor = anchor("a-1").link(FIRST).link(SECOND).link(FIRST).build();

        assertThat(anchor.assets()).containsExactly(FIRST, SECOND);
    }

    @Test
    void unlinking_removes_only_the_given_link() {
        Anchor anchor =
                anchor("a-1").link(FIRST).link(SECOND).link(ADA).unlink(FIRST).build();

        assertThat(anchor.links()).containsExactly(SECOND, ADA);
    }

    @Test
    void unlinking_a_material_that_is_not_linked_changes_nothing() {
        Anchor anchor = anchor("a-1").link(FIRST).build();

        assertThat(anchor.toBuilder().unlink(SECOND).unlink(ADA).build()).isEqualTo(anchor);
    }

    @Test
    void setting_the_links_of_an_anchor_replaces_earlier_links() {
        Anchor anchor = anchor("a-1")
                .link(FIRST)
                .links(List.of(THIRD, SECOND))
                .link(ADA)
                .build();

        assertThat(anchor.links()).containsExactly(THIRD, SECOND, ADA);
    }

    @Test
    void the_links_of_an_anchor_do_not_change_with_the_list_that_was_given() {
        List<MaterialId> links = new ArrayList<>(List.of(FIRST));
        Anchor.Builder builder = anchor("a-1").links(links);

        links.add(SECOND);

        assertThat(builder.build().links()).containsExactly(FIRST);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 20})
    void an_anchor_does_not_change_with_the_builder_that_made_it(int size) {
        Anchor.Builder builder = anchor("a-1");
        for (int number = 0; number < size; number++) {
            builder.link(new AssetId("asset " + number));
        }
        Anchor anchor = builder.build();

        Anchor other =
                builder.link(FIRST).unlink(new AssetId("asset 0")).link(SECOND).build();

        assertThat(anchor.assets()).hasSize(size).doesNotContain(FIRST, SECOND).contains(new AssetId("asset 0"));
        assertThat(other.assets()).hasSize(size + 1).contains(FIRST, SECOND).doesNotContain(new AssetId("asset 0"));
    }

    @Test
    void a_builder_made_from_an_anchor_keeps_the_order_of_links() {
        Anchor anchor = anchor("a-1").link(FIRST).link(ADA).link(SECOND).build();

        assertThat(anchor.toBuilder().build().links()).containsExactlyElementsOf(anchor.links());
    }

    @Test
    void anchors_with_the_same_links_in_another_order_are_equal() {
        Anchor one = anchor("a-1").link(FIRST).link(SECOND).link(ADA).build();
        Anchor other = anchor("a-1").link(ADA).link(SECOND).link(FIRST).build();

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @ParameterizedTest
    @EnumSource
    void the_links_of_an_anchor_can_be_read_by_kind(MaterialKind kind) {
        List<MaterialId> links = List.of(FIRST, ADA, kind.id("x"), kind.id("w"));

        assertThat(anchor("a-1").links(links).build().links(kind))
                .containsExactlyElementsOf(
                        links.stream().filter(link -> link.kind() == kind).toList())
                .isUnmodifiable();
    }

    @Test
    void the_links_of_an_anchor_are_ordered_by_kind() {
        Anchor anchor = anchor("a-1")
                .links(Arrays.stream(MaterialKind.values())
                        .sorted(Comparator.reverseOrder())
                        .map(kind -> kind.id("x"))
                        .toList())
                .build();

        assertThat(anchor.links()).extracting(MaterialId::kind).containsExactly(MaterialKind.values());
    }

    @Test
    void reading_the_links_of_an_anchor_refuses_a_null_kind() {
        Anchor anchor = anchor("a-1").build();

        assertThatNullPointerException().isThrownBy(() -> anchor.links(null)).withMessage("kind");
    }

    @Test
    void links_of_different_kinds_with_the_same_text_are_distinct() {
        Anchor anchor = anchor("a-1")
                .link(new AssetId("x"))
                .link(new AnnotationId("x"))
                .link(new ConversationId("x"))
                .link(new SummaryId("x"))
                .link(new PersonId("x"))
                .link(new MessageId("x"))
                .link(new TagId("x"))
                .link(new SourceId("x"))
                .link(new WorkstreamEventId("x"))
                .build();

        assertThat(anchor.assets()).containsExactly(new AssetId("x"));
        assertThat(anchor.annotations()).containsExactly(new AnnotationId("x"));
        assertThat(anchor.conversations()).containsExactly(new ConversationId("x"));
        assertThat(anchor.summaries()).containsExactly(new SummaryId("x"));
        assertThat(anchor.persons()).containsExactly(new PersonId("x"));
        assertThat(anchor.messages()).containsExactly(new MessageId("x"));
        assertThat(anchor.tags()).containsExactly(new TagId("x"));
        assertThat(anchor.sources()).containsExactly(new SourceId("x"));
        assertThat(anchor.workstreamEvents()).containsExactly(new WorkstreamEventId("x"));
        assertThat(anchor.links()).hasSize(9);
    }
}
