package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeSession;
import org.facecheck.internal.caller.PrincipalName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PassTest {
    private static final KycIdentity IDENTITY =
            new KycIdentity("record", Map.of("fullName", "FIRST LAST", "fullName_local", "الاسم بالعربي"));
    private static final long THEN = 1_000_000_000;

    private static Pass pass(@Nullable String principal) {
        return new Pass(
                IDENTITY, THEN, "", "id", principal == null ? null : new PrincipalName(principal), null, false, null);
    }

    private static HttpServletRequest request(@Nullable Object attribute, @Nullable String principal) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        HttpSession session = mock(HttpSession.class);
        when(request.getSession(false)).thenReturn(session);
        when(session.getId()).thenReturn("id");
        ServletContext context = mock(ServletContext.class);
        when(session.getServletContext()).thenReturn(context);
        when(session.getAttribute("org.facecheck.pass")).thenReturn(attribute);
        if (principal != null) {
            Principal user = () -> principal;
            when(request.getUserPrincipal()).thenReturn(user);
        }
        return request;
    }

    @Nested
    class Is_there {
        @Test
        void for_the_principal_for_whom_it_was_given() {
            assertThat(Pass.in(request(pass("alice"), "alice"))).isNotNull();
            assertThat(Pass.in(request(pass(null), null))).isNotNull();
        }

        @Test
        void not_for_another_nor_after_logging_in_or_out() {
            assertThat(Pass.in(request(pass("alice"), "bob"))).isNull();
            assertThat(Pass.in(request(pass("alice"), null))).isNull();
            assertThat(Pass.in(request(pass(null), "alice"))).isNull();
        }

        @Test
        void but_outdated_after_the_sessions_id_has_changed_though_no_listener_was_told() {
            HttpServletRequest request = request(pass("alice"), "alice");
            when(request.getSession(false).getId()).thenReturn("another");

            assertThat(Pass.in(request)).isNotNull().satisfies(pass -> {
                assertThat(pass.isFresh(Duration.ofHours(1), THEN)).isFalse();
                assertThat(pass.identity()).isEqualTo(IDENTITY);
            });
        }

        @Test
        void not_for_another_application_that_has_the_session_in_common() {
            Pass given = new Pass(IDENTITY, THEN, "//server/shop", "id", null, null, false, null);
            HttpServletRequest here = of("//server/shop", given);
            HttpServletRequest there = of("//other/shop", given);

            assertThat(Pass.in(here)).isSameAs(given);
            assertThat(KycIdentity.of(here)).contains(IDENTITY);
            assertThat(Pass.in(there)).isNull();
            assertThat(KycIdentity.of(there)).isEmpty();
            assertThat(KycIdentity.of(there.getSession(false), null)).isEmpty();
        }

        private static HttpServletRequest of(String application, Pass pass) {
            HttpServletRequest request = request(pass, null);
            when(request.getSession(false).getServletContext().getAttribute(SessionLimits.class.getName()))
                    .thenReturn(FakeSession.limits(application));
            return request;
        }

        @Test
        void not_when_the_attribute_is_something_else() {
            assertThat(Pass.in(request(Boolean.TRUE, null))).isNull();
            assertThat(Pass.in(request("pass", null))).isNull();
            assertThat(Pass.in(request(null, null))).isNull();
        }

        @Test
        void not_without_a_session() {
            assertThat(Pass.in(mock(HttpServletRequest.class))).isNull();
        }
    }

    @Nested
    class Is_fresh {
        private final Duration maxAge = Duration.ofMinutes(30);

        @Test
        void up_to_its_age_and_not_a_millisecond_longer() {
            assertThat(pass(null).isFresh(maxAge, THEN)).isTrue();
            assertThat(pass(null).isFresh(maxAge, THEN + maxAge.toMillis())).isTrue();
            assertThat(pass(null).isFresh(maxAge, THEN + maxAge.toMillis() + 1)).isFalse();
        }

        @Test
        void not_when_it_comes_from_the_future_by_more_than_clocks_differ() {
            assertThat(pass(null).isFresh(maxAge, THEN - 60_000)).isTrue();
            assertThat(pass(null).isFresh(maxAge, THEN - 60_001)).isFalse();
        }
    }

    @Test
    void an_identity_is_read_for_its_principal_only() {
        assertThat(KycIdentity.of(request(pass("alice"), "alice"))).contains(IDENTITY);
        assertThat(KycIdentity.of(request(pass("alice"), "bob"))).isEmpty();
        assertThat(KycIdentity.of(mock(HttpServletRequest.class))).isEmpty();
    }

    /** As Spring Security's filter does, which the guard stands before. */
    private static HttpServletRequest wrapped(HttpServletRequest request, @Nullable String principal) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable Principal getUserPrincipal() {
                return principal == null ? null : () -> principal;
            }
        };
    }

    @Test
    void an_identity_is_read_behind_a_filter_that_says_who_is_logged_in() {
        assertThat(KycIdentity.of(wrapped(request(pass(null), null), "alice"))).contains(IDENTITY);
        assertThat(KycIdentity.of(wrapped(wrapped(request(pass("alice"), null), "alice"), "alice")))
                .contains(IDENTITY);
    }

    @Test
    void an_identity_is_not_read_behind_such_a_filter_for_another_nor_after_the_sessions_id_has_changed() {
        HttpServletRequest renewed = request(pass(null), null);
        when(renewed.getSession(false).getId()).thenReturn("another");

        assertThat(KycIdentity.of(wrapped(renewed, "alice"))).isEmpty();
        assertThat(KycIdentity.of(wrapped(request(pass("alice"), null), "bob"))).isEmpty();
        assertThat(KycIdentity.of(wrapped(request(pass("alice"), "bob"), "carol")))
                .isEmpty();
    }

    @Test
    void an_identity_is_read_for_what_a_handshake_had_of_its_request() {
        HttpSession session = request(pass("alice"), "alice").getSession(false);
        HttpSession anonymous = request(pass(null), null).getSession(false);

        assertThat(KycIdentity.of(session, () -> "alice")).contains(IDENTITY);
        assertThat(KycIdentity.of(session, () -> "bob")).isEmpty();
        assertThat(KycIdentity.of(session, null)).isEmpty();
        assertThat(KycIdentity.of(anonymous, null)).contains(IDENTITY);
        assertThat(KycIdentity.of(anonymous, () -> "alice")).isEmpty();
        assertThat(KycIdentity.of(null, null)).isEmpty();
    }

    /** The container lays a session by, and brings it back after a restart; WildFly does so under another id. */
    @Nested
    class Of_a_session_that_is_brought_back {
        private static HttpSessionEvent event(String id, boolean isNew) {
            HttpSession session = mock(HttpSession.class);
            when(session.getId()).thenReturn(id);
            when(session.isNew()).thenReturn(isNew);
            return new HttpSessionEvent(session);
        }

        private static boolean isFreshAt(String id, Pass pass) {
            HttpServletRequest request = request(pass, "alice");
            when(request.getSession(false).getId()).thenReturn(id);
            return Pass.in(request).isFresh(Duration.ofHours(1), THEN);
        }

        private static Pass stored(Pass pass) throws Exception {
            SessionFormat format = new SessionFormat.Java();
            return (Pass) format.read(format.write(pass));
        }

        @Test
        void is_good_there_and_nowhere_else() throws Exception {
            Pass laidBy = pass("alice");
            laidBy.sessionWillPassivate(event("id", false));
            Pass back = stored(laidBy);
            back.sessionDidActivate(event("another", true));

            assertThat(isFreshAt("another", back)).isTrue();
            assertThat(isFreshAt("id", back)).isFalse();
        }

        @Test
        void is_good_after_a_second_time() throws Exception {
            Pass pass = pass("alice");
            String before = "id";
            for (String after : new String[] {"second", "third"}) {
                pass.sessionWillPassivate(event(before, false));
                pass = stored(pass);
                pass.sessionDidActivate(event(after, true));
                before = after;
            }

            assertThat(isFreshAt("third", pass)).isTrue();
        }

        @Test
        void is_still_good_where_the_id_has_stayed() throws Exception {
            Pass laidBy = pass("alice");
            laidBy.sessionWillPassivate(event("id", false));
            Pass back = stored(laidBy);
            back.sessionDidActivate(event("id", false));

            assertThat(isFreshAt("id", back)).isTrue();
        }

        @Test
        void is_not_good_where_a_login_had_changed_the_id_before() throws Exception {
            Pass outdated = pass("alice");
            outdated.sessionWillPassivate(event("of the login", false));
            Pass back = stored(outdated);
            back.sessionDidActivate(event("another", true));

            assertThat(isFreshAt("another", back)).isFalse();
        }

        /** A copy that a container has kept from before the login. */
        @Test
        void is_not_good_in_a_session_that_has_been_there_before() throws Exception {
            Pass laidBy = pass("alice");
            laidBy.sessionWillPassivate(event("id", false));
            Pass back = stored(laidBy);
            back.sessionDidActivate(event("of the login", false));
            assertThat(isFreshAt("of the login", back)).isFalse();

            back.sessionDidActivate(event("another", true));
            assertThat(isFreshAt("another", back)).isFalse();
        }

        @Test
        void is_not_good_where_it_was_not_laid_by() {
            Pass never = pass("alice");
            never.sessionDidActivate(event("another", true));

            assertThat(isFreshAt("another", never)).isFalse();
        }
    }

    @Test
    void it_survives_being_stored_with_its_arabic_name() throws Exception {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(stored)) {
            out.writeObject(pass("alice"));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored.toByteArray()))) {
            assertThat(in.readObject()).usingRecursiveComparison().isEqualTo(pass("alice"));
        }
    }

    @Test
    void its_text_form_shows_no_name() {
        assertThat(pass("alice").toString() + IDENTITY)
                .contains("verifiedAt=" + THEN)
                .doesNotContain("alice", "FIRST", "الاسم");
    }
}
