package org.facecheck.internal.bootstrap;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.Optional;
import org.facecheck.FaceLogin;
import org.facecheck.FaceMatcher;
import org.facecheck.IdentityBinding;
import org.facecheck.internal.application.ApplicationBeans;
import org.facecheck.internal.application.FaceCheckElResolver;
import org.facecheck.internal.concurrent.RecordLinkage;
import org.facecheck.internal.config.reader.ConfigReader;
import org.facecheck.internal.config.source.Settings;
import org.facecheck.internal.deployment.DeploymentCheck;
import org.facecheck.internal.deployment.DeploymentDescriptor;
import org.facecheck.internal.deployment.RequiredApis;
import org.facecheck.internal.deployment.SharedJar;
import org.facecheck.internal.session.FaceCheckSessionListener;
import org.jspecify.annotations.Nullable;

/**
 * How Facecheck starts in one application, in two steps, whichever of its two ways in the server opens first: {@link
 * FaceCheckInitializer} or {@code org.facecheck.web.FaceCheckListener}.
 *
 * <ol>
 *   <li>{@link #begin} reads the configuration, composes and registers. It has to come before the first request, and before
 *       the server closes the registration methods.
 *   <li>{@link #contextInitialized} asks what only the application's beans can tell. CDI is there when listeners are called,
 *       on both servers, and not earlier; and it is the last moment at which an exception stops the deployment on both.
 * </ol>
 *
 * <p>An exception from either step stops the deployment.
 */
public final class ApplicationStartup implements ServletContextListener {
    private static final String ATTRIBUTE = ApplicationStartup.class.getName();
    private static final System.Logger LOG = System.getLogger("org.facecheck");

    private static final String MECHANISM = "org.facecheck.login.FaceMechanism";

    private static final String UNBOUND =
            "This application has a login, but nothing binds a face to whoever is logged in:"
                    + " anybody with a good KYC record passes. Write facecheck.binding=the field of the KYC document that is the"
                    + " login name, give the application an IdentityBinding bean, or write facecheck.binding=first-use if it is"
                    + " meant to be so.";

    private final CompositionRoot composition;
    private final GuardScope scope;
    private final DeploymentDescriptor webXml;

    private ApplicationStartup(CompositionRoot composition, GuardScope scope, DeploymentDescriptor webXml) {
        this.composition = composition;
        this.scope = scope;
        this.webXml = webXml;
    }

    /**
     * Takes the first step. Empty where it has been taken already: an application may declare the listener although the
     * initializer runs, and WildFly runs the initializer even under {@code <absolute-ordering/>} if the descriptor is {@code
     * metadata-complete}. Empty, too, where it shares the jar with the application that was meant ({@link SharedJar}).
     *
     * @throws ServletException where the configuration is wrong, or an API is missing
     */
    public static Optional<ApplicationStartup> begin(ServletContext context) throws ServletException {
        if (hasBegun(context)) {
            return Optional.empty();
        }
        Optional<String> missing = RequiredApis.missingAtStart();
        if (missing.isPresent()) {
            LOG.log(System.Logger.Level.ERROR, missing.get());
            throw new ServletException(missing.get());
        }
        Settings settings = Settings.of(context);
        DeploymentDescriptor webXml = DeploymentDescriptor.webXmlOf(context);
        if (SharedJar.of(context).isUnmeantIn(context, webXml, settings)) {
            StartupReport.logLeftAlone(context);
            context.setAttribute(ATTRIBUTE, "left alone");
            return Optional.empty();
        }
        CompositionRoot composition = CompositionRoot.of(context, settings);
        GuardScope scope = GuardScope.of(
                composition.config(), context.getServletRegistrations().values());
        StartupCompletedServlet completed =
                new StartupCompletedServlet(composition.viewGuard(), composition.config(), webXml);
        RegistrationPlan.of(composition, scope, completed, webXml.asksForHttps())
                .addTo(context);
        registerForPages(context);
        context.addListener(new FaceCheckSessionListener());
        ApplicationStartup begun = new ApplicationStartup(composition, scope, webXml);
        // Last of all: where something above failed, the check for a silent deployment must still find nothing.
        context.setAttribute(ATTRIBUTE, begun);
        return Optional.of(begun);
    }

    private static void registerForPages(ServletContext context) {
        try {
            FaceCheckElResolver.register(context);
        } catch (LinkageError withoutPages) { // without JSP there are not even the classes
            LOG.log(System.Logger.Level.DEBUG, "no JSP here");
        }
    }

    /** Whether everything is registered in this application, or nothing is to be. */
    static boolean hasBegun(ServletContext context) {
        return context.getAttribute(ATTRIBUTE) != null;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ApplicationBeans beans = composition.beans();
        boolean ownMatcher = beans.has(FaceMatcher.class);
        if (!ownMatcher && composition.config().service().credentials() == null) {
            stop(ConfigReader.missingCredentials().getMessage());
        }
        if (!ownMatcher) {
            RequiredApis.missingForService().ifPresent(ApplicationStartup::stop);
        }
        DeploymentCheck check = new DeploymentCheck(event.getServletContext(), composition.config(), webXml);
        boolean ownLogin = beans.has(FaceLogin.class);
        List<String> problems = check.problems(ownLogin, hasMechanism(beans));
        if (!problems.isEmpty()) {
            stop(String.join("\n", problems));
        }
        check.warnings(ownMatcher).forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
        if (!ownMatcher) {
            composition.checkCredentials();
        }
        composition.publishFigures(event.getServletContext());
        new StartupReport(event.getServletContext(), composition.config(), scope, ownMatcher).log();
        if (webXml.declaresLogin() && !composition.config().binding().isSaid() && !beans.has(IdentityBinding.class)) {
            LOG.log(System.Logger.Level.WARNING, UNBOUND);
        }
    }

    /** Whether the second jar has given the container its mechanism; by name, since the jar may not be there. */
    private static boolean hasMechanism(ApplicationBeans beans) {
        try {
            return beans.has(
                    Class.forName(MECHANISM, false, Thread.currentThread().getContextClassLoader()));
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    /** Logged here, too: a server may bury an exception's message in its own stack traces. */
    private static void stop(@Nullable String why) {
        LOG.log(System.Logger.Level.ERROR, why);
        throw new IllegalStateException(why);
    }

    /** Ends what is under way. Not left to filters: WildFly destroys none that no request has come to. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        composition.close();
        RecordLinkage.forgetApplication();
    }
}
