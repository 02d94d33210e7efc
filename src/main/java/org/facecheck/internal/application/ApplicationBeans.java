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

/** The application's own beans, as far as it has any; to be asked once the application has started. Thread-safe. */
public final class ApplicationBeans {
    private volatile boolean none;

    /** The application's bean of this type; two of them are an error, since none may be picked in silence. */
    public <T> Optional<T> find(Class<T> type) {
        return container().flatMap(cdi -> {
            Instance<T> beans = cdi.select(type);
            if (beans.isAmbiguous()) {
                throw new IllegalStateException("the application has several beans of type " + type.getName()
                        + "; leave one, or make one an @Alternative with a @Priority");
            }
            return beans.isUnsatisfied() ? Optional.empty() : Optional.of(beans.get());
        });
    }

    /** Tells the application's observers. */
    public void fire(FaceCheckEvent event) {
        container().ifPresent(cdi -> cdi.getBeanManager().getEvent().fire(event));
    }

    /**
     * Sees that CDI's request scope is active, until the answer is closed. Payara leaves it off in an asynchronous dispatch,
     * where Faces and beans of the application's need it as everywhere else.
     */
    public Closeable requestScope() {
        return container()
                .map(cdi -> cdi.select(RequestContextController.class).get())
                .filter(RequestContextController::activate)
                .<Closeable>map(begun -> begun::deactivate)
                .orElse(() -> {});
    }

    /**
     * The principals of whoever is logged in, as Jakarta Security knows them: the application's own one is among them where a
     * container shows another to servlets.
     */
    public Set<Principal> callerPrincipals() {
        return container()
                .map(cdi -> cdi.select(SecurityContext.class))
                .filter(Instance::isResolvable)
                .map(security -> security.get().getPrincipalsByType(Principal.class))
                .orElse(Set.of());
    }

    /**
     * Neither server gives an application CDI that has no use for it. It gets none later, either, and to look for some where
     * there is none can mean to look through all its jars.
     */
    private Optional<CDI<Object>> container() {
        if (none) {
            return Optional.empty();
        }
        try {
            return Optional.of(CDI.current());
        } catch (IllegalStateException noContainer) {
            none = true;
            return Optional.empty();
        }
    }
}
