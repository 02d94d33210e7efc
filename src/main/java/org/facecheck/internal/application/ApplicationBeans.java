package org.facecheck.internal.application;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.security.enterprise.SecurityContext;
import java.io.Closeable;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import org.facecheck.FaceCheckEvent;
import org.jspecify.annotations.Nullable;

/**
 * The application's own CDI beans, as far as it has any; to be asked once the application has started, since a container makes
 * them available only then. Every question has an answer where the application has no CDI. A servlet container has not even its
 * classes; without them, no method may come to an expression of theirs, since the JVM links it before it is evaluated. Thread-safe.
 */
public final class ApplicationBeans {
    /** Under this name an application has the manager of its own beans (Jakarta EE Platform 10, §EE.5.20). */
    private static final String NAME = "java:comp/BeanManager";

    /** Learnt at the first question: see {@link #current}. */
    private volatile boolean withoutCdi;

    private final boolean withoutApi = isMissing("jakarta.enterprise.inject.spi.CDI");
    private final boolean withoutSecurity = isMissing("jakarta.security.enterprise.SecurityContext");

    private final ClassLoader application;
    private final Callable<?> lookup;
    private volatile @Nullable BeanManager own;

    /**
     * Asks for nothing yet.
     *
     * @param application its class loader
     */
    @SuppressWarnings("BanJNDI") // a name of the container's own, which nobody outside can choose
    public ApplicationBeans(ClassLoader application) {
        this(application, () -> InitialContext.<Object>doLookup(NAME));
    }

    ApplicationBeans(ClassLoader application, Callable<?> lookup) {
        this.application = application;
        this.lookup = lookup;
    }

    /**
     * The application's bean of this type, empty where it has none.
     *
     * @throws IllegalStateException where it has several: which of them decides on a face check must not be chance
     */
    public <T> Optional<T> find(Class<T> type) {
        return withoutApi ? Optional.empty() : resolve(type).map(Instance::get);
    }

    /** Whether {@link #find} will find one. Makes none, so that it may be asked while the application starts. */
    public boolean has(Class<?> type) {
        return !withoutApi && resolve(type).isPresent();
    }

    private static boolean isMissing(String api) {
        try {
            Class.forName(api, false, ApplicationBeans.class.getClassLoader());
            return false;
        } catch (ClassNotFoundException | LinkageError missing) {
            return true;
        }
    }

    private <T> Optional<Instance<T>> resolve(Class<T> type) {
        return container().map(cdi -> cdi.select(type)).filter(beans -> {
            if (beans.isAmbiguous()) {
                throw new IllegalStateException("the application has several beans of type " + type.getName()
                        + "; leave one, or make one an @Alternative with a @Priority");
            }
            return !beans.isUnsatisfied() && isOwn(type);
        });
    }

    /**
     * Whether the bean is not another application's: with a shared jar, Payara shows those of the other applications of the EAR to
     * one that has no beans itself.
     */
    private boolean isOwn(Class<?> type) {
        if (application == ApplicationBeans.class.getClassLoader()) {
            return true;
        }
        return manager()
                .map(manager -> manager.resolve(manager.getBeans(type)))
                .filter(bean -> isVisible(bean.getBeanClass()))
                .isPresent();
    }

    private boolean isVisible(Class<?> type) {
        try {
            return Class.forName(type.getName(), false, application) == type;
        } catch (ClassNotFoundException | LinkageError ofOthers) {
            return false;
        }
    }

    /** Tells the application's observers, and throws what they throw. */
    public void fire(FaceCheckEvent event) {
        if (withoutApi) {
            return;
        }
        manager().ifPresent(manager -> {
            if (application == ApplicationBeans.class.getClassLoader()
                    || observers(manager, event).allMatch(observer -> isVisible(observer.getBeanClass()))) {
                manager.getEvent().fire(event);
            } else { // what happened to a person here is no business of another application in the EAR
                observers(manager, event)
                        .filter(observer -> isVisible(observer.getBeanClass()) && !observer.isAsync())
                        .forEach(observer -> observer.notify(event));
            }
        });
    }

    /**
     * Activates CDI's request scope where it is not active, until what this returns is closed. It should be active in every
     * dispatch; Payara leaves it off in an asynchronous one, where Faces and beans of the
     * application's need it as everywhere else.
     */
    public Closeable requestScope() {
        return withoutApi
                ? () -> {}
                : container()
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
        if (withoutApi || withoutSecurity) {
            return Set.of();
        }
        return container()
                .map(cdi -> cdi.select(SecurityContext.class))
                .filter(Instance::isResolvable)
                .map(security -> security.get().getPrincipalsByType(Principal.class))
                .orElse(Set.of());
    }

    private Optional<? extends Instance<Object>> container() {
        BeanManager manager = own();
        return manager != null ? Optional.of(manager.createInstance()) : current();
    }

    private Optional<BeanManager> manager() {
        BeanManager manager = own();
        return manager != null ? Optional.of(manager) : current().map(CDI::getBeanManager);
    }

    private static Stream<ObserverMethod<? super FaceCheckEvent>> observers(BeanManager manager, FaceCheckEvent event) {
        return manager.resolveObserverMethods(event).stream();
    }

    /**
     * The application's own manager. {@link CDI#current} goes by the class that asks: where several applications of an EAR share
     * the jar, WildFly answers for the EAR's library, which knows none of their beans, so that a binding of the application's would
     * not be asked. Kept, since threads without the application's names come later.
     */
    private @Nullable BeanManager own() {
        BeanManager known = own;
        if (known == null && !withoutCdi) {
            try {
                known = (BeanManager) lookup.call();
                own = known;
            } catch (Exception | LinkageError noSuchName) { // NamingException, and what providers throw besides
                return null;
            }
        }
        return known;
    }

    /**
     * Neither server gives an application CDI that has no use for it. It gets none later, either; and where there is none, each
     * further search could look through all its jars for a provider, so that there is only one.
     */
    private Optional<CDI<Object>> current() {
        if (withoutCdi) {
            return Optional.empty();
        }
        try {
            return Optional.of(CDI.current());
        } catch (IllegalStateException | LinkageError noContainer) {
            withoutCdi = true;
            return Optional.empty();
        }
    }
}
