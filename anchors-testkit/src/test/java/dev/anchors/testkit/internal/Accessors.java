package dev.anchors.testkit.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The methods by which a value of the domain shows its fields. */
public final class Accessors {

    private static final Set<String> OF_NO_FIELD = Set.of("hashCode", "toString", "toBuilder");

    private Accessors() {}

    public static List<Method> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && !OF_NO_FIELD.contains(method.getName()))
                .toList();
    }

    /** Returns the names of the fields that hold something. */
    public static List<String> filled(Object value) {
        return of(value.getClass()).stream()
                .filter(accessor -> isFilled(read(accessor, value)))
                .map(Method::getName)
                .toList();
    }

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
