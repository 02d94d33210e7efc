package org.facecheck.internal.rule;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.facecheck.internal.config.RuleName;

/**
 * Tells a rule that the container has matched one of its exemptions. An exemption is good for one dispatch only: it is
 * tied to that dispatch's filter chain, so that an exempt page which forwards to a protected one takes nothing along.
 *
 * <p>Containers differ in the order in which filters that are added in code run, so each exemption is mapped twice, once
 * before its rule and once after; the one that comes late has no effect.
 */
public final class ExemptionFilter implements Filter {

    /** Names the rule; without it, every rule is meant. */
    public static final String RULE = "facecheck.rule";

    private static final String ATTRIBUTE = "org.facecheck.exempt.";

    private String attribute = ATTRIBUTE;

    @Override
    public void init(FilterConfig config) {
        String rule = config.getInitParameter(RULE);
        attribute = ATTRIBUTE + (rule == null ? "" : rule);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object outer = request.getAttribute(attribute);
        request.setAttribute(attribute, chain);
        try {
            chain.doFilter(request, response);
        } finally {
            request.setAttribute(attribute, outer);
        }
    }

    static boolean exempts(RuleName rule, ServletRequest request, FilterChain chain) {
        return request.getAttribute(ATTRIBUTE) == chain || request.getAttribute(ATTRIBUTE + rule.text()) == chain;
    }
}
