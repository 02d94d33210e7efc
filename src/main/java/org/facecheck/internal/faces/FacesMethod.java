package org.facecheck.internal.faces;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A method of Faces, called by its name. Payara looks through the classes of a jar for what they refer to, switches Faces on
 * where one of them calls a method of Faces, and then refuses to deploy an application that has no CDI for it.
 *
 * @param method of the API's type, not of whatever implements it
 */
record FacesMethod(Method method) {
    private static final String API = "jakarta.faces.";

    /** The method with this name and as many parameters, of the type with this name below {@code jakarta.faces}. */
    static FacesMethod to(String type, String name, int parameters) {
        return Arrays.stream(type(type).getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .map(FacesMethod::new)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Faces lacks " + type + "." + name));
    }

    static Class<?> type(String name) {
        try {
            return Class.forName(API + name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("Faces lacks " + name, missing);
        }
    }

    /** What it returns; {@code on} is {@code null} for a static method. */
    @Nullable
    Object on(@Nullable Object target, @Nullable Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException | IllegalAccessException failed) {
            throw new IllegalStateException(method.getName() + " of Faces failed", failed);
        }
    }
}
