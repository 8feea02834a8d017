package dev.anchors.testkit.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the fields of a domain object by its accessor methods. */
public final class Accessors {

    private static final Set<String> OTHER_METHODS = Set.of("hashCode", "toString", "toDetailedString", "toBuilder");

    private Accessors() {}

    /** Returns the accessor methods of a type. */
    public static List<Method> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && !OTHER_METHODS.contains(method.getName()))
                .toList();
    }

    /** Returns the names of the fields that are present and not empty. */
    public static List<String> filled(Object value) {
        return of(value.getClass()).stream()
                .filter(accessor -> isFilled(read(accessor, value)))
                .map(Method::getName)
                .toList();
    }

    /** Returns what an accessor method returns for {@code value}. */
    public static Object read(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot read " + accessor, e);
        }
    }

    private static boolean isFilled(Object field) {
        if (field instanceof Optional<?> optional) {
            return optional.isPresent();
        } else if (field instanceof OptionalLong optional) {
            return optional.isPresent();
        }
        return !(field instanceof Collection<?> collection && collection.isEmpty());
    }
}
