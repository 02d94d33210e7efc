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
import org.facecheck.internal.config.RuleName;
import org.jspecify.annotations.Nullable;

/**
 * Asks the container which rules it matches for a path that no request has named, so that nobody else has to match paths: an
 * include of the path, on which each rule's filter says that it was reached, and which ends at {@link RuleProbeFilter} before
 * the application sees anything of it.
 */
public final class RuleProbe {
    private static final String ATTRIBUTE = RuleProbe.class.getName();

    private final Set<RuleName> asking = new LinkedHashSet<>();
    private final Set<RuleName> exempt = new HashSet<>();
    private int ends;
    private boolean ended;

    private RuleProbe() {}

    /** The inquiry that this dispatch is made for, if it is. */
    public static @Nullable RuleProbe in(ServletRequest request) {
        return request.getDispatcherType() == DispatcherType.INCLUDE
                        && request.getAttribute(ATTRIBUTE) instanceof RuleProbe inquiry
                ? inquiry
                : null;
    }

    /**
     * The names of the rules whose mappings the container finds for one of these addresses of one thing. A rule that exempts
     * one of them does not ask for it.
     *
     * @throws ServletException where the container gave no full answer
     */
    public static Set<RuleName> rulesOf(
            Collection<String> addresses, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        RuleProbe inquiry = new RuleProbe();
        request.setAttribute(ATTRIBUTE, inquiry);
        try {
            for (String address : addresses) {
                inquiry.ask(address, request, response);
            }
        } finally {
            request.removeAttribute(ATTRIBUTE);
        }
        inquiry.asking.removeAll(inquiry.exempt);
        return Set.copyOf(inquiry.asking);
    }

    private void ask(String address, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        ends = 0;
        ended = false;
        RequestDispatcher dispatcher = request.getServletContext().getRequestDispatcher(address);
        if (dispatcher != null) {
            dispatcher.include(request, response);
        }
        if (!ended) {
            throw new ServletException(
                    "Facecheck could not ask the server which rules protect a view. Where its filters are"
                            + " declared in web.xml by hand, the one of class " + RuleProbeFilter.class.getName()
                            + " has to be behind them, see the README.");
        }
    }

    public void reached(RuleName rule, boolean exempted) {
        (exempted ? exempt : asking).add(rule);
    }

    /** Whether all rules have been asked: each container puts one of the two ends behind them. */
    boolean endsAt(int last) {
        ends++;
        ended = ends >= last;
        return ended;
    }
}
