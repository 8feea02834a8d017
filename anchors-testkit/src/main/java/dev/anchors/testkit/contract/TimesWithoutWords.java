package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorIndex;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes the readable words from times, such as "2 days ago", since a service may compute them at each call. The
 * contract compares instants.
 */
final class TimesWithoutWords {

    private TimesWithoutWords() {}

    /** Returns a repository that passes each call to {@code repository} and removes the words from the result. */
    static AnchorRepository of(AnchorRepository repository) {
        return (AnchorRepository) Proxy.newProxyInstance(
                AnchorRepository.class.getClassLoader(),
                new Class<?>[] {AnchorRepository.class},
                (proxy, method, arguments) -> {
                    try {
                        return inResult(method.invoke(repository, arguments));
                    } catch (InvocationTargetException thrown) {
                        throw Objects.requireNonNull(thrown.getCause());
                    }
                });
    }

    private static @Nullable Object inResult(@Nullable Object result) {
        if (result instanceof Anchor anchor) {
            return in(anchor);
        } else if (result instanceof Anchors anchors) {
            return in(anchors);
        } else if (result instanceof Optional<?> found) {
            return found.map(TimesWithoutWords::inResult);
        } else if (result instanceof Stream<?> stream) {
            return stream.map(TimesWithoutWords::inResult);
        }
        return result;
    }

    static Anchor in(Anchor anchor) {
        return hasWords(anchor)
                ? anchor.toBuilder()
                        .created(in(anchor.created()))
                        .updated(in(anchor.updated()))
                        .deleted(anchor.deleted().map(TimesWithoutWords::in).orElse(null))
                        .points(anchor.points().stream()
                                .map(TimesWithoutWords::in)
                                .toList())
                        .build()
                : anchor;
    }

    /** Returns a view of the snapshot: if the snapshot changes, which SNA-2 forbids, the view changes too. */
    static Anchors in(Anchors anchors) {
        return Anchors.over(new Index(anchors))
                .withScore(anchors.score().orElse(null))
                .withSchema(anchors.schema().orElse(null));
    }

    private static AnchorPoint in(AnchorPoint point) {
        return point.toBuilder()
                .created(point.created().map(TimesWithoutWords::in).orElse(null))
                .updated(point.updated().map(TimesWithoutWords::in).orElse(null))
                .deleted(point.deleted().map(TimesWithoutWords::in).orElse(null))
                .build();
    }

    private static GroupedTimestamp in(GroupedTimestamp time) {
        return GroupedTimestamp.of(time.value());
    }

    private static boolean hasWords(Anchor anchor) {
        return hasWords(anchor.created())
                || hasWords(anchor.updated())
                || hasWords(anchor.deleted())
                || anchor.points().stream().anyMatch(TimesWithoutWords::hasWords);
    }

    private static boolean hasWords(AnchorPoint point) {
        return hasWords(point.created()) || hasWords(point.updated()) || hasWords(point.deleted());
    }

    private static boolean hasWords(GroupedTimestamp time) {
        return time.readable().isPresent();
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // the domain returns an Optional
    private static boolean hasWords(Optional<GroupedTimestamp> time) {
        return time.isPresent() && hasWords(time.get());
    }

    private static List<Anchor> in(List<Anchor> anchors) {
        return anchors.stream().map(TimesWithoutWords::in).toList();
    }

    private record Index(Anchors anchors) implements AnchorIndex {
        @Override
        public int size() {
            return anchors.size();
        }

        @Override
        public Iterator<Anchor> iterator() {
            Iterator<Anchor> original = anchors.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return original.hasNext();
                }

                @Override
                public Anchor next() {
                    return in(original.next());
                }
            };
        }

        @Override
        public Spliterator<Anchor> spliterator() {
            return anchors.stream().map(TimesWithoutWords::in).spliterator();
        }

        @Override
        public List<Anchor> asList() {
            return in(anchors.asList());
        }

        @Override
        public Optional<Anchor> find(AnchorId id) {
            return anchors.find(id).map(TimesWithoutWords::in);
        }

        @Override
        public List<Anchor> atPath(FullPath path) {
            return in(anchors.atPath(path));
        }

        @Override
        public List<Anchor> linkedTo(MaterialId material) {
            return in(anchors.linkedTo(material));
        }
    }
}
