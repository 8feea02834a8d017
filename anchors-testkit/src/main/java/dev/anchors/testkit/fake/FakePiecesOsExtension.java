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
 * A JUnit extension that starts a {@link FakePiecesOs} for each test and closes it afterwards. Tests and their
 * {@code @BeforeEach} and {@code @AfterEach} methods get the fake as a parameter.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(InMemoryAnchorRepository::create);
 *
 * @Test
 * void reports_that_the_service_is_busy(FakePiecesOs service) {
 *     service.on(Route.SNAPSHOT).reply(Reply.text(503, "busy"));
 *     // ...
 * }
 * }</pre>
 *
 * <p>{@link FakePiecesOs#repository()} returns the repository of the test. After a successful test, {@link FakePiecesOs#verifyNoRepliesLeft} fails the test if replies are left. The extension
 * is stateless: it may be static, and tests may run in parallel. Null arguments are rejected with
 * {@link NullPointerException}.
 */
public final class FakePiecesOsExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final Supplier<FakePiecesOs> fakes;

    private FakePiecesOsExtension(Supplier<FakePiecesOs> fakes) {
        this.fakes = fakes;
    }

    /**
     * Returns an extension that starts fakes with the defaults of {@link FakePiecesOs.Builder}.
     *
     * @param repositories supplies the repository for each test; the extension does not close it
     */
    public static FakePiecesOsExtension serving(Supplier<? extends AnchorRepository> repositories) {
        Objects.requireNonNull(repositories, "repositories");
        return new FakePiecesOsExtension(() -> FakePiecesOs.serving(repositories.get()));
    }

    /**
     * Returns an extension that starts configured fakes.
     *
     * @param builders supplies a builder for each test
     */
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
                    "a FakePiecesOs belongs to one test; declare the parameter in a test, @BeforeEach or @AfterEach method");
        }
        return fake;
    }

    private ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(FakePiecesOsExtension.class, this));
    }
}
