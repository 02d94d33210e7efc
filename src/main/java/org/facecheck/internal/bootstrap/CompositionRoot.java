package org.facecheck.internal.bootstrap;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.naming.InitialContext;
import org.facecheck.AcceptancePolicy;
import org.facecheck.FaceMatcher;
import org.facecheck.IdentityBinding;
import org.facecheck.internal.application.ApplicationBeans;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.attempts.SharedCache;
import org.facecheck.internal.capture.CaptureHandler;
import org.facecheck.internal.challenge.Challenge;
import org.facecheck.internal.config.BindingConfig;
import org.facecheck.internal.config.ConfigurationException;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.config.reader.Settings;
import org.facecheck.internal.faceki.FacekiClient;
import org.facecheck.internal.faces.ViewGuard;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.page.EmbeddedCapture;
import org.facecheck.internal.rule.RuleGuard;
import org.facecheck.internal.session.RememberBudget;
import org.facecheck.internal.session.SessionLimits;
import org.facecheck.internal.verdict.CallerAttribute;
import org.facecheck.internal.verdict.ConfiguredAcceptancePolicy;
import org.facecheck.internal.verdict.FirstUseBinding;
import org.facecheck.internal.verdict.Judge;
import org.facecheck.internal.verdict.PrincipalBinding;
import org.jspecify.annotations.Nullable;

/** The one place where the rooms are wired, once for each application. */
public final class CompositionRoot implements AutoCloseable {
    private final FaceCheckConfig config;
    private final Clock clock;
    private final Challenge challenge;
    private final FacekiClient faceki;
    private final AttemptLimiter limiter;
    private final CaptureHandler capture;

    private CompositionRoot(FaceCheckConfig config, AttemptLimiter limiter, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.challenge = new Challenge(config.capture().path(), config.capture().rememberMaxBytes());
        this.faceki = new FacekiClient(config.service(), clock);
        ApplicationBeans beans = new ApplicationBeans();
        this.limiter = limiter;
        this.capture = new CaptureHandler(
                config,
                new Lazy<>(() -> beans.find(FaceMatcher.class).orElse(faceki)),
                new Lazy<>(() -> new Judge(
                        beans.find(AcceptancePolicy.class)
                                .orElseGet(() -> new ConfiguredAcceptancePolicy(config.acceptance(), clock)),
                        beans.find(IdentityBinding.class).orElseGet(() -> binding(config.binding(), beans)),
                        config.identityFields())),
                beans::requestScope,
                new AuditLog(beans),
                clock,
                limiter,
                new CapturePage(config.capture()));
    }

    /**
     * The application's composition, made at the first call.
     *
     * @throws ServletException where the configuration is wrong: it must stop the deployment
     */
    public static CompositionRoot of(ServletContext context) throws ServletException {
        synchronized (context) {
            if (context.getAttribute(CompositionRoot.class.getName()) instanceof CompositionRoot made) {
                return made;
            }
            FaceCheckConfig config = read(context);
            Clock clock = Clock.system(ZoneId.systemDefault());
            CompositionRoot made = new CompositionRoot(config, throttle(config, context, clock), clock);
            context.setAttribute(CompositionRoot.class.getName(), made);
            made.capture.publish(context);
            new SessionLimits(
                            made.config.sessions().idle(),
                            new RememberBudget(made.config.sessions().rememberMaxBytesInAll()))
                    .setIn(context);
            new EmbeddedCapture(config.capture(), made.limiter).setIn(context);
            made.viewGuard().waitIn(context);
            return made;
        }
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

    /** Whether a face is bound to whoever is logged in, or the deployer has said that it need not be. */
    boolean hasBinding() {
        return config.binding().isSaid()
                || new ApplicationBeans().find(IdentityBinding.class).isPresent();
    }

    private static FaceCheckConfig read(ServletContext context) throws ServletException {
        try {
            return FaceCheckConfig.read(Settings.of(context));
        } catch (ConfigurationException wrong) {
            System.getLogger("org.facecheck").log(System.Logger.Level.ERROR, wrong.getMessage());
            throw new ServletException(wrong.getMessage(), wrong);
        }
    }

    private static AttemptLimiter throttle(FaceCheckConfig config, ServletContext context, Clock clock)
            throws ServletException {
        Optional<String> shared = config.attempts().shared();
        return shared.isEmpty()
                ? new AttemptLimiter(config.attempts(), clock)
                : AttemptLimiter.shared(
                        config.attempts(),
                        clock,
                        new SharedCache(shared.get(), InitialContext::doLookup).find(),
                        context.getContextPath(),
                        config.service().clientSecret());
    }

    private ViewGuard viewGuard() {
        Map<RuleName, RuleGuard> doors = new HashMap<>();
        config.rules().forEach(rule -> doors.put(rule.name(), new RuleGuard(rule, challenge, clock)));
        return new ViewGuard(doors);
    }

    /** The door of the rule with this name, of the short form's where there is no name. */
    public RuleGuard door(@Nullable String name) throws ServletException {
        RuleName wanted = name == null ? Rule.SHORT_FORM : new RuleName(name);
        return config.rules().stream()
                .filter(rule -> rule.name().equals(wanted))
                .findFirst()
                .map(rule -> new RuleGuard(rule, challenge, clock))
                .orElseThrow(() -> new ServletException("web.xml declares a FaceCheckFilter for the rule \"" + wanted
                        + "\", which the configuration does not have; its init parameter facecheck.rule must name one of "
                        + config.rules().stream().map(Rule::name).toList()));
    }

    FaceCheckConfig config() {
        return config;
    }

    /** Ends what is in flight and leaves no thread behind; as often as one likes. */
    @Override
    public void close() {
        faceki.close();
    }
}
