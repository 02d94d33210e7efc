package org.facecheck.fake;

import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.RememberedRequest;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.jspecify.annotations.Nullable;

/** Requests that a rule has interrupted, written with plain texts. */
public final class Interrupted {
    private Interrupted() {}

    public static RememberedRequest page(String target, String rule) {
        return form(target, rule, null);
    }

    public static RememberedRequest page(String target, RuleName rule) {
        return page(target, rule.text());
    }

    public static RememberedRequest page(String target, String rule, String principal) {
        return new RememberedRequest(new RequestTarget(target), new RuleName(rule), new PrincipalName(principal), null);
    }

    public static RememberedRequest form(String target, String rule, @Nullable Form form) {
        return new RememberedRequest(new RequestTarget(target), new RuleName(rule), null, form);
    }
}
