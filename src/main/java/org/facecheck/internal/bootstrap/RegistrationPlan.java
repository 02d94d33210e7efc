package org.facecheck.internal.bootstrap;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.HttpConstraintElement;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletSecurityElement;
import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import jakarta.servlet.annotation.ServletSecurity.TransportGuarantee;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.facecheck.internal.capture.CaptureFilter;
import org.facecheck.internal.capture.CaptureServlet;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.CaptureConfig.Login;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.FaceCheckConfig.Position;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RuleProbeFilter;
import org.facecheck.internal.guard.TargetGuardFilter;
import org.facecheck.internal.rule.ExemptionFilter;
import org.facecheck.internal.rule.FaceCheckFilter;
import org.facecheck.internal.rule.LogoutServlet;

/**
 * All filters and servlets of Facecheck in one application, in the order in which they are added:
 *
 * <pre>
 * name                          filter             mapped to                           dispatches        position
 * facecheck-target-guard        TargetGuardFilter  /*, or the narrowed {@link GuardScope}      all               first
 * facecheck-page                CaptureFilter      the capture page and its files      REQUEST, ASYNC    first, unless last
 * facecheck-probe-before        RuleProbeFilter    /*                                  INCLUDE           as configured
 * facecheck-page-before         ExemptionFilter    the capture page and its files      all               as configured
 * facecheck-view-before         ExemptionFilter    the page's view                     FORWARD, INCLUDE  as configured
 * facecheck-RULE-exempt-before  ExemptionFilter    the rule's exemptions               all               as configured
 * facecheck-RULE                FaceCheckFilter    the rule's patterns and servlets    all               as configured
 * facecheck-RULE-exempt-after   the same four once more, behind the rules
 * …
 * </pre>
 *
 * <p><b>All dispatches</b>, since a forward, an include, an error page and an asynchronous dispatch each reach a protected
 * page without a new request, and a mapping holds for REQUEST alone unless it says more (Servlet 6.0, §6.2.5).
 *
 * <p><b>First</b>, in {@code isMatchAfter=false}, is before all filters of descriptors and annotations, on both servers: no
 * filter of the application's answers in the place of a protected page. The target guard is always there, since it has to
 * see a target before anybody reads it. <b>Last</b> ({@code facecheck.position=last}) is for an application that logs in by
 * a filter of its own: behind it, the principal is known.
 *
 * <p><b>Before and after.</b> The specification does not say in which order filters run that are added with {@code
 * isMatchAfter=false}: WildFly keeps the order in which they were added (Undertow counts an insert position up), Payara turns
 * it round ({@code StandardContext.addFilterMap} puts each at index 0). What has to run before the rules, the exemptions,
 * and what has to run behind them, the end of a probe, is therefore registered twice. An exemption that comes late has no
 * effect, and a probe ends at the second of its two ends.
 *
 * @param filters in the order in which they are added
 * @param servlets in the order in which they are added, after the filters
 */
