package org.facecheck.internal.rule;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.facecheck.internal.config.Rule;

/**
 * Tells a rule that the container has matched one of its exemptions. An exemption is good for one dispatch only: it is
 * tied to that dispatch's filter chain, so that an exempt page which forwards to a protected one takes nothing along.
 *
 * <p>The mark is a request attribute, since a filter has no other way to speak to one behind it. Both servers hand one chain
 * object to all filters of a dispatch, and another dispatch gets another chain; should a server make a chain for each
 * filter, no exemption would hold, and nothing would be open.
 *
 * <p>Mapped twice, before its rule and after: containers differ in the order of filters that are added in code.
 */
public final class ExemptionFilter implements Filter {
    private static final String ATTRIBUTE = "org.facecheck.exempt.";

    private final String attribute;

    private ExemptionFilter(String attribute) {
        this.attribute = attribute;
    }

    /** For the exemptions of one rule. */
    public static ExemptionFilter of(Rule rule) {
        return new ExemptionFilter(attribute(rule));
    }

    /** For what stays open whatever the rules say: the capture page. */
    public static ExemptionFilter ofAllRules() {
        return new ExemptionFilter(ATTRIBUTE);
    }

    private static String attribute(Rule rule) {
        return ATTRIBUTE + rule.name().text();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object outer = request.getAttribute(attribute);
        request.setAttribute(attribute, chain);
        try {
            chain.doFilter(request, response);
        } finally {
            request.setAttribute(
                    attribute, outer); // an include within an exempt page must not end the page's own exemption
        }
    }

    /** Whether the dispatch to which this chain belongs was matched by an exemption from the rule. */
    static boolean isExempt(Rule rule, ServletRequest request, FilterChain chain) {
        return request.getAttribute(ATTRIBUTE) == chain || request.getAttribute(attribute(rule)) == chain;
    }
}
