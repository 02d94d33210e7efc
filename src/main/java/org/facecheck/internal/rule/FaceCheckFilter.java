package org.facecheck.internal.rule;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.internal.bootstrap.CompositionRoot;
import org.jspecify.annotations.Nullable;

/**
 * The filter before the protected routes: one instance for each rule. Its mappings in the container are what it protects; it
 * looks at no path itself.
 *
 * <p>The jar's initializer registers it. Where initializers don't run ({@code <absolute-ordering/>} without the jar's name),
 * declare it in {@code web.xml} with mappings for all dispatcher types, {@code async-supported}, and the init parameter
 * {@value #RULE} if it stands for another rule than the short form's; see the README.
 */
public final class FaceCheckFilter implements Filter {

    /** The init parameter that names the rule; the default is the short form's. */
    public static final String RULE = "facecheck.rule";

    private @Nullable CompositionRoot composition;
    private @Nullable RuleGuard door;

    /** Stops the deployment where the configuration is wrong, or has no such rule. */
    @Override
    public void init(FilterConfig config) throws ServletException {
        composition = CompositionRoot.of(config.getServletContext());
        door = composition.door(config.getInitParameter(RULE));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RuleGuard initialized = door;
        if (initialized == null) {
            throw new ServletException("FaceCheckFilter was not initialized");
        }
        initialized.pass((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    @Override
    public void destroy() {
        if (composition != null) {
            composition.close();
        }
    }
}
