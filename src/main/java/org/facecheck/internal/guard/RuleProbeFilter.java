package org.facecheck.internal.guard;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Ends an {@link RuleProbe} behind the rules' filters. Containers differ in the order in which filters that are added in code
 * run, so it is registered twice, before the rules and after them: whichever comes last is the end. Takes no part in any
 * other request.
 */
public final class RuleProbeFilter implements Filter {
    private final int ends;

    /** The only end, as it is declared in {@code web.xml} by hand. */
    public RuleProbeFilter() {
        this(1);
    }

    private RuleProbeFilter(int ends) {
        this.ends = ends;
    }

    /** One of two ends. */
    public static RuleProbeFilter ofTwo() {
        return new RuleProbeFilter(2);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RuleProbe inquiry = RuleProbe.in(request);
        if (inquiry == null || !inquiry.endsAt(ends)) {
            chain.doFilter(request, response);
        }
    }
}
