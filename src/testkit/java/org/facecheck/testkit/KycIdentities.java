package org.facecheck.testkit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.facecheck.KycIdentity;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;

/**
 * Verified identities for unit tests, in which no filter of Facecheck's runs: after {@link #verified}, {@code
 * KycIdentity.of(request)} gives one. For requests that have a session, as those of Spring's {@code MockHttpServletRequest}, and
 * for Mockito's mocks, which are told what to answer.
 *
 * <pre>{@code
 * MockHttpServletRequest request = new MockHttpServletRequest();
 * KycIdentities.verified(request);
 * assertThat(payslip.greeting(request)).isEqualTo("Amina Haddad");
 * }</pre>
 *
 * <p>It opens nothing where Facecheck's filter is: that asks for more than an identity. All methods are thread-safe as far as the
 * request is.
 */
public final class KycIdentities {
    private KycIdentities() {}

    /**
     * A made-up person with all fields that are kept by default.
     *
     * @return Amina Haddad, born on 14 March 1991
     */
    public static KycIdentity sample() {
        return new KycIdentity(
                "644b7cff16cc73de26ff9b9c",
                Map.of(
                        "fullName", "Amina Haddad",
                        "fullName_local", "أمينة حداد",
                        "firstName", "Amina",
                        "lastName", "Haddad",
                        "dob", "1991-03-14",
                        "nationality_iso3", "BHR",
                        "documentType", "ID Card"));
    }

    /**
     * Has {@link #sample} verified in the request's session, for the request's principal.
     *
     * @param request gets a session if it has none
     * @return who is verified
     * @throws IllegalStateException where the request keeps no session, and is no mock of Mockito's
     */
    public static KycIdentity verified(HttpServletRequest request) {
        return verified(request, sample());
    }

    /**
     * Has somebody verified in the request's session, for the request's principal.
     *
     * @param request gets a session if it has none
     * @param identity who it shall be
     * @return who is verified
     * @throws IllegalStateException where the request keeps no session, and is no mock of Mockito's
     */
    public static KycIdentity verified(HttpServletRequest request, KycIdentity identity) {
        Verified verified = new Verified(identity, name(request.getUserPrincipal()));
        HttpSession session = request.getSession();
        if (session != null) {
            session.setAttribute(KycIdentity.SESSION_ATTRIBUTE, verified);
        }
        if (KycIdentity.of(request).isEmpty() && !Mocks.tell(request, session, verified)) {
            throw new IllegalStateException("the request keeps no attribute of a session");
        }
        return identity;
    }

    private static @Nullable String name(@Nullable Principal principal) {
        return principal == null ? null : principal.getName();
    }

    /** As Facecheck's own pass does, it tells the identity to its principal only. */
    private record Verified(KycIdentity identity, @Nullable String principal)
            implements KycIdentity.Bearer, Serializable {
        @Override
        public Optional<KycIdentity> identityFor(@Nullable Principal loggedIn) {
            String now = name(loggedIn);
            return now == null ? optional(principal == null) : optional(now.equals(principal));
        }

        private Optional<KycIdentity> optional(boolean isSame) {
            return isSame ? Optional.of(identity) : Optional.empty();
        }
    }

    /** A class of its own, which is loaded where Mockito is needed only. */
    private static final class Mocks {
        static boolean tell(HttpServletRequest request, @Nullable HttpSession session, Verified verified) {
            try {
                if (!Mockito.mockingDetails(request).isMock()) {
                    return false;
                }
            } catch (NoClassDefFoundError withoutMockito) {
                return false;
            }
            HttpSession told =
                    session != null && Mockito.mockingDetails(session).isMock()
                            ? session
                            : Mockito.mock(HttpSession.class);
            Mockito.when(request.getSession()).thenReturn(told);
            Mockito.when(request.getSession(false)).thenReturn(told);
            Mockito.when(told.getAttribute(KycIdentity.SESSION_ATTRIBUTE)).thenReturn(verified);
            return true;
        }
    }
}
