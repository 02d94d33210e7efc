package org.facecheck.internal.figures;

import org.facecheck.FaceMatcher;

/**
 * Follows what a matcher is asked, as tracing systems show it. A CDI bean of the optional jar for metrics, looked up once, together
 * with the matcher.
 */
public interface MatcherTracing {
    /**
     * The matcher, with each of its calls followed.
     *
     * @return answers as the matcher does, with the very same stage or one that completes alike
     */
    FaceMatcher traced(FaceMatcher matcher);
}
