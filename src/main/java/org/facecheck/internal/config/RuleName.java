package org.facecheck.internal.config;

import java.util.Objects;

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

    /** The name itself: it is public, so that it may stand in messages. */
    @Override
    public String toString() {
        return text;
    }
}
