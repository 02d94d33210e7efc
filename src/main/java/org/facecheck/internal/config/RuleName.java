package org.facecheck.internal.config;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a rule: as the deployer writes it in the configuration, and as it stands in the log, in a filter's name and in
 * the session. Two rules of one application never share a name.
 *
 * @param text the name itself, which the configuration reader has checked
 */
public record RuleName(String text) {

    public RuleName {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Written out, since the JDK keeps the class of the record whose generated method was linked last ({@code
     * java.lang.runtime.ObjectMethods} of JDK 17), and with it all of an application that has gone.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleName name && name.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The name itself: it is public, so that it may stand in messages. */
    @Override
    public String toString() {
        return text;
    }
}
