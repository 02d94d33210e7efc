package org.facecheck.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import org.facecheck.internal.config.CaptureConfig.Login;
import org.facecheck.internal.config.source.Settings;

/**
 * Gives the container the mechanism where the deployer says so. The bare presence of such a bean would take the place of a BASIC or
 * FORM login, on every server (Jakarta Security 3.0, §2.1), so that without the key there is none.
 *
 * <p>The key is read here, before there is a servlet context: a context parameter can't be seen yet. The library finds out, and
 * stops the deployment.
 */
public class FaceLoginExtension implements Extension {
    private boolean isOn;
    private int mechanisms;

    /** For the container, which finds the name in the jar. */
    public FaceLoginExtension() {}

    void addMechanism(@Observes BeforeBeanDiscovery discovery) {
        isOn = Settings.of(Thread.currentThread().getContextClassLoader())
                .value(Login.KEY)
                .filter(Login.CONTAINER::equals)
                .isPresent();
        if (isOn) {
            discovery
                    .addAnnotatedType(FaceMechanism.class, FaceMechanism.class.getName())
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }

    /** In whichever archive: this one's bean manager need not see those of the others. */
    void count(@Observes ProcessBean<?> event) {
        if (event.getBean().getTypes().contains(HttpAuthenticationMechanism.class)) {
            mechanisms++;
        }
    }

    /** Of two mechanisms, which one the container asks must not be chance. */
    void check(@Observes AfterDeploymentValidation event) {
        if (isOn && mechanisms > 1) {
            event.addDeploymentProblem(new DeploymentException(Login.KEY + "=" + Login.CONTAINER
                    + " makes the face the container's login, and the application has another"
                    + " HttpAuthenticationMechanism; drop that one, or write " + Login.KEY + "=application."));
        }
    }
}
