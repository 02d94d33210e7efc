package org.facecheck.gate;

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
    private static final FacesCall CURRENT = FacesCall.to(CONTEXT, "getCurrentInstance", 0);
    private static final FacesCall ROOT = FacesCall.to(CONTEXT, "getViewRoot", 0);
    private static final FacesCall IS_COMPLETE = FacesCall.to(CONTEXT, "getResponseComplete", 0);
    private static final FacesCall COMPLETE = FacesCall.to(CONTEXT, "responseComplete", 0);
    private static final FacesCall EXTERNAL = FacesCall.to(CONTEXT, "getExternalContext", 0);
    private static final FacesCall APPLICATION = FacesCall.to(CONTEXT, "getApplication", 0);
    private static final FacesCall REQUEST = FacesCall.to("context.ExternalContext", "getRequest", 0);
    private static final FacesCall RESPONSE = FacesCall.to("context.ExternalContext", "getResponse", 0);
    private static final FacesCall HANDLER = FacesCall.to("application.Application", "getViewHandler", 0);
    private static final FacesCall ACTION_URL = FacesCall.to("application.ViewHandler", "getActionURL", 2);
    private static final FacesCall ID = FacesCall.to("component.UIViewRoot", "getViewId", 0);

    /** The {@code PhaseId} of all phases. */
    static final Object ANY_PHASE = phaseId("ANY_PHASE");

    static final Object RESTORE = phaseId("RESTORE_VIEW");
    static final Object RENDER = phaseId("RENDER_RESPONSE");
    private static final FacesCall PHASE = FacesCall.to("event.PhaseEvent", "getPhaseId", 0);

    private static Object phaseId(String name) {
        try {
            return Objects.requireNonNull(
                    FacesCall.type("event.PhaseId").getField(name).get(null));
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

    private Object external(FacesCall call) {
        @Nullable Object found = call.on(EXTERNAL.on(faces));
        return Objects.requireNonNull(found);
    }
}
