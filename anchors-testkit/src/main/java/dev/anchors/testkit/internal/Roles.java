package dev.anchors.testkit.internal;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import java.util.Optional;
import java.util.function.Function;

/** The roles of repositories that may have none. */
public final class Roles {

    private Roles() {}

    /**
     * Returns a role of a repository; empty if the repository is no {@link FullAnchorRepository}, or one that cannot return
     * the role because it decorates a repository without roles.
     *
     * @param role returns the role of a full repository, or throws {@link UnsupportedOperationException}
     */
    public static <P> Optional<P> find(AnchorRepository repository, Function<FullAnchorRepository, P> role) {
        if (!(repository instanceof FullAnchorRepository full)) {
            return Optional.empty();
        }
        try {
            return Optional.of(role.apply(full));
        } catch (UnsupportedOperationException missing) {
            return Optional.empty();
        }
    }
}
