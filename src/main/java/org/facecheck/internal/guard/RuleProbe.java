package org.facecheck.internal.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.facecheck.internal.config.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Asks the container which rules it matches for a path that no request has named, so that nothing of Facecheck has to match
 * paths: an include of the path, on which each rule's filter says that it was reached, and which ends at {@link
 * RuleProbeFilter} before the application sees anything of it.
 *
 * <p>Why an include: a {@code FilterRegistration} tells its patterns, but not what they match; the one who knows is the
 * container's own matching, and the Servlet API has no question for it but a dispatch. Of the dispatches from within a
 * request, a forward would end the response that Faces is about to write (Servlet 6.0, §9.4), and an asynchronous one begins
 * when the request is over. An include leaves the response as it is (§9.3), and {@code getRequestDispatcher} takes the path
 * through the same matching as a request.
 *
 * <p>For the thread of the request alone.
 */
public final class RuleProbe {
    private static final String ATTRIBUTE = RuleProbe.class.getName();

    /** {@link RuleProbeFilter} is there twice, once on each side of the rules' filters. */
    private static final int ENDS = 2;

    private final Set<Rule> reached = new LinkedHashSet<>();
    private final Set<Rule> exempt = new HashSet<>();
    private int endsPassed;

    private RuleProbe() {}

    /** The probe that this dispatch is made for, {@code null} for a dispatch of the application's. */
    public static @Nullable RuleProbe in(ServletRequest request) {
        return request.getDispatcherType() == DispatcherType.INCLUDE
                        && request.getAttribute(ATTRIBUTE) instanceof RuleProbe probe
                ? probe
                : null;
    }

    /**
     * The rules whose mappings the container finds for one of these addresses of one thing. A rule that exempts one of them
     * does not ask for it.
     *
     * @throws ServletException where the container gave no full answer, so that it is not known which rules there are
     */
    public static Set<Rule> rulesOf(
            Collection<String> addresses, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        RuleProbe probe = new RuleProbe();
        request.setAttribute(ATTRIBUTE, probe);
        try {
            for (String address : addresses) {
                probe.send(address, request, response);
            }
        } finally {
            request.removeAttribute(ATTRIBUTE);
        }
        probe.reached.removeAll(probe.exempt);
        return Set.copyOf(probe.reached);
    }

    private void send(String address, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        endsPassed = 0;
        RequestDispatcher dispatcher = request.getServletContext().getRequestDispatcher(address);
        if (dispatcher != null) {
            dispatcher.include(request, response);
        }
        // A filter of the application's may have answered, or there is no such path: that is not "no rule asks".
        if (endsPassed < ENDS) {
            throw new ServletException(
                    "Facecheck could not ask the server which rules protect a view: its filter of class "
                            + RuleProbeFilter.class.getName() + " was not reached on both sides of them");
        }
    }

    /**
     * Notes that the container has matched a rule.
     *
     * @param exempted whether it has matched an exemption from the rule as well
     */
    public void reached(Rule rule, boolean exempted) {
        (exempted ? exempt : reached).add(rule);
    }

    /** Counts one of the two ends. Returns whether it was the second one, so that all rules between them were asked. */
    boolean countEnd() {
        endsPassed++;
        return endsPassed >= ENDS;
    }
}
