package org.facecheck.internal.bootstrap;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.facecheck.internal.application.FaceCheckElResolver;
import org.facecheck.internal.capture.CaptureServlet;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.FaceCheckConfig.Position;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RuleProbeFilter;
import org.facecheck.internal.guard.TargetGuardFilter;
import org.facecheck.internal.rule.ExemptionFilter;
import org.facecheck.internal.rule.FaceCheckFilter;
import org.facecheck.internal.session.FaceCheckSessionListener;
import org.jspecify.annotations.Nullable;

/**
 * Registers everything when the application starts, before its own filters. An initializer rather than a fragment or
 * annotations, since it runs in applications with {@code metadata-complete} descriptors, too.
 */
public final class FaceCheckInitializer implements ServletContainerInitializer {
    private static final EnumSet<DispatcherType> ALL = EnumSet.allOf(DispatcherType.class);
    private static final EnumSet<DispatcherType> INCLUDE = EnumSet.of(DispatcherType.INCLUDE);
    private static final EnumSet<DispatcherType> TO_VIEW = EnumSet.of(DispatcherType.FORWARD, DispatcherType.INCLUDE);

    /** Stops the deployment where the configuration is wrong. */
    @Override
    public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) throws ServletException {
        ServletContainerInitializer ofApplication = inLoaderOf(context);
        if (ofApplication.getClass() == FaceCheckInitializer.class) {
            register(context);
        } else {
            ofApplication.onStartup(none, context);
        }
    }

    /**
     * Payara loads the initializers of an application with an absolute ordering by a class loader of their own; what it
     * registered from there would put passes into the session that the application's {@code KycIdentity} can't read.
     */
    private static ServletContainerInitializer inLoaderOf(ServletContext context) throws ServletException {
        try {
            return Class.forName(FaceCheckInitializer.class.getName(), true, context.getClassLoader())
                    .asSubclass(ServletContainerInitializer.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new ServletException(
                    "the application's class loader lacks Facecheck's jar; put it into WEB-INF/lib", missing);
        }
    }

    private static void register(ServletContext context) throws ServletException {
        CompositionRoot composition = CompositionRoot.of(context);
        CaptureConfig capture = composition.config().capture();
        boolean last = isLast(composition);
        GuardScope scope = GuardScope.of(
                composition.config(), context.getServletRegistrations().values());
        guard(context, scope);
        exemptions(context, composition, "before");
        for (Rule rule : composition.config().rules()) {
            rule(context, rule, last);
        }
        exemptions(context, composition, "after");
        servlet(context, capture.path());
        FaceCheckElResolver.register(context);
        context.addListener(new FaceCheckSessionListener());
        ready(context, composition.config().position());
        new StartupReport(context, composition.config(), scope).log();
    }

    private static void guard(ServletContext context, GuardScope scope) {
        FilterRegistration.Dynamic guard =
                filter(context, "facecheck-target-guard", new TargetGuardFilter(), null, ALL, false, scope.patterns());
        if (!scope.servlets().isEmpty()) {
            guard.addMappingForServletNames(ALL, false, scope.servlets().toArray(String[]::new));
        }
    }

    private static void ready(ServletContext context, Position position) {
        ServletRegistration.Dynamic registration =
                context.addServlet("facecheck-ready", new StartupCompletedServlet(position));
        if (registration == null) {
            throw new IllegalStateException("a servlet named facecheck-ready is there already; give it another name");
        }
        registration.setLoadOnStartup(1);
    }

    private static boolean isLast(CompositionRoot composition) {
        return composition.config().position() == Position.LAST;
    }

    private static void rule(ServletContext context, Rule rule, boolean last) {
        FilterRegistration.Dynamic registration = filter(
                context,
                "facecheck-" + rule.name(),
                new FaceCheckFilter(),
                rule.name().text(),
                ALL,
                last,
                rule.patterns());
        if (!rule.servlets().isEmpty()) {
            registration.addMappingForServletNames(ALL, false, rule.servlets().toArray(String[]::new));
        }
        List<String> ignored = new ArrayList<>(rule.patterns());
        ignored.removeAll(registration.getUrlPatternMappings());
        if (!ignored.isEmpty()) {
            throw new IllegalStateException("the server does not take the URL pattern(s) " + ignored + " of the rule "
                    + rule.name() + ", which would protect nothing; write others");
        }
    }

    /** The capture page stays open whatever the rules say, and its view when it is forwarded to. */
    private static void exemptions(ServletContext context, CompositionRoot composition, String when) {
        boolean last = isLast(composition);
        filter(context, "facecheck-inquiry-" + when, RuleProbeFilter.ofTwo(), null, INCLUDE, last, List.of("/*"));
        CaptureConfig capture = composition.config().capture();
        List<String> page = List.of(capture.path(), capture.path() + "/*");
        filter(context, "facecheck-page-" + when, new ExemptionFilter(), null, ALL, last, page);
        List<String> view = List.of(capture.view().orElse("/WEB-INF/facecheck/*"));
        filter(context, "facecheck-view-" + when, new ExemptionFilter(), null, TO_VIEW, last, view);
        for (Rule rule : composition.config().rules()) {
            if (!rule.exempt().isEmpty()) {
                filter(
                        context,
                        "facecheck-" + rule.name() + "-exempt-" + when,
                        new ExemptionFilter(),
                        rule.name().text(),
                        ALL,
                        last,
                        rule.exempt());
            }
        }
    }

    private static FilterRegistration.Dynamic filter(
            ServletContext context,
            String name,
            Filter filter,
            @Nullable String rule,
            EnumSet<DispatcherType> dispatchers,
            boolean last,
            List<String> patterns) {
        FilterRegistration.Dynamic registration = context.addFilter(name, filter);
        if (registration == null) {
            throw new IllegalStateException("a filter named " + name + " is there already; give the rule another name");
        }
        registration.setAsyncSupported(true);
        if (rule != null) {
            registration.setInitParameter(FaceCheckFilter.RULE, rule);
        }
        if (!patterns.isEmpty()) {
            registration.addMappingForUrlPatterns(dispatchers, last, patterns.toArray(String[]::new));
        }
        return registration;
    }

    /** Where web.xml declares the capture servlet itself, that one stays. */
    private static void servlet(ServletContext context, String path) {
        boolean declared = context.getServletRegistrations().values().stream()
                .anyMatch(one -> CaptureServlet.class.getName().equals(one.getClassName()));
        if (declared) {
            return;
        }
        ServletRegistration.Dynamic registration = context.addServlet("facecheck-capture", new CaptureServlet());
        if (registration == null) {
            throw new IllegalStateException("a servlet named facecheck-capture is there already; give it another name");
        }
        registration.setAsyncSupported(true);
        if (!registration.addMapping(path, path + "/*").isEmpty()) {
            throw new IllegalStateException("facecheck.capture.path is " + path
                    + ", which the application has given to another servlet; write a path that is free");
        }
    }
}
