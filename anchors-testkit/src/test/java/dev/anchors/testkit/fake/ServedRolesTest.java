package dev.anchors.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.testkit.FailingAnchorRepository;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServedRolesTest {

    private static final String TARGET = "/anchor/anchor-1/tags/associate/tag-of-a-role";

    private final RepositoryStub plain = new RepositoryStub();
    private final FullStub full = new FullStub();

    @BeforeEach
    void create_an_anchor() {
        plain.create(SeededAnchor.file("/a"));
        full.create(SeededAnchor.file("/a"));
    }

    @Test
    void the_links_of_a_full_repository_are_served() throws IOException {
        try (FakePiecesOs fake = FakePiecesOs.serving(full)) {
            assertThat(associate(fake)).isEqualTo(204);
        }
        assertThat(isLinked(full)).isTrue();
    }

    @Test
    void links_that_the_builder_adds_are_served_for_a_repository_without_roles() throws IOException {
        try (FakePiecesOs fake = FakePiecesOs.builder(plain).links(plain).start()) {
            assertThat(associate(fake)).isEqualTo(204);
        }
        assertThat(isLinked(plain)).isTrue();
    }

    @Test
    void links_that_the_builder_adds_take_the_place_of_those_of_a_full_repository() throws IOException {
        try (FakePiecesOs fake = FakePiecesOs.builder(full).links(plain).start()) {
            assertThat(associate(fake)).isEqualTo(204);
        }
        assertThat(isLinked(full)).isFalse();
        assertThat(isLinked(plain)).isTrue();
    }

    @Test
    void links_that_are_added_to_a_builder_do_not_change_a_fake_that_runs() throws IOException {
        FakePiecesOs.Builder builder = FakePiecesOs.builder(plain);
        try (FakePiecesOs fake = builder.start();
                FakeLog log = new FakeLog()) {
            builder.links(plain);

            assertThat(associate(fake)).isEqualTo(404);
            assertThat(log.about(TARGET)).hasSize(1);
        }
    }

    @Test
    void the_log_says_why_a_route_of_a_missing_role_has_status_404() throws IOException {
        FailingAnchorRepository failing = FailingAnchorRepository.over(plain);
        try (FakePiecesOs fake = FakePiecesOs.serving(failing);
                FakeLog log = new FakeLog()) {
            assertThat(associate(fake)).isEqualTo(404);

            assertThat(log.about(TARGET))
                    .containsExactly("status 404 for POST " + TARGET
                            + ", because dev.anchors.testkit.FailingAnchorRepository, which the fake serves, has no AnchorLinks:"
                            + " serve a FullAnchorRepository, or add this role in the builder of the fake");
        }
        assertThat(isLinked(plain)).isFalse();
    }

    @Test
    void nothing_is_logged_about_a_path_that_no_role_has() throws IOException {
        String otherRelease = "/anchors/anchor-1/assets/delete/asset-of-no-role";
        try (FakePiecesOs fake = FakePiecesOs.builder(plain)
                        .routes(DisassociateRoutes.CURRENT)
                        .start();
                FakeLog log = new FakeLog()) {
            assertThat(RawHttpClient.post(fake, otherRelease, "").status()).isEqualTo(404);
            assertThat(RawHttpClient.get(fake, "/no-role").status()).isEqualTo(404);

            assertThat(log.about("no-role")).isEmpty();
        }
    }

    @Test
    void every_role_of_a_full_repository_is_served_and_can_be_added_by_the_builder() {
        List<Method> roles = Stream.of(FullAnchorRepository.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .toList();

        assertThat(ServedRoles.OF_FULL_REPOSITORY.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        roles.stream().<Class<?>>map(Method::getReturnType).toList());
        for (Method role : roles) {
            assertThat(FakePiecesOs.Builder.class.getMethods())
                    .anyMatch(method -> method.getName().equals(role.getName())
                            && List.of(method.getParameterTypes()).equals(List.of(role.getReturnType())));
        }
    }

    private static int associate(FakePiecesOs fake) throws IOException {
        return RawHttpClient.post(fake, TARGET, "").status();
    }

    private static boolean isLinked(AnchorRepository repository) {
        return repository.find(new AnchorId("anchor-1")).orElseThrow().links().contains(new TagId("tag-of-a-role"));
    }

    private static final class FullStub extends RepositoryStub implements FullAnchorRepository {
        @Override
        public AnchorLinks links() {
            return this;
        }
    }
}
