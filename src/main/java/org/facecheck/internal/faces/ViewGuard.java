package org.facecheck.internal.faces;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.rule.RuleGuard;
import org.jspecify.annotations.Nullable;

/**
 * Asks once more about the Faces view that is worked on and rendered: by implicit navigation, or by another of its
 * addresses, a protected view appears where no mapping of a rule was matched. Which rules protect it, the container says
 * ({@link ViewRules}).
 *
 * <p>A {@code PhaseListener}, and a listener to views about to be rendered, but as a proxy that is put in place in code: a
 * class of the jar's that implements one, or a {@code faces-config.xml}, would switch Faces on in applications without.
 */
public final class ViewGuard implements InvocationHandler {
    private final Map<Rule, RuleGuard> guards;
    private final ViewRules rules = new ViewRules();

    private final AtomicBoolean started = new AtomicBoolean();

    /**
     * Guards nothing yet.
     *
     * @param guards of all rules
     */
    public ViewGuard(Map<Rule, RuleGuard> guards) {
        this.guards = Map.copyOf(guards);
    }

    /**
     * Begins to guard, if the application has Faces. To be called when the application has started and before the first
     * request: Faces itself starts by an initializer or a listener, in no known order with ours. A second call does nothing.
     */
    public void start(ServletContext context) {
        if (FacesServlets.isThere(context) && started.compareAndSet(false, true)) {
            listen();
        }
    }

    /** On every lifecycle: an application may have several, and each Faces servlet may name another one. */
    private void listen() {
        Object listener = Proxy.newProxyInstance(
                ViewGuard.class.getClassLoader(),
                new Class<?>[] {FacesMethod.type("event.PhaseListener"), FacesMethod.type("event.SystemEventListener")},
                this);
        FacesMethod factory = FacesMethod.to("FactoryFinder", "getFactory", 1);
        Object lifecycles = factory.on(null, "jakarta.faces.lifecycle.LifecycleFactory");
        Object ids = FacesMethod.to("lifecycle.LifecycleFactory", "getLifecycleIds", 0)
                .on(lifecycles);
        FacesMethod lifecycle = FacesMethod.to("lifecycle.LifecycleFactory", "getLifecycle", 1);
        FacesMethod add = FacesMethod.to("lifecycle.Lifecycle", "addPhaseListener", 1);
        ((Iterator<?>) Objects.requireNonNull(ids))
                .forEachRemaining(id -> add.on(lifecycle.on(lifecycles, id), listener));
        Object applications = factory.on(null, "jakarta.faces.application.ApplicationFactory");
        FacesMethod.to("application.Application", "subscribeToEvent", 2)
                .on(
                        FacesMethod.to("application.ApplicationFactory", "getApplication", 0)
                                .on(applications),
                        FacesMethod.type("event.PreRenderViewEvent"),
                        listener);
    }

    /**
     * The two interfaces' methods and {@code Object}'s (which a proxy has to answer itself). After RESTORE_VIEW the view is
     * known that a form belongs to; before RENDER_RESPONSE the one that navigation chose; and an action of the view's own
     * metadata may choose once more, which only the event just before rendering shows (Jakarta Faces
     * 4.0, §2.2.1, §2.2.6).
     */
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        Object first = arguments == null ? null : arguments[0];
        return switch (method.getName()) {
            case "getPhaseId" -> FacesView.ANY_PHASE;
            case "afterPhase" -> guardIf(FacesView.RESTORE.equals(FacesView.phase(first)));
            case "beforePhase" -> guardIf(FacesView.RENDER.equals(FacesView.phase(first)));
            case "processEvent" -> guardIf(true);
            case "isListenerForSource" ->
                FacesMethod.type("component.UIViewRoot").isInstance(first);
            case "equals" -> proxy == first;
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "Facecheck's view guard";
        };
    }

    /** Ends the request where a rule asks for a check, and where it can't be told whether one does. */
    private @Nullable Object guardIf(boolean now) {
        if (now) {
            FacesView view = FacesView.current();
            view.id().ifPresent(id -> guard(id, view));
        }
        return null;
    }

    private void guard(String viewId, FacesView view) {
        boolean admitted = false;
        try {
            admitted = admit(viewId, view);
        } catch (ServletException | IOException failed) {
            view.response().setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            System.getLogger("org.facecheck").log(System.Logger.Level.ERROR, failed.getMessage());
        } finally {
            if (!admitted) {
                view.end();
            }
        }
    }

    /** Asks all rules of the view, and challenges the client for the first that does not admit it. */
    private boolean admit(String viewId, FacesView view) throws ServletException, IOException {
        HttpServletRequest request = view.request();
        HttpServletResponse response = view.response();
        for (Rule rule : rules.of(viewId, request, response)) {
            RuleGuard guard = guards.get(rule);
            if (guard == null || !guard.admit(request)) {
                if (guard != null && !response.isCommitted()) {
                    guard.challengeAt(view.address(viewId), request, response);
                }
                return false;
            }
        }
        return true;
    }
}
