package org.facecheck.internal.caller;

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
 * An attribute of a principal of any class. No API covers attributes ({@code java.security.Principal} knows a name only), so
 * the usual ways are tried by reflection, and the first that gives something counts:
 *
 * <ol>
 *   <li>{@code getAttribute(String)}
 *   <li>{@code getAttributes()}, a map
 *   <li>{@code getClaim(String)}, as MicroProfile JWT's {@code JsonWebToken} has it
 *   <li>a getter of this name, {@code getEmployeeNumber()}
 *   <li>a component of this name, where the principal is a record
 * </ol>
 *
 * A collection or an array is as many values. A method that throws, or can't be called, gives nothing.
 *
 * @param name as the principal knows it; not empty
 */
record PrincipalAttribute(String name) {
    private static final System.Logger LOG = System.getLogger("org.facecheck");

    private static final Class<?>[] NO_PARAMETERS = {};
    private static final Class<?>[] ONE_NAME = {String.class};

    /** The values that the principal has, none where it lacks the attribute. */
    Stream<String> valuesOf(Principal principal) {
        return Stream.<Function<Principal, Optional<Object>>>of(
                        one -> call(one, "getAttribute", ONE_NAME, name),
                        one -> call(one, "getAttributes", NO_PARAMETERS)
                                .filter(Map.class::isInstance)
                                .map(all -> ((Map<?, ?>) all).get(name)),
                        one -> call(one, "getClaim", ONE_NAME, name),
                        one -> call(one, getter(), NO_PARAMETERS),
                        one -> isComponent(one.getClass()) ? call(one, name, NO_PARAMETERS) : Optional.empty())
                .flatMap(way -> way.apply(principal).stream())
                .findFirst()
                .map(PrincipalAttribute::flattened)
                .orElse(Stream.empty());
    }

    private String getter() {
        return "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Otherwise any method of this name would do, {@code toString} and {@code destroy} included. */
    private boolean isComponent(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(name));
    }

    /**
     * Empty where there is no such public method, it can't be called, it throws, or it returns {@code null}. Accessibility is
     * set since the class may be private while its methods are public, and tried since a module may not open itself.
     */
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
            // Without the exception: its message is the application's, and may name the person.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} of the principal''s class {1} failed",
                    method,
                    principal.getClass().getName());
            return Optional.empty();
        }
    }

    /** A JSON string's own text form has quotation marks; other JSON values are as they are written. */
    private static Stream<String> flattened(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().flatMap(PrincipalAttribute::flattened);
        } else if (value instanceof Object[] several) {
            return Arrays.stream(several).flatMap(PrincipalAttribute::flattened);
        } else if (value instanceof JsonString text) {
            return Stream.of(text.getString());
        }
        return Stream.ofNullable(value).map(Object::toString);
    }
}
