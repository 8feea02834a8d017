package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import dev.anchors.testkit.fake.Route;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The requests for links, and the failures of releases without links to a kind of material. */
class HttpAnchorLinksTest {

    private static final AnchorId ANCHOR = new AnchorId("a");
    private static final MaterialId TAG = new TagId("x");
    private static final String ADVICE =
            "check the ids, the configuration and whether the service supports this operation";

    private final InMemoryAnchorRepository store =
            InMemoryAnchorRepository.builder().anchorIds(() -> ANCHOR).build();
    private final FakePiecesOs service = FakePiecesOs.serving(store);
    private final HttpAnchorRepository anchors =
            HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
    private final AnchorLinks links = anchors.links();

    @BeforeEach
    void create_an_anchor() {
        store.create(SeededAnchor.file("/a"));
    }

    @AfterEach
    void close() {
        anchors.close();
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ANNOTATION, annotations",
        "CONVERSATION, conversations",
        "SUMMARY, workstream_summaries",
        "PERSON, persons",
        "MESSAGE, messages",
        "TAG, tags",
        "SOURCE, workstream_pattern_engine/sources",
        "WORKSTREAM_EVENT, workstream_events"
    })
    void a_link_is_made_and_removed_by_the_routes_of_its_kind(MaterialKind kind, String path) {
        MaterialId material = kind.id("x/y");

        links.associate(ANCHOR, material);
        assertThat(linked()).containsExactly(material);
        links.disassociate(ANCHOR, material);

        assertThat(linked()).isEmpty();
        assertThat(targets(service))
                .containsExactly("/anchor/a/" + path + "/associate/x%2Fy", "/anchor/a/" + path + "/disassociate/x%2Fy");
    }

    @Test
    void a_link_to_an_asset_is_removed_by_the_routes_of_the_repository() {
        MaterialId asset = MaterialKind.ASSET.id("x");

        links.associate(ANCHOR, asset);
        assertThat(linked()).containsExactly(asset);
        links.disassociate(ANCHOR, asset);

        assertThat(linked()).isEmpty();
        assertThat(targets(service)).containsExactly("/anchor/a/assets/associate/x", "/anchors/a/assets/delete/x");
    }

    @ParameterizedTest
    @CsvSource({
        "ASSET, assets, 2.2.0",
        "ANNOTATION, annotations, 4.3.0",
        "CONVERSATION, conversations, 2.2.0",
        "SUMMARY, workstream summaries, 2.2.0",
        "PERSON, persons, 2.4.0",
        "MESSAGE, messages, 3.0.0",
        "TAG, tags, 4.3.0",
        "SOURCE, sources, 4.3.0",
        "WORKSTREAM_EVENT, workstream events, 4.3.0"
    })
    void the_failure_of_a_release_without_links_to_a_kind_says_which_release_has_them(
            MaterialKind kind, String materials, String release) {
        String requirement = "links to " + materials + " need PiecesOS " + release + " or later";
        respondAsAReleaseWithoutLinks();

        assertRefused(() -> links.associate(ANCHOR, kind.id("x")), Operation.ASSOCIATE, requirement);
        if (kind != MaterialKind.ASSET) {
            assertRefused(() -> links.disassociate(ANCHOR, kind.id("x")), Operation.DISASSOCIATE, requirement);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_release_of_a_kind_is_the_one_from_which_on_links_can_be_made_and_removed(MaterialKind kind) {
        service.reply(Reply.text(404, "route not found"));
        RequestRefusedException failure =
                catchThrowableOfType(RequestRefusedException.class, () -> links.associate(ANCHOR, kind.id("x")));
        service.reset();
        links.associate(ANCHOR, kind.id("x"));
        links.disassociate(ANCHOR, kind.id("x"));

        String release = Collections.max(
                service.requests().stream().map(DescribedRequests::firstRelease).toList());
        assertThat(failure).hasMessageContaining("PiecesOS " + release + " or later");
    }

    @Test
    void the_failure_of_another_refusal_names_no_release() {
        service.reply(Reply.text(400, "no"));

        assertThatThrownBy(() -> links.associate(ANCHOR, TAG))
                .hasMessage("associate: the service refused the request with status 400; " + ADVICE);
    }

    @Test
    void an_unknown_anchor_is_not_found_in_every_release() {
        AnchorId unknown = new AnchorId("unknown");
        assertNotFound(unknown);
        respondAsAReleaseWithoutLinks();
        assertNotFound(unknown);
    }

    @Test
    void an_id_that_cannot_be_written_as_utf_8_is_refused_before_anything_is_sent() {
        AnchorId anchor = new AnchorId("a\ud800");
        MaterialId tag = new TagId("x\udc00");

        assertThatIllegalArgumentException().isThrownBy(() -> links.associate(anchor, TAG));
        assertThatIllegalArgumentException().isThrownBy(() -> links.associate(ANCHOR, tag));
        assertThatIllegalArgumentException().isThrownBy(() -> links.disassociate(anchor, TAG));
        assertThatIllegalArgumentException().isThrownBy(() -> links.disassociate(ANCHOR, tag));
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void null_is_refused_before_anything_is_sent() {
        assertThatNullPointerException().isThrownBy(() -> links.associate(null, TAG));
        assertThatNullPointerException().isThrownBy(() -> links.associate(ANCHOR, null));
        assertThatNullPointerException().isThrownBy(() -> links.disassociate(null, TAG));
        assertThatNullPointerException().isThrownBy(() -> links.disassociate(ANCHOR, null));
        assertThat(service.requests()).isEmpty();
    }

    private void respondAsAReleaseWithoutLinks() {
        service.on(Route.ASSOCIATE, Route.DISASSOCIATE).always().reply(Reply.text(404, "route not found"));
    }

    private void assertNotFound(AnchorId unknown) {
        assertThatThrownBy(() -> links.associate(unknown, TAG)).isInstanceOf(AnchorNotFoundException.class);
        assertThatThrownBy(() -> links.disassociate(unknown, TAG)).isInstanceOf(AnchorNotFoundException.class);
    }

    private Set<MaterialId> linked() {
        return store.find(ANCHOR).orElseThrow().links();
    }

    private static List<String> targets(FakePiecesOs service) {
        return service.requests().stream().map(request -> request.target()).toList();
    }

    private static void assertRefused(Runnable call, Operation operation, String requirement) {
        RequestRefusedException failure = catchThrowableOfType(RequestRefusedException.class, call::run);

        assertThat(failure.operation()).isEqualTo(operation);
        assertThat(failure.status()).hasValue(404);
        assertThat(failure).message().endsWith(" with status 404: " + requirement + "; " + ADVICE);
    }
}