record RegistrationPlan(List<PlannedFilter> filters, List<PlannedServlet> servlets) {
    private static final Set<DispatcherType> ALL = EnumSet.allOf(DispatcherType.class);
    private static final Set<DispatcherType> INCLUDE = EnumSet.of(DispatcherType.INCLUDE);
    private static final Set<DispatcherType> TO_VIEW = EnumSet.of(DispatcherType.FORWARD, DispatcherType.INCLUDE);
    /** A request as the client sent it, and the same one when a check has gone on without a thread. */
    private static final Set<DispatcherType> FROM_OUTSIDE = EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC);

    private static final List<String> NO_SERVLETS = List.of();

    /** The views that the jar itself brings. */
    private static final String OWN_VIEWS = "/WEB-INF/facecheck/*";

    RegistrationPlan {
        filters = List.copyOf(filters);
        servlets = List.copyOf(servlets);
    }

    /**
     * The plan for an application.
     *
     * @param scope where suspicious targets are refused
     * @param completed what the server is to load when everything else has started
     * @param overHttps whether a constraint of the application's asks for HTTPS
     */
    static RegistrationPlan of(CompositionRoot composition, GuardScope scope, Servlet completed, boolean overHttps) {
        FaceCheckConfig config = composition.config();
        List<PlannedFilter> filters = new ArrayList<>();
        filters.add(new PlannedFilter(
                "facecheck-target-guard",
                "the target guard, which would let suspicious targets pass",
                new TargetGuardFilter(),
                scope.patterns(),
                scope.servlets(),
                ALL,
                Position.FIRST));
        if (config.position() == Position.FIRST) {
            filters.add(new PlannedFilter(
                    "facecheck-page",
                    "the capture page, which the application's filters would answer",
                    new CaptureFilter(composition.capture()),
                    pages(config.capture()),
                    NO_SERVLETS,
                    FROM_OUTSIDE,
                    Position.FIRST));
        }
        filters.addAll(aroundRules("before", config));
        for (Rule rule : config.rules()) {
            filters.add(new PlannedFilter(
                    "facecheck-" + rule.name(),
                    "the rule " + rule.name() + ", which would protect nothing",
                    new FaceCheckFilter(composition.guard(rule)),
                    rule.patterns(),
                    rule.servlets(),
                    ALL,
                    config.position()));
        }
        filters.addAll(aroundRules("after", config));
        List<PlannedServlet> servlets = new ArrayList<>();
        String logout = config.capture().login().logoutPath();
        if (logout != null) {
            servlets.add(new PlannedServlet(
                    "facecheck-logout", Login.LOGOUT_KEY, new LogoutServlet(), List.of(logout), false, null));
        }
        servlets.add(new PlannedServlet(
                "facecheck-capture",
                CaptureConfig.PATH_KEY,
                new CaptureServlet(composition.capture()),
                pages(config.capture()),
                false,
                config.capture().login().isOfContainer() ? open(overHttps) : null));
        servlets.add(new PlannedServlet("facecheck-ready", CaptureConfig.PATH_KEY, completed, List.of(), true, null));
        return new RegistrationPlan(filters, servlets);
    }

    /** For everybody, where a constraint on {@code /*} would ask for a login before the page by which people log in. */
    private static ServletSecurityElement open(boolean overHttps) {
        return new ServletSecurityElement(new HttpConstraintElement(
                EmptyRoleSemantic.PERMIT, overHttps ? TransportGuarantee.CONFIDENTIAL : TransportGuarantee.NONE));
    }

    private static List<String> pages(CaptureConfig capture) {
        return List.of(capture.path(), capture.path() + "/*");
    }

    /** What is registered on both sides of the rules. The capture page stays open whatever they say. */
    private static List<PlannedFilter> aroundRules(String side, FaceCheckConfig config) {
        CaptureConfig capture = config.capture();
        List<String> view = List.of(capture.view().orElse(OWN_VIEWS));
        List<PlannedFilter> filters = new ArrayList<>();
        filters.add(new PlannedFilter(
                "facecheck-probe-" + side,
                "the probe of the rules, which would find none",
                new RuleProbeFilter(),
                List.of(FaceCheckConfig.EVERYWHERE),
                NO_SERVLETS,
                INCLUDE,
                config.position()));
        String noPage = "the capture page, which rules would close";
        filters.add(new PlannedFilter(
                "facecheck-page-" + side,
                noPage,
                ExemptionFilter.ofAllRules(),
                pages(capture),
                NO_SERVLETS,
                ALL,
                config.position()));
        filters.add(new PlannedFilter(
                "facecheck-view-" + side,
                noPage,
                ExemptionFilter.ofAllRules(),
                view,
                NO_SERVLETS,
                TO_VIEW,
                config.position()));
        for (Rule rule : config.rules()) {
            if (!rule.exempt().isEmpty()) {
                filters.add(new PlannedFilter(
                        "facecheck-" + rule.name() + "-exempt-" + side,
                        "the exemptions of the rule " + rule.name() + ", which would exempt nothing",
                        ExemptionFilter.of(rule),
                        rule.exempt(),
                        NO_SERVLETS,
                        ALL,
                        config.position()));
            }
        }
        return filters;
    }

    /**
     * Carries the plan out.
     *
     * @throws IllegalStateException where the server does not take a part of it
     */
    void addTo(ServletContext context) {
        filters.forEach(filter -> filter.addTo(context));
        servlets.forEach(servlet -> servlet.addTo(context));
    }
}
