package org.facecheck.gate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Ends an {@link Inquiry} behind the rules' filters. Containers differ in the order in which filters that are added in code
 * run, so it is registered twice, before the rules and after them: whichever comes last is the end. Takes no part in any
 * other request.
 */
public final class InquiryFilter implements Filter {
    private final int ends;

    /** The only end, as it is declared in {@code web.xml} by hand. */
    public InquiryFilter() {
        this(1);
    }

    private InquiryFilter(int ends) {
        this.ends = ends;
    }

    /** One of two ends. */
    public static InquiryFilter ofTwo() {
        return new InquiryFilter(2);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Inquiry inquiry = Inquiry.in(request);
        if (inquiry == null || !inquiry.endsAt(ends)) {
            chain.doFilter(request, response);
        }
    }
}
