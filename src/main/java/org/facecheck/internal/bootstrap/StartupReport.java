package org.facecheck.internal.bootstrap;

import jakarta.servlet.ServletContext;
import java.util.Set;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;

/**
 * What the log says at start-up: what is guarded, how, and who is asked whose face it is. An operator who reads it can tell a
 * configuration that does what was meant from one that is merely valid.
 *
 * @param scope where suspicious targets are refused
 * @param ownMatcher whether the application's {@code FaceMatcher} bean is asked, and not the service
 */
record StartupReport(ServletContext context, FaceCheckConfig config, GuardScope scope, boolean ownMatcher) {
    private static final System.Logger LOG = System.getLogger("org.facecheck");

    /** Operators who have meant such a variable for Facecheck learn that it is not read. Values are not named. */
    static void logForeign(Set<String> variables) {
        if (!variables.isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Facecheck does not read these environment variables, which look like those that Kubernetes sets for a"
                            + " service: {0}",
                    String.join(", ", variables));
        }
    }

    /** Loud, since it is also what somebody reads who believes that this application is protected. */
    static void logLeftAlone(ServletContext context) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Facecheck leaves {0} alone, and nothing of it is protected: this application shares the jar with others, and"
                        + " neither its own configuration nor the server names a rule for it. To protect something, write"
                        + " facecheck.protect=... into its META-INF/microprofile-config.properties.",
                ApplicationName.of(context).text());
    }

    void log() {
        String application = ApplicationName.of(context).text();
        for (Rule rule : config.rules()) {
            LOG.log(System.Logger.Level.INFO, "Facecheck guards {0}, rule {1}", application, rule.toString());
        }
        LOG.log(
                System.Logger.Level.INFO,
                "Facecheck asks {0}, its capture page is {1}{2}",
                ownMatcher
                        ? "the application's own FaceMatcher bean"
                        : config.service().baseUrl(),
                context.getContextPath(),
                config.capture().path());
        if (config.capture().login().isOn()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Facecheck is the login of {0}: the {1} sees who was verified",
                    application,
                    config.capture().login().mode());
        }
        config.attempts()
                .shared()
                .ifPresent(cache -> LOG.log(
                        System.Logger.Level.INFO,
                        "Facecheck counts attempts in {0}, with all servers that have it",
                        cache));
        if (!scope.isEverywhere()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Facecheck refuses addresses that can be read in more than one way in a part of {0} only: {1}."
                            + " Whatever else reads paths by itself is trusted not to lead behind a rule.",
                    application,
                    scope.toString());
        }
    }
}
