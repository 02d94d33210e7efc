package org.facecheck.internal.bootstrap;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.facecheck.internal.config.FaceCheckConfig.Position;
import org.facecheck.internal.guard.Mappings;

/**
 * One filter of the {@link RegistrationPlan}, a line of its table.
 *
 * @param name the filter's name in the server
 * @param ignored as an operator reads it: whose mapping it is, and what is lost where the server ignores it
 * @param filter the instance; Facecheck's filters are made by hand, so that they get what they need by constructor
 * @param patterns URL patterns, perhaps none
 * @param servlets names of servlets, perhaps none
 * @param dispatches the kinds of dispatch on which the filter runs
 * @param position before or behind the filters that the application declares
 */
record PlannedFilter(
        String name,
        String ignored,
        Filter filter,
        List<String> patterns,
        List<String> servlets,
        Set<DispatcherType> dispatches,
        Position position) {

    PlannedFilter {
        patterns = List.copyOf(patterns);
        servlets = List.copyOf(servlets);
        dispatches = Set.copyOf(dispatches);
    }

    /**
     * Registers the filter.
     *
     * @throws IllegalStateException where the server does not take the name, a pattern or a servlet's name. A filter that is
     *     not where it should be protects nothing, and no server says so by itself: the deployment has to stop
     */
    void addTo(ServletContext context) {
        FilterRegistration.Dynamic registration = context.addFilter(name, filter);
        if (registration
                == null) { // how a server says that the name is taken (Servlet 6.0 API, ServletContext.addFilter)
            throw new IllegalStateException("a filter named " + name + " is there already; give the rule another name");
        }
        // One filter without it makes a request synchronous for the whole chain behind it (Servlet 6.0, §2.3.3.3).
        registration.setAsyncSupported(true);
        boolean matchAfter = position == Position.LAST;
        EnumSet<DispatcherType> types = EnumSet.copyOf(dispatches);
        if (!patterns.isEmpty()) {
            registration.addMappingForUrlPatterns(types, matchAfter, patterns.toArray(String[]::new));
        }
        if (!servlets.isEmpty()) {
            registration.addMappingForServletNames(types, matchAfter, servlets.toArray(String[]::new));
        }
        requireAll("URL pattern(s)", patterns, Mappings.of(registration.getUrlPatternMappings()));
        requireAll("servlet name(s)", servlets, Mappings.of(registration.getServletNameMappings()));
    }

    private void requireAll(String what, List<String> wanted, Collection<String> taken) {
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(taken);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "the server does not take the " + what + " " + missing + " of " + ignored + "; write others");
        }
    }
}
