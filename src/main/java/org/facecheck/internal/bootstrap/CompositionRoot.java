package org.facecheck.internal.bootstrap;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.naming.InitialContext;
import org.facecheck.AcceptancePolicy;
import org.facecheck.FaceLogin;
import org.facecheck.FaceMatcher;
import org.facecheck.IdentityBinding;
import org.facecheck.internal.application.ApplicationBeans;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.attempts.SharedCache;
import org.facecheck.internal.audit.AuditLog;
import org.facecheck.internal.caller.CallerAttribute;
import org.facecheck.internal.caller.LatestLogins;
import org.facecheck.internal.capture.CaptureHandler;
import org.facecheck.internal.challenge.Challenge;
import org.facecheck.internal.concurrent.Bulkhead;
import org.facecheck.internal.concurrent.Lazy;
import org.facecheck.internal.concurrent.TimerThread;
import org.facecheck.internal.config.BindingConfig;
import org.facecheck.internal.config.ConfigurationException;
import org.facecheck.internal.config.Credentials;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.reader.ConfigReader;
import org.facecheck.internal.config.source.Settings;
import org.facecheck.internal.faces.ViewGuard;
import org.facecheck.internal.figures.ApplicationFigures;
import org.facecheck.internal.figures.Counters;
import org.facecheck.internal.figures.FaceCheckMXBean;
import org.facecheck.internal.figures.FiguresRegistration;
import org.facecheck.internal.figures.MatcherTracing;
import org.facecheck.internal.figures.SessionsWithPass;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.page.EmbeddedCapture;
import org.facecheck.internal.rule.RuleGuard;
import org.facecheck.internal.session.RememberBudget;
import org.facecheck.internal.session.SessionLimits;
import org.facecheck.internal.verdict.CallerSource;
import org.facecheck.internal.verdict.ConfiguredAcceptancePolicy;
import org.facecheck.internal.verdict.FirstUseBinding;
import org.facecheck.internal.verdict.Judge;
import org.facecheck.internal.verdict.PrincipalBinding;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the rooms are wired, once for each application. What may be the application's own, its matcher,
 * policy and binding, is looked up when it is first asked, since beans exist only after start-up; a default is made only
 * where there is no such bean.
 */
final class CompositionRoot implements AutoCloseable {
    /** For servers that name none, as Jetty does. */
    private static final String ONLY_HOST = "default";

    private final FaceCheckConfig config;
    private final Map<Rule, RuleGuard> guards = new LinkedHashMap<>();
    private final DefaultFaceMatcher defaultMatcher;
    private final AttemptLimiter limiter;
    private final TimerThread timer = new TimerThread();
    private final CaptureHandler capture;
    private final ApplicationBeans beans;

    /** Asked for at once: a listener that no descriptor declares may not ask (Servlet 6.0, §4.4), as Payara 5 insists. */
    private final String host;

    private final Counters counters;
    private final Bulkhead bulkhead;
    private final SessionsWithPass sessions = new SessionsWithPass();
    private final Clock clock;
    private final AuditLog audit;
    private @Nullable FiguresRegistration figures;

    private CompositionRoot(
            FaceCheckConfig config, AttemptLimiter limiter, Clock clock, ApplicationBeans beans, String host) {
        this.beans = beans;
        this.host = host;
        this.config = config;
        this.limiter = limiter;
        this.clock = clock;
        this.counters = new Counters(clock);
        this.audit = new AuditLog(beans, config.auditFields());
        this.bulkhead = new Bulkhead(config.service().maxConcurrent());
        Challenge challenge =
                new Challenge(config.capture().path(), config.capture().rememberMaxBytes());
        boolean logsIn = config.capture().login().isOn();
        config.rules().forEach(rule -> guards.put(rule, new RuleGuard(rule, challenge, clock, logsIn)));
        this.defaultMatcher = new DefaultFaceMatcher(config.service(), clock);
        this.capture = new CaptureHandler(
                config,
                new Lazy<>(this::matcher),
                new Lazy<>(() -> new Judge(
                        beans.find(AcceptancePolicy.class)
                                .orElseGet(() -> new ConfiguredAcceptancePolicy(config.acceptance(), clock)),
                        beans.find(IdentityBinding.class).orElseGet(() -> binding(config.binding(), beans)),
                        config.identityFields(),
                        logsIn
                                ? new CallerSource(
                                        config.capture().login(),
                                        beans.find(FaceLogin.class).orElse(null))
                                : null)),
                beans::requestScope,
                audit,
                clock,
                limiter,
                timer,
                new CapturePage(config.capture(), config.rules()),
                bulkhead,
                counters);
    }

