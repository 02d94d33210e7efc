package org.facecheck.detector;

import io.undertow.Undertow;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import org.facecheck.internal.bootstrap.FaceCheckInitializer;

/**
 * An application with both jars on its class path and nothing set but what must be. It is in Undertow alone: what the page does in
 * a browser is the same from every server. Nobody answers for the service, since no test asks it.
 */
final class Application implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of(
            "facecheck.protect", "/secure/*",
            "facecheck.service.base-url", "http://127.0.0.1:1",
            "facecheck.service.client-id", "id",
            "facecheck.service.client-secret", "secret");

    private final Undertow server;

    Application() throws ServletException {
        SETTINGS.forEach(System::setProperty);
        DeploymentInfo application = Servlets.deployment()
                .setClassLoader(Application.class.getClassLoader())
                .setContextPath("/app")
                .setDeploymentName("app")
                .addServletContainerInitializer(new ServletContainerInitializerInfo(
                        FaceCheckInitializer.class,
                        new ImmediateInstanceFactory<>(new FaceCheckInitializer()),
                        Set.of()));
        DeploymentManager manager = Servlets.newContainer().addDeployment(application);
        manager.deploy();
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(new PathHandler().addPrefixPath("/app", manager.start()))
                .build();
        server.start();
    }

    /** The address of something that is guarded, and so of the capture page. */
    String page() {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return "http://127.0.0.1:" + address.getPort() + "/app/secure/page";
    }

    @Override
    public void close() {
        server.stop();
    }
}
