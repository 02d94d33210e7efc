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
import org.facecheck.internal.config.RuleName;
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
    private final Map<RuleName, RuleGuard> doors;
    private final ViewRules rules = new ViewRules();

    private final AtomicBoolean started = new AtomicBoolean();

    /**
     * Guards nothing yet.
     *
     * @param doors by their rules' names
     */
    public ViewGuard(Map<RuleName, RuleGuard> doors) {
        this.doors = Map.copyOf(doors);
    }

    /** Puts the guard where it is found when the application's own start-up is over. */
    public void waitIn(ServletContext context) {
        context.setAttribute(ViewGuard.class.getName(), this);
    }

    /** Begins to guard, where the application has Faces. */
    public static void startIn(ServletContext context) {
        if (context.getAttribute(ViewGuard.class.getName()) instanceof ViewGuard guard
                && ViewRules.hasFaces(context)
                && guard.started.compareAndSet(false, true)) {
            guard.listen();
        }
    }

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

    /** Ends the request where a rule asks for a check, and where nobody can tell whether one does. */
    private @Nullable Object guardIf(boolean now) {
        if (now) {
            FacesView view = FacesView.current();
            view.id().ifPresent(id -> guard(id, view));
        }
        return null;
    }

    private void guard(String viewId, FacesView view) {
        boolean open = false;
        try {
            open = isOpen(viewId, view);
        } catch (ServletException | IOException failed) {
            view.response().setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            System.getLogger("org.facecheck").log(System.Logger.Level.ERROR, failed.getMessage());
        } finally {
            if (!open) {
                view.end();
            }
        }
    }

    private boolean isOpen(String viewId, FacesView view) throws ServletException, IOException {
        HttpServletRequest request = view.request();
        HttpServletResponse response = view.response();
        for (RuleName rule : rules.of(viewId, request, response)) {
            RuleGuard door = doors.get(rule);
            if (door == null || !door.opens(request)) {
                if (door != null && !response.isCommitted()) {
                    door.challengeAt(view.address(viewId), request, response);
                }
                return false;
            }
        }
        return true;
    }
}
