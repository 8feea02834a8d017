package dev.anchors.recipes.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.FakePiecesOsExtension;
import dev.anchors.testkit.fake.Reply;
import dev.anchors.testkit.fake.Route;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class NotesApplicationTest {

    private static final AssetId NOTE = new AssetId("note");
    private static final ConversationId DISCUSSION = new ConversationId("discussion");
    private static final FullPath ENGINE = new FullPath("/home/ada/engine");

    @RegisterExtension
    static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(InMemoryAnchorRepository::create);

    @Test
    void a_note_is_pinned_found_discussed_unpinned_and_its_pin_removed_over_http(FakePiecesOs service) {
        try (ConfigurableApplicationContext application = startWith(service)) {
            ProjectNotes notes = application.getBean(ProjectNotes.class);

            Anchor pin = notes.pin(NOTE, ENGINE);
            assertThat(notes.projectsOf(NOTE)).containsExactly(ENGINE);
            assertThat(notes.count()).isEqualTo(1);
            assertThat(notes.find(pin.id())).contains(pin);

            notes.discuss(pin.id(), DISCUSSION);
            assertThat(notes.find(pin.id()).orElseThrow().conversations()).containsExactly(DISCUSSION);

            notes.unpin(pin.id(), NOTE);
            assertThat(notes.projectsOf(NOTE)).isEmpty();

            notes.remove(pin.id());
            assertThat(notes.find(pin.id())).isEmpty();
        }
    }

    @Test
    void a_failure_of_the_service_reaches_the_caller(FakePiecesOs service) {
        try (ConfigurableApplicationContext application = startWith(service)) {
            service.on(Route.SNAPSHOT).reply(Reply.text(503, "busy"));

            ProjectNotes notes = application.getBean(ProjectNotes.class);
            assertThatExceptionOfType(ServiceFailedException.class).isThrownBy(() -> notes.projectsOf(NOTE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "offline"})
    void the_container_closes_the_repository(String profile, FakePiecesOs service) {
        ConfigurableApplicationContext application = startWith(service, "--spring.profiles.active=" + profile);
        AnchorRepository anchors = application.getBean(AnchorRepository.class);

        application.close();

        assertThatIllegalStateException().isThrownBy(anchors::snapshot);
    }

    private static ConfigurableApplicationContext startWith(FakePiecesOs service, String... arguments) {
        SpringApplication application = new SpringApplication(NotesApplication.class);
        application.setDefaultProperties(Map.of("anchors.base-url", service.baseUrl()));
        return application.run(arguments);
    }
}
