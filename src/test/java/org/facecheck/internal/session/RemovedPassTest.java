package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facecheck.FaceCaller;
import org.facecheck.KycIdentity;
import org.facecheck.internal.figures.SessionsWithPass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that keeps the session, and takes the pass out of it. */
class RemovedPassTest {
    private static final FaceCaller ANNA = new FaceCaller("anna", List.of());

    private final SessionsWithPass passes = new SessionsWithPass();
    private final List<FaceCaller> loggedOut = new ArrayList<>();
    private final HttpSession session = mock(HttpSession.class);
    private final FaceCheckSessionListener listener = new FaceCheckSessionListener();

    @BeforeEach
    void begin() {
        ServletContext context = mock(ServletContext.class);
        SessionLimits limits = new SessionLimits(
                "",
                Duration.ofMinutes(10),
                new RememberBudget(1000),
                null,
                passes,
                (caller, why) -> loggedOut.add(caller),
                null);
        when(context.getAttribute(SessionLimits.class.getName())).thenReturn(limits);
        when(session.getServletContext()).thenReturn(context);
        when(session.getId()).thenReturn("id");
        passes.granted("id");
    }

    private static Pass pass(@Nullable FaceCaller caller) {
        KycIdentity identity = new KycIdentity("record", Map.of("fullName", "FIRST LAST"));
        return new Pass(identity, 1_000_000_000, "", "id", null, null, false, caller);
    }

    private void removed(String attribute, Object value) {
        listener.attributeRemoved(new HttpSessionBindingEvent(session, attribute, value));
    }

    @Test
    void is_counted_no_more() {
        removed(KycIdentity.SESSION_ATTRIBUTE, pass(null));

        assertThat(passes.count()).isZero();
        assertThat(loggedOut).isEmpty();
    }

    @Test
    void logs_out_whom_it_had_logged_in() {
        removed(KycIdentity.SESSION_ATTRIBUTE, pass(ANNA));

        assertThat(loggedOut).containsExactly(ANNA);
    }

    @Test
    void is_not_meant_where_another_attribute_goes() {
        removed("cart", pass(ANNA));

        assertThat(passes.count()).isEqualTo(1);
        assertThat(loggedOut).isEmpty();
    }

    @Test
    void is_not_counted_under_the_id_that_the_session_had() {
        when(session.getId()).thenReturn("next");

        listener.sessionIdChanged(new HttpSessionEvent(session), "id");

        assertThat(passes.count()).isZero();
    }

    @Test
    void does_not_matter_where_the_session_can_not_be_read_any_more() {
        when(session.getId()).thenThrow(new IllegalStateException("ended"));

        assertThatCode(() -> removed(KycIdentity.SESSION_ATTRIBUTE, pass(ANNA))).doesNotThrowAnyException();
        assertThat(passes.count()).isEqualTo(1);
        assertThat(loggedOut).containsExactly(ANNA);
    }
}
