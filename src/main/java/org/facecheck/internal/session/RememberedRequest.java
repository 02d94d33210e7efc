package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.guard.RequestFingerprint;
import org.facecheck.internal.guard.RequestTarget;
import org.jspecify.annotations.Nullable;

/**
 * The request that a face check interrupted. It stays in the session, never in a parameter, so that no link can plant one.
 *
 * <p>Immutable. A class with named fields that hold JDK types, since another version may read it ({@code package-info}).
 */
public final class RememberedRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String target;
    private final String rule;
    private final @Nullable String principal;
    /** Says that there was no principal, so that one whose field is missing is not taken for none. */
    private final boolean anonymous;

    private final @Nullable Form form;
    /** Of the request as it was sent; stays when the form has been given back. Missing, it is that of no request. */
    private final @Nullable String fingerprint;

    /**
     * A request to come back to.
     *
     * @param target where it went
     * @param rule the rule that interrupted it
     * @param principal who was logged in, {@code null} where no principal was
     * @param form what a form sent, {@code null} where a plain GET will do
     */
    public RememberedRequest(
            RequestTarget target, RuleName rule, @Nullable PrincipalName principal, @Nullable Form form) {
        this(
                target.text(),
                rule.text(),
                principal == null ? null : principal.text(),
                principal == null,
                form,
                (form == null
                                ? RequestFingerprint.ofPage(target)
                                : RequestFingerprint.ofForm(target, form.contentType, form.body))
                        .text());
    }

    private RememberedRequest(
            String target,
            String rule,
            @Nullable String principal,
            boolean anonymous,
            @Nullable Form form,
            @Nullable String fingerprint) {
        this.target = target;
        this.rule = rule;
        this.principal = principal;
        this.anonymous = anonymous;
        this.form = form;
        this.fingerprint = fingerprint;
    }

    /** With nothing left to put back in place. What was sent stays what it was: a page is not what a form was. */
    RememberedRequest withoutForm() {
        return new RememberedRequest(target, rule, principal, anonymous, null, fingerprint);
    }

    /** Where it went: below the application's context path. */
    public RequestTarget target() {
        return new RequestTarget(target);
    }

    /** The rule that interrupted it. */
    public RuleName rule() {
        return new RuleName(rule);
    }

    /** What a form sent, if it is to be put back in place. */
    public Optional<Form> form() {
        return Optional.ofNullable(form);
    }

    /** What tells it from any other request; empty where a stored session does not say. */
    public Optional<RequestFingerprint> fingerprint() {
        return Optional.ofNullable(fingerprint).map(RequestFingerprint::new);
    }

    /** Whether the same principal, or none both times, sends this request. */
    public boolean isOfPrincipalOf(HttpServletRequest request) {
        Optional<String> now = PrincipalName.of(request).map(PrincipalName::text);
        return now.isEmpty() ? anonymous : now.get().equals(principal);
    }

    /** How much memory it takes, in bytes. */
    int bytes() {
        return target.length() + (form == null ? 0 : form.body.length);
    }

    /** Whether it has come out of a stored session with all that is needed. */
    static boolean isWhole(@Nullable RememberedRequest stored) {
        return stored != null
                && stored.target != null
                && RequestTarget.parse(stored.target).isPresent()
                && stored.rule != null
                && (stored.form == null || (stored.form.contentType != null && stored.form.body != null));
    }

    /** Without the target and the form: they may hold personal data. */
    @Override
    public String toString() {
        return "RememberedRequest[rule=%s, form=%s]".formatted(rule, form != null);
    }

    /** A form's body, to the byte. */
    public static final class Form implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String contentType;
        private final byte[] body;
        private final @Nullable String encoding;

        /** What a form sent in whose encoding the server had no say. */
        public Form(String contentType, byte[] body) {
            this(contentType, body, null);
        }

        /**
         * What a form sent.
         *
         * @param contentType as sent, with its charset if there is one
         * @param body not copied, as large as it may be: its readers leave it as it is
         * @param encoding what the server called its character encoding, {@code null} where it named none
         */
        public Form(String contentType, byte[] body, @Nullable String encoding) {
            this.contentType = contentType;
            this.body = body;
            this.encoding = encoding;
        }

        /** As sent, with its charset if there is one. */
        public String contentType() {
            return contentType;
        }

        /** The body itself and no copy: to be read only. */
        public byte[] body() {
            return body;
        }

        /** The character encoding in the server's reading of the request; empty where it had none. */
        public Optional<String> encoding() {
            return Optional.ofNullable(encoding);
        }

        @Override
        public String toString() {
            return "Form[%d bytes]".formatted(body.length);
        }
    }
}