    /**
     * Reads the configuration, wires everything, and lays into the servlet context what has to be found from there, by
     * sessions and pages.
     *
     * @param settings of this application
     * @throws ServletException where the configuration is wrong: it must stop the deployment
     */
    static CompositionRoot of(ServletContext context, Settings settings) throws ServletException {
        FaceCheckConfig config = read(settings);
        Clock clock = Clock.system(ZoneId.systemDefault());
        CompositionRoot made = new CompositionRoot(
                config,
                limiter(config, context, clock),
                clock,
                new ApplicationBeans(context.getClassLoader()),
                Objects.requireNonNullElse(context.getVirtualServerName(), ONLY_HOST));
        new SessionLimits(
                        "//" + made.host + context.getContextPath(),
                        config.sessions().idle(),
                        new RememberBudget(config.sessions().rememberMaxBytesInAll()),
                        config.capture().login().maxIdle(),
                        made.sessions,
                        (caller, why) -> made.audit.recordLogout(
                                ApplicationName.of(context).text(), caller, why, clock.instant()),
                        config.capture().login().singleSession() ? new LatestLogins() : null)
                .setIn(context);
        context.setAttribute(FaceCheckConfig.class.getName(), config); // where the optional jar for the login finds it
        new EmbeddedCapture(config.capture(), config.rules(), made.limiter).setIn(context);
        return made;
    }

    private FaceMatcher matcher() {
        FaceMatcher matcher = beans.find(FaceMatcher.class).orElse(defaultMatcher);
        return beans.find(MatcherTracing.class)
                .map(tracing -> tracing.traced(matcher))
                .orElse(matcher);
    }

    private static FaceCheckConfig read(Settings settings) throws ServletException {
        try {
            FaceCheckConfig config = ConfigReader.read(settings);
            StartupReport.logForeign(settings.foreign());
            return config;
        } catch (ConfigurationException wrong) {
            // Logged here, too: a server may bury an initializer's message in its own stack traces.
            System.getLogger("org.facecheck").log(System.Logger.Level.ERROR, wrong.getMessage());
            throw new ServletException(wrong.getMessage(), wrong);
        }
    }

    /** Looked up at once: a cluster's cache that is missing has to stop the deployment, not the first attempt. */
    private static AttemptLimiter limiter(FaceCheckConfig config, ServletContext context, Clock clock)
            throws ServletException {
        Optional<String> shared = config.attempts().shared();
        if (shared.isEmpty()) {
            return new AttemptLimiter(config.attempts(), clock);
        }
        Credentials credentials = Objects.requireNonNull(
                config.service().credentials(), "the reader asks for them where attempts are shared");
        return AttemptLimiter.shared(
                config.attempts(),
                clock,
                new SharedCache(shared.get(), InitialContext::doLookup).find(),
                context.getContextPath(),
                credentials.secret());
    }

    private static IdentityBinding binding(BindingConfig config, ApplicationBeans beans) {
        Optional<CallerAttribute> attribute =
                config.attribute().map(name -> new CallerAttribute(name, beans::callerPrincipals));
        return config.field()
                .<IdentityBinding>map(field -> attribute
                        .map(caller -> new PrincipalBinding(field, caller))
                        .orElseGet(() -> new PrincipalBinding(field)))
                .orElseGet(FirstUseBinding::new);
    }

    FaceCheckConfig config() {
        return config;
    }

    /** The application's beans, to be asked once it has started. */
    ApplicationBeans beans() {
        return beans;
    }

    /** The guard of one of the configured rules. */
    RuleGuard guard(Rule rule) {
        return Objects.requireNonNull(guards.get(rule), "a rule of this configuration");
    }

    /** Has the service's credentials tried, where the application asks no matcher of its own. Returns at once. */
    void checkCredentials() {
        defaultMatcher.checkCredentials();
    }

    /** Shows the figures to operators, as long as the application runs. */
    void publishFigures(ServletContext context) {
        ApplicationFigures made = new ApplicationFigures(
                ApplicationName.of(context).text(),
                counters,
                sessions,
                bulkhead,
                defaultMatcher::status,
                new LimitsReset(limiter, defaultMatcher),
                clock);
        context.setAttribute(FaceCheckMXBean.class.getName(), made); // where the optional jar for metrics finds them
        figures = FiguresRegistration.of(made, host);
    }

    /** What the capture servlet hands requests to. */
    CaptureHandler capture() {
        return capture;
    }

    /** Covers what Faces renders without a mapping; guards nothing before it is started. */
    ViewGuard viewGuard() {
        return new ViewGuard(guards);
    }

    /** Ends what is under way and leaves no thread behind. A second call does nothing. */
    @Override
    public void close() {
        if (figures != null) {
            figures.close();
        }
        timer.close();
        defaultMatcher.close();
    }
}
