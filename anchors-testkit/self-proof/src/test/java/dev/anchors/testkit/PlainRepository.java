package dev.anchors.testkit;

import dev.anchors.ports.AnchorRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Takes the roles of a repository away. */
public final class PlainRepository {

    private PlainRepository() {}

    /** Returns a repository that delegates to {@code repository} and has no roles. */
    public static AnchorRepository over(AnchorRepository repository) {
        return (AnchorRepository) Proxy.newProxyInstance(
                PlainRepository.class.getClassLoader(),
                new Class<?>[] {AnchorRepository.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(repository, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
