package org.facecheck.internal.bootstrap;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facecheck.internal.config.FaceCheckConfig.Position;
import org.facecheck.internal.guard.RuleProbeFilter;
import org.facecheck.internal.guard.TargetGuardFilter;
import org.facecheck.internal.rule.ExemptionFilter;
import org.facecheck.internal.rule.FaceCheckFilter;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the application's or of its libraries'.
 *
 * @param name as it is registered
 * @param type its class
 */
record EarlierFilter(String name, Class<?> type) {
    private static final Set<Class<?>> OURS =
            Set.of(FaceCheckFilter.class, TargetGuardFilter.class, ExemptionFilter.class, RuleProbeFilter.class);

    /**
     * Those that may run before the rules' filters. Behind {@code web.xml}'s that is all of them. Else it is those that
     * somebody has added in code, since nobody can ask where they stand; what descriptors and annotations declare comes
     * later. The server's own filters are not the application's to move.
     */
    static List<EarlierFilter> before(Position position, ServletContext context) {
        Set<String> declared = position == Position.LAST ? Set.of() : declared(context);
        return context.getFilterRegistrations().values().stream()
                .filter(filter -> !declared.contains(filter.getName()))
                .flatMap(filter -> of(filter, context).stream())
                .filter(filter -> position == Position.LAST || !filter.type.isAnnotationPresent(WebFilter.class))
                .sorted((a, b) -> a.name.compareTo(b.name))
                .toList();
    }

    private static Collection<EarlierFilter> of(FilterRegistration filter, ServletContext context) {
        String type = filter.getClassName();
        if (type == null) {
            return List.of();
        }
        try {
            Class<?> found = Class.forName(type, false, context.getClassLoader());
            return found.getClassLoader() == context.getClassLoader() && !OURS.contains(found)
                    ? List.of(new EarlierFilter(filter.getName(), found))
                    : List.of();
        } catch (ClassNotFoundException | LinkageError servers) {
            return List.of();
        }
    }

    private static Set<String> declared(ServletContext context) {
        Set<String> names = new HashSet<>();
        try {
            names.addAll(named(context.getResourceAsStream("/WEB-INF/web.xml")));
            for (URL fragment : Collections.list(context.getClassLoader().getResources("META-INF/web-fragment.xml"))) {
                names.addAll(named(fragment.openStream()));
            }
        } catch (IOException unreadable) {
            System.getLogger("org.facecheck").log(System.Logger.Level.DEBUG, unreadable.getMessage());
        }
        return names;
    }

    private static Set<String> named(@Nullable InputStream descriptor) throws IOException {
        try (InputStream xml = descriptor) {
            return xml == null ? Set.of() : new DeploymentDescriptor(xml).filterNames();
        }
    }

    /** As an operator reads it in the log. */
    @Override
    public String toString() {
        return name + " (" + type.getName() + ")";
    }
}
