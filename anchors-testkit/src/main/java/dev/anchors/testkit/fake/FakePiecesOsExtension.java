package dev.anchors.testkit.fake;

import dev.anchors.ports.AnchorRepository;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test of JUnit a {@link FakePiecesOs} of its own, as a parameter of the test or of its
 * {@code @BeforeEach} and {@code @AfterEach} methods, and closes it afterwards.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(InMemoryAnchorRepository::create);
 *
 * @Test
 * void says_that_the_service_is_busy(FakePiecesOs service) {
 *     service.on(Route.SNAPSHOT).reply(Reply.text(503, "busy"));
 *     // ...
 * }
 * }</pre>
 *
 * <p>A test that passed fails after all when replies are left over ({@link FakePiecesOs#verifyNoRepliesLeft}). The
 * extension keeps nothing itself: it may be static, and tests may run in parallel.
 */
public final class FakePiecesOsExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final Supplier<FakePiecesOs> fakes;

    private FakePiecesOsExtension(Supplier<FakePiecesOs> fakes) {
        this.fakes = fakes;
    }

    /**
     * Returns an extension whose fakes have all defaults.
     *
     * @param repositories gives the repository that the fake of a test serves; it stays open
     */
    public static FakePiecesOsExtension serving(Supplier<? extends AnchorRepository> repositories) {
        Objects.requireNonNull(repositories, "repositories");
        return new FakePiecesOsExtension(() -> FakePiecesOs.serving(repositories.get()));
    }

    /** Returns an extension whose fakes are configured: each builder that is given is started for one test. */
    public static FakePiecesOsExtension starting(Supplier<FakePiecesOs.Builder> builders) {
        Objects.requireNonNull(builders, "builders");
        return new FakePiecesOsExtension(() -> builders.get().start());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        store(context).put(FakePiecesOs.class, fakes.get());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try (FakePiecesOs fake = store(context).remove(FakePiecesOs.class, FakePiecesOs.class)) {
            if (fake != null && context.getExecutionException().isEmpty()) {
                fake.verifyNoRepliesLeft();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakePiecesOs.class;
    }

    @Override
    public FakePiecesOs resolveParameter(ParameterContext parameter, ExtensionContext context) {
        FakePiecesOs fake = store(context).get(FakePiecesOs.class, FakePiecesOs.class);
        if (fake == null) {
            throw new ParameterResolutionException(
                    "a FakePiecesOs is there for one test: take it in the test or in a method for each test");
        }
        return fake;
    }

    private ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(FakePiecesOsExtension.class, this));
    }
}
