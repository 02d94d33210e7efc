package org.facecheck.internal.deployment;

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
import org.facecheck.internal.capture.CaptureFilter;
import org.facecheck.internal.config.FaceCheckConfig.Position;
import org.facecheck.internal.config.reader.UrlPattern;
import org.facecheck.internal.guard.Mappings;
import org.facecheck.internal.guard.RuleProbeFilter;
import org.facecheck.internal.guard.TargetGuardFilter;
import org.facecheck.internal.rule.ExemptionFilter;
import org.facecheck.internal.rule.FaceCheckFilter;

/**
 * A filter of the application's or of its libraries' that may run before the rules. What it answers by itself, the rules never
 * see, so the operator is told.
 *
 * @param name as it is registered
 * @param type its class
 * @param patterns the URL patterns that it is mapped to
 */
public record EarlierFilter(String name, Class<?> type, List<String> patterns) {
    private static final Set<Class<?>> OURS = Set.of(
            CaptureFilter.class,
            FaceCheckFilter.class,
            TargetGuardFilter.class,
            ExemptionFilter.class,
            RuleProbeFilter.class);

    /**
     * The filters that may run before the rules'. With {@link Position#LAST} that is all of them. With {@link Position#FIRST}
     * it is those that are added in code, since the API does not tell where they were put ({@code isMatchAfter}); what
     * descriptors and annotations declare comes later. The server's own filters are left out: no application can move them.
     */
    public static List<EarlierFilter> before(Position position, ServletContext context, DeploymentDescriptor webXml) {
        Set<String> declared = position == Position.LAST ? Set.of() : declared(context, webXml);
        return context.getFilterRegistrations().values().stream()
                .filter(filter -> !declared.contains(filter.getName()))
                .flatMap(filter -> of(filter, context).stream())
                .filter(filter -> position == Position.LAST || !filter.type.isAnnotationPresent(WebFilter.class))
                .sorted((a, b) -> a.name.compareTo(b.name))
                .toList();
    }

    /** Empty for a filter of Facecheck's or of the server's, which the class's loader tells from the application's. */
    private static Collection<EarlierFilter> of(FilterRegistration filter, ServletContext context) {
        String type = filter.getClassName();
        if (type == null) {
            return List.of();
        }
        try {
            Class<?> found = Class.forName(type, false, context.getClassLoader());
            return isOfApplication(found.getClassLoader(), context) && !OURS.contains(found)
                    ? List.of(new EarlierFilter(
                            filter.getName(), found, List.copyOf(Mappings.of(filter.getUrlPatternMappings()))))
                    : List.of();
        } catch (ClassNotFoundException | LinkageError servers) {
            return List.of();
        }
    }

    /** On Open Liberty, the context's loader is not the one that loads the application's classes, and this one. */
    private static boolean isOfApplication(ClassLoader loader, ServletContext context) {
        return loader == context.getClassLoader() || loader == EarlierFilter.class.getClassLoader();
    }

    /** What can't be read declares nothing, so that its filters are named in the warning rather than left out of it. */
    private static Set<String> declared(ServletContext context, DeploymentDescriptor webXml) {
        Set<String> names = new HashSet<>(webXml.filterNames());
        try {
            for (URL fragment : Collections.list(context.getClassLoader().getResources("META-INF/web-fragment.xml"))) {
                try (InputStream xml = fragment.openStream()) {
                    names.addAll(DeploymentDescriptor.read(xml).filterNames());
                }
            }
        } catch (IOException unreadable) {
            System.getLogger("org.facecheck").log(System.Logger.Level.DEBUG, unreadable.getMessage());
        }
        return names;
    }

    /** Whether one of its patterns takes a path in, for what the log says. */
    public boolean isMappedTo(String path) {
        return patterns.stream().anyMatch(pattern -> new UrlPattern(pattern).covers(path));
    }

    /** As an operator reads it in the log. */
    @Override
    public String toString() {
        return name + " (" + type.getName() + ")";
    }
}
