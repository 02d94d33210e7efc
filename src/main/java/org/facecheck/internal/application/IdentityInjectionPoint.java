package org.facecheck.internal.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place where an application wants a {@code KycIdentity} injected itself, not an {@code Instance} of it. The identity is a
 * final class, so that no proxy can stand for it: what is injected once stays the same for as long as its owner lives.
 *
 * @param point as the container found it at deployment
 */
record IdentityInjectionPoint(InjectionPoint point) {

    /**
     * Whether each request gets the identity of its own person: in a bean of the request's, and as a parameter of an observer,
     * which is resolved for each call. Of a dependent object, such as a servlet or a stateless session bean, it can't be known
     * how long its owner lives, and of scopes that are not CDI's own, neither.
     */
    boolean isRight() {
        return isOfAnotherBean() || isObserversParameter() || isOfRequest(point.getBean());
    }

    /** With a qualifier of the application's, it is not ours. */
    private boolean isOfAnotherBean() {
        return !Set.of(Default.Literal.INSTANCE, Any.Literal.INSTANCE).containsAll(point.getQualifiers());
    }

    private boolean isObserversParameter() {
        return point.getAnnotated() instanceof AnnotatedParameter<?> parameter
                && parameter.getDeclaringCallable().getParameters().stream()
                        .anyMatch(one -> one.isAnnotationPresent(Observes.class));
    }

    /** A servlet or a filter is no bean ({@code null}) where only annotated classes are. */
    private static boolean isOfRequest(@Nullable Bean<?> owner) {
        return owner != null && owner.getScope().equals(RequestScoped.class);
    }

    /** What is wrong, and what to write instead. */
    String problem() {
        return ("%s.%s has a KycIdentity injected, and may live longer than a request: everybody would see the identity of the"
                        + " first person. Inject jakarta.enterprise.inject.Instance<KycIdentity>, and call get() in each request;"
                        + " or make the bean @RequestScoped.")
                .formatted(
                        point.getMember().getDeclaringClass().getName(),
                        point.getMember().getName());
    }
}
