package org.facecheck.internal.session;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * One capture page that is open somewhere: its one-time token, and what its tab is there for. A used ticket sends no picture
 * any more, but still knows the latter.
 *
 * @param token what the page has to send along
 * @param errand the id of the errand that it was shown for, {@code null} where nothing had been interrupted
 * @param rule the rule that had asked last, {@code null} where none had
 * @param initiator who made the browser ask for the page
 * @param used whether the token has been redeemed
 */
record FormToken(
        String token, @Nullable String errand, @Nullable String rule, Initiator initiator, boolean used)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    static FormToken issue(@Nullable String errand, @Nullable String rule, Initiator initiator) {
        return new FormToken(SecureToken.next(), errand, rule, initiator, false);
    }

    FormToken redeemed() {
        return new FormToken(token, errand, rule, initiator, true);
    }

    boolean hasToken(String given) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it has come whole out of a stored session, which an older version may have written. */
    static boolean isWhole(@Nullable Object stored) {
        return stored instanceof FormToken ticket && ticket.token != null && ticket.initiator != null;
    }

    @Override
    public String toString() {
        return "Ticket[rule=%s, used=%s]".formatted(rule, used);
    }
}
