package dev.anchors.testkit.fake;

import dev.anchors.ports.AnchorRepository;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit extension that starts a {@link FakePiecesOs} for each test and closes it afterwards, or {@linkplain #sharing shares}
 * one between tests. Tests and their {@code @BeforeEach} and {@code @AfterEach} methods get the fake as a parameter.
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
 * <p>{@link FakePiecesOs#repository()} returns the repository of the test. After a successful test,
 * {@link FakePiecesOs#verifyNoRepliesLeft} fails the test if replies are left. The extension is stateless: it may be static,
 * and tests may run in parallel unless they share a fake. Null arguments are rejected with {@link NullPointerException}.
 */
public final class FakePiecesOsExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final Supplier<FakePiecesOs> begin;
    private final Consumer<FakePiecesOs> end;

    private FakePiecesOsExtension(Supplier<FakePiecesOs> begin, Consumer<FakePiecesOs> end) {
        this.begin = begin;
        this.end = end;
    }

    /**
     * Returns an extension that starts fakes with the defaults of {@link FakePiecesOs.Builder}.
     *
     * @param repositories supplies the repository for each test; the extension does not close it
     */
    public static FakePiecesOsExtension serving(Supplier<? extends AnchorRepository> repositories) {
        Objects.requireNonNull(repositories, "repositories");
        return starting(() -> FakePiecesOs.builder(repositories.get()));
    }

    /**
     * Returns an extension that starts configured fakes.
     *
     * @param builders supplies a builder for each test
     */
    public static FakePiecesOsExtension starting(Supplier<FakePiecesOs.Builder> builders) {
        Objects.requireNonNull(builders, "builders");
        return new FakePiecesOsExtension(() -> builders.get().start(), FakePiecesOs::close);
    }

    /**
     * Returns an extension that {@linkplain FakePiecesOs#clear clears} a running fake before each test and leaves it running, so
     * that what is connected to it can be shared, too, such as the context of an application. Tests that share a fake must not
     * run in parallel.
     *
     * <pre>{@code
     * static final FakePiecesOs SERVICE = FakePiecesOs.serving(InMemoryAnchorRepository.create());
     *
     * @RegisterExtension
     * static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.sharing(SERVICE);
     * }</pre>
     *
     * @param fake ends with the JVM, unless the caller closes it
     */
    public static FakePiecesOsExtension sharing(FakePiecesOs fake) {
        Objects.requireNonNull(fake, "fake");
        return new FakePiecesOsExtension(
                () -> {
                    fake.clear();
                    return fake;
                },
                shared -> {});
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        store(context).put(FakePiecesOs.class, begin.get());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FakePiecesOs fake = store(context).remove(FakePiecesOs.class, FakePiecesOs.class);
        if (fake == null) {
            return; // it could not be started
        }
        try {
            if (context.getExecutionException().isEmpty()) {
                fake.verifyNoRepliesLeft();
            }
        } finally {
            end.accept(fake);
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
