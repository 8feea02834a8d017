package dev.anchors.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.testkit.FailingAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Fault;
import dev.anchors.testkit.fake.Reply;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SafeChangesTest {

    private static final SeededAnchor SEED = SeededAnchor.file("/home/ada/notes.md");

    private final InMemoryAnchorRepository store = InMemoryAnchorRepository.create();
    private final FailingAnchorRepository anchors = FailingAnchorRepository.over(store);
    private final SafeChanges changes = new SafeChanges(anchors, InstantSource.system());

    @Test
    void an_anchor_whose_creation_was_not_confirmed_is_found_and_not_created_twice() {
        anchors.on(Operation.CREATE).failAfter(connectionLost(Operation.CREATE, Effect.UNKNOWN));

        Anchor created = changes.create(SEED);

        assertThat(store.snapshot()).containsExactly(created);
    }

    @Test
    void a_creation_that_did_not_reach_the_service_is_repeated() {
        anchors.on(Operation.CREATE).failBefore(connectionLost(Operation.CREATE, Effect.UNKNOWN));

        Anchor created = changes.create(SEED);

        assertThat(store.snapshot()).containsExactly(created);
    }

    @Test
    void a_failure_without_effect_reaches_the_caller() {
        anchors.on(Operation.CREATE).failBefore(connectionLost(Operation.CREATE, Effect.NONE));

        assertThatThrownBy(() -> changes.create(SEED)).isInstanceOf(ConnectionFailedException.class);
    }

    @Test
    void an_anchor_whose_deletion_was_not_confirmed_is_gone() {
        AnchorId anchor = store.create(SEED).id();
        anchors.on(Operation.DELETE).failAfter(connectionLost(Operation.DELETE, Effect.UNKNOWN));

        changes.delete(anchor);

        assertThat(store.snapshot()).isEmpty();
    }

    @Test
    void a_link_is_made_again_when_its_response_is_lost() {
        AnchorId anchor = store.create(SEED).id();
        TagId tag = new TagId("important");
        try (FakePiecesOs service = FakePiecesOs.serving(store);
                FullAnchorRepository http = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .build()) {
            service.reply(Reply.fromRepository().beforeResponse(Fault.closeConnection()));

            new SafeChanges(http, InstantSource.system()).associate(anchor, tag);

            assertThat(store.snapshot().linkedTo(tag)).hasSize(1);
            assertThat(service.requests()).hasSize(2);
        }
    }

    private static ConnectionFailedException connectionLost(Operation operation, Effect effect) {
        return new ConnectionFailedException(operation, effect, "the connection was lost", null);
    }
}
