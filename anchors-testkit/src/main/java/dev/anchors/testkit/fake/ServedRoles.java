package dev.anchors.testkit.fake;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.testkit.internal.Roles;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The repository that a fake serves, and its roles. Immutable. */
final class ServedRoles {

    /** How a full repository returns each of its roles. */
    static final Map<Class<?>, Function<FullAnchorRepository, ?>> OF_FULL_REPOSITORY =
            Map.of(AnchorLinks.class, FullAnchorRepository::links);

    private final Map<Class<?>, Object> ports;

    private ServedRoles(Map<Class<?>, Object> ports) {
        this.ports = ports;
    }

    /** Returns a repository with each role that it has. */
    static ServedRoles of(AnchorRepository repository) {
        Map<Class<?>, Object> ports = new HashMap<>();
        ports.put(AnchorRepository.class, repository);
        OF_FULL_REPOSITORY.forEach(
                (port, role) -> Roles.find(repository, role).ifPresent(found -> ports.put(port, found)));
        return new ServedRoles(ports);
    }

    /** Returns the same with {@code role} for {@code port}. */
    <P> ServedRoles with(Class<P> port, P role) {
        Map<Class<?>, Object> changed = new HashMap<>(ports);
        changed.put(port, role);
        return new ServedRoles(changed);
    }

    boolean has(Class<?> port) {
        return ports.containsKey(port);
    }

    /** Returns a role that is not missing, or the repository. */
    <P> P get(Class<P> port) {
        return port.cast(Objects.requireNonNull(ports.get(port), port.getSimpleName()));
    }
}
