package org.facecheck.internal.faces;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The view that Faces works on now.
 *
 * @param faces the {@code FacesContext}
 */
record FacesView(Object faces) {
    private static final String CONTEXT = "context.FacesContext";
    private static final FacesMethod CURRENT = FacesMethod.to(CONTEXT, "getCurrentInstance", 0);
    private static final FacesMethod ROOT = FacesMethod.to(CONTEXT, "getViewRoot", 0);
    private static final FacesMethod IS_COMPLETE = FacesMethod.to(CONTEXT, "getResponseComplete", 0);
    private static final FacesMethod COMPLETE = FacesMethod.to(CONTEXT, "responseComplete", 0);
    private static final FacesMethod EXTERNAL = FacesMethod.to(CONTEXT, "getExternalContext", 0);
    private static final FacesMethod APPLICATION = FacesMethod.to(CONTEXT, "getApplication", 0);
    private static final FacesMethod REQUEST = FacesMethod.to("context.ExternalContext", "getRequest", 0);
    private static final FacesMethod RESPONSE = FacesMethod.to("context.ExternalContext", "getResponse", 0);
    private static final FacesMethod HANDLER = FacesMethod.to("application.Application", "getViewHandler", 0);
    private static final FacesMethod ACTION_URL = FacesMethod.to("application.ViewHandler", "getActionURL", 2);
    private static final FacesMethod ID = FacesMethod.to("component.UIViewRoot", "getViewId", 0);

    /** The {@code PhaseId} of all phases. */
    static final Object ANY_PHASE = phaseId("ANY_PHASE");

    static final Object RESTORE = phaseId("RESTORE_VIEW");
    static final Object RENDER = phaseId("RENDER_RESPONSE");
    private static final FacesMethod PHASE = FacesMethod.to("event.PhaseEvent", "getPhaseId", 0);

    private static Object phaseId(String name) {
        try {
            return Objects.requireNonNull(
                    FacesMethod.type("event.PhaseId").getField(name).get(null));
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("Faces lacks the phase " + name, missing);
        }
    }

    /** The {@code PhaseId} of a {@code PhaseEvent}. */
    static @Nullable Object phase(@Nullable Object event) {
        return PHASE.on(event);
    }

    static FacesView current() {
        return new FacesView(Objects.requireNonNull(CURRENT.on(null), "no Faces request"));
    }

    /** Empty where there is no view yet, or where the answer is given already. */
    Optional<String> id() {
        Object root = ROOT.on(faces);
        return root == null || Boolean.TRUE.equals(IS_COMPLETE.on(faces))
                ? Optional.empty()
                : Optional.ofNullable((String) ID.on(root));
    }

    HttpServletRequest request() {
        return (HttpServletRequest) external(REQUEST);
    }

    HttpServletResponse response() {
        return (HttpServletResponse) external(RESPONSE);
    }

    /** The path by which a client goes to the view. */
    String address(String viewId) {
        Object handler = HANDLER.on(APPLICATION.on(faces));
        return String.valueOf(ACTION_URL.on(handler, faces, viewId));
    }

    /** Keeps Faces from doing any more. */
    void end() {
        COMPLETE.on(faces);
    }

    private Object external(FacesMethod call) {
        @Nullable Object found = call.on(EXTERNAL.on(faces));
        return Objects.requireNonNull(found);
    }
}
