package org.facecheck.internal.application;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.SecurityContext;
import java.io.Closeable;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.facecheck.FaceCheckEvent;

/**
 * The application's own CDI beans, as far as it has any; to be asked once the application has started, since a container makes
 * them available only then. Every question has an answer where the application has no CDI. Thread-safe.
 */
public final class ApplicationBeans {
    /** Learnt at the first question: see {@link #container}. */
    private volatile boolean withoutCdi;

    /**
     * The application's bean of this type, empty where it has none.
     *
     * @throws IllegalStateException where it has several: which of them decides on a face check must not be chance
     */
    public <T> Optional<T> find(Class<T> type) {
        return resolve(type).map(Instance::get);
    }

    /** Whether {@link #find} will find one. Makes none, so that it may be asked while the application starts. */
    public boolean has(Class<?> type) {
        return resolve(type).isPresent();
    }

    private <T> Optional<Instance<T>> resolve(Class<T> type) {
        return container().map(cdi -> cdi.select(type)).filter(beans -> {
            if (beans.isAmbiguous()) {
                throw new IllegalStateException("the application has several beans of type " + type.getName()
                        + "; leave one, or make one an @Alternative with a @Priority");
            }
            return !beans.isUnsatisfied();
        });
    }

    /** Tells the application's observers, and throws what they throw. */
    public void fire(FaceCheckEvent event) {
        container().ifPresent(cdi -> cdi.getBeanManager().getEvent().fire(event));
    }

    /**
     * Activates CDI's request scope where it is not active, until what this returns is closed. It should be active in every
     * dispatch; Payara leaves it off in an asynchronous one, where Faces and beans of the
     * application's need it as everywhere else.
     */
    public Closeable requestScope() {
        return container()
                .map(cdi -> cdi.select(RequestContextController.class).get())
                .filter(RequestContextController::activate)
                .<Closeable>map(begun -> begun::deactivate)
                .orElse(() -> {});
    }

    /**
     * The principals of the caller, as Jakarta Security knows them ({@link SecurityContext#getPrincipalsByType}): the application's own one is among
     * them where a container shows another to servlets. Empty where no user is logged in, or the application has none of it.
     */
    public Set<Principal> callerPrincipals() {
        return container()
                .map(cdi -> cdi.select(SecurityContext.class))
                .filter(Instance::isResolvable)
                .map(security -> security.get().getPrincipalsByType(Principal.class))
                .orElse(Set.of());
    }

    /**
     * Neither server gives an application CDI that has no use for it. It gets none later, either; and where there is none, each
     * further search could look through all its jars for a provider, so that there is only one.
     */
    private Optional<CDI<Object>> container() {
        if (withoutCdi) {
            return Optional.empty();
        }
        try {
            return Optional.of(CDI.current());
        } catch (IllegalStateException noContainer) {
            withoutCdi = true;
            return Optional.empty();
        }
    }
}
