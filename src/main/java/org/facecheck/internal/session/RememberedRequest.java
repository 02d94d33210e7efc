package org.facecheck.internal.session;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The navigation that a face check interrupted. It stays in the session, never in a parameter, so that nobody can plant
 * one by a link.
 *
 * @param target path and query, beginning with the context path
 * @param rule the rule that interrupted it
 * @param principal who was logged in, {@code null} for nobody
 * @param form what a form sent, {@code null} where a plain GET will do
 */
public record RememberedRequest(
        String target,
        String rule,
        @Nullable String principal,
        @Nullable Form form) implements Serializable {
    private static final long serialVersionUID = 1L;

    RememberedRequest withoutForm() {
        return new RememberedRequest(target, rule, principal, null);
    }

    /** How much memory it takes, in bytes. */
    int bytes() {
        return target.length() + (form == null ? 0 : form.body.length);
    }

    /** Whether it has come whole out of a stored session, which an older version may have written. */
    static boolean isWhole(@Nullable RememberedRequest stored) {
        return stored != null
                && stored.target != null
                && stored.rule != null
                && (stored.form == null || (stored.form.contentType != null && stored.form.body != null));
    }

    /** What the form sent, if it is to be put back in place. */
    public Optional<Form> sent() {
        return Optional.ofNullable(form);
    }

    @Override
    public String toString() {
        return "RememberedRequest[rule=%s, form=%s]".formatted(rule, form != null);
    }

    /**
     * A form's body, to the byte.
     *
     * @param contentType as sent, with its charset if any
     * @param body not copied: nobody changes it
     */
    @SuppressWarnings("ArrayRecordComponent") // nothing compares forms
    public record Form(String contentType, byte[] body) implements Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "Form[%d bytes]".formatted(body.length);
        }
    }
}
