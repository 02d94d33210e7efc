package org.facecheck.internal.guard;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Ends a {@link RuleProbe} behind the rules' filters, before a filter or a servlet of the application's sees it. Containers
 * differ in the order in which filters that are added in code run, so it is registered twice, before the rules and after
 * them: whichever comes last is the end. Takes no part in any other request.
 */
public final class RuleProbeFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RuleProbe probe = RuleProbe.in(request);
        if (probe == null || !probe.countEnd()) {
            chain.doFilter(request, response);
        }
    }
}
