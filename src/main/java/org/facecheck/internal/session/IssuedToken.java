package org.facecheck.internal.session;

import java.io.Serializable;
import org.facecheck.internal.caller.Initiator;
import org.facecheck.internal.config.RuleName;
import org.jspecify.annotations.Nullable;

/**
 * A token that was issued, as the session keeps it: one capture page that is open in some tab, and what it is open for. A used
 * one allows no check any more, but still tells the latter.
 *
 * <p>Immutable. A class with named fields that hold JDK types, since another version may read it ({@code package-info}).
 */
final class IssuedToken implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String token;
    /** {@code null} where nothing had been interrupted. */
    private final @Nullable String pendingRequestId;
    /** {@code null} where no rule had asked. */
    private final @Nullable String rule;
    /** As text: a constant that this version does not know would make the whole session unreadable. */
    private final String initiator;
    /** Not "used", so that a token whose field is missing can't be redeemed. */
    private final boolean redeemable;

    private IssuedToken(
            String token,
            @Nullable String pendingRequestId,
            @Nullable String rule,
            String initiator,
            boolean redeemable) {
        this.token = token;
        this.pendingRequestId = pendingRequestId;
        this.rule = rule;
        this.initiator = initiator;
        this.redeemable = redeemable;
    }

    /**
     * For a page that is about to be shown.
     *
     * @param pendingRequest what it is shown for, {@code null} where nothing was interrupted
     * @param rule the rule that asked last, {@code null} where none has
     * @param initiator who made the browser ask for the page
     */
    static IssuedToken issue(
            FormToken token, @Nullable PendingRequest pendingRequest, @Nullable RuleName rule, Initiator initiator) {
        return new IssuedToken(
                token.text(),
                pendingRequest == null ? null : pendingRequest.id(),
                rule == null ? null : rule.text(),
                initiator.name(),
                true);
    }

    IssuedToken redeemed() {
        return new IssuedToken(token, pendingRequestId, rule, initiator, false);
    }

    boolean is(FormToken given) {
        return given.matches(token);
    }

    FormToken.Status status() {
        return redeemable ? FormToken.Status.VALID : FormToken.Status.USED;
    }

    @Nullable
    String pendingRequestId() {
        return pendingRequestId;
    }

    @Nullable
    RuleName rule() {
        return rule == null ? null : new RuleName(rule);
    }

    Initiator initiator() {
        return Initiator.valueOf(initiator);
    }

    /** Whether it has come out of a stored session with all that is needed. */
    static boolean isWhole(@Nullable Object stored) {
        return stored instanceof IssuedToken issued && issued.token != null && Initiator.isKnown(issued.initiator);
    }

    @Override
    public String toString() {
        return "IssuedToken[rule=%s, redeemable=%s]".formatted(rule, redeemable);
    }
}
