package org.facecheck.internal.verdict;

import jakarta.json.JsonString;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a principal, of whatever class that is. The first of these that it has and that gives something is asked:
 *
 * <ol>
 *   <li>{@code getAttribute(String)}
 *   <li>{@code getAttributes()}, a map
 *   <li>{@code getClaim(String)}, as a token of MicroProfile JWT has it
 *   <li>a getter of this name, {@code getEmployeeNumber()}
 *   <li>a component of this name, where the principal is a record
 * </ol>
 *
 * A collection or an array is as many values. What throws, or can't be called, gives nothing.
 *
 * @param name as the principal knows it
 */
record PrincipalAttribute(String name) {
    private static final System.Logger LOG = System.getLogger("org.facecheck");

    private static final Class<?>[] BY_NAME = {String.class};

    /** The values that it has, none where it lacks the attribute. */
    Stream<String> of(Principal principal) {
        return Stream.<Function<Principal, Optional<Object>>>of(
                        one -> call(one, "getAttribute", BY_NAME, name),
                        one -> call(one, "getAttributes", new Class<?>[0])
                                .filter(Map.class::isInstance)
                                .map(all -> ((Map<?, ?>) all).get(name)),
                        one -> call(one, "getClaim", BY_NAME, name),
                        one -> call(one, "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1)),
                        one -> isComponent(one.getClass()) ? call(one, name) : Optional.empty())
                .flatMap(way -> way.apply(principal).stream())
                .findFirst()
                .map(PrincipalAttribute::values)
                .orElse(Stream.empty());
    }

    private boolean isComponent(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(name));
    }

    private static Optional<Object> call(Principal principal, String method) {
        return call(principal, method, new Class<?>[0]);
    }

    private static Optional<Object> call(
            Principal principal, String method, Class<?>[] parameters, @Nullable Object... arguments) {
        try {
            Method found = principal.getClass().getMethod(method, parameters);
            return found.trySetAccessible()
                    ? Optional.ofNullable(found.invoke(principal, arguments))
                    : Optional.empty();
        } catch (NoSuchMethodException missing) {
            return Optional.empty();
        } catch (IllegalAccessException | InvocationTargetException broken) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} of the principal''s class {1} failed",
                    method,
                    principal.getClass().getName());
            return Optional.empty();
        }
    }

    private static Stream<String> values(@Nullable Object found) {
        if (found instanceof Collection<?> several) {
            return several.stream().flatMap(PrincipalAttribute::values);
        } else if (found instanceof Object[] several) {
            return Arrays.stream(several).flatMap(PrincipalAttribute::values);
        } else if (found instanceof JsonString text) {
            return Stream.of(text.getString());
        }
        return Stream.ofNullable(found).map(Object::toString);
    }
}
