package org.facecheck.engine.service;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.net.URI;
import org.facecheck.engine.EngineFaceMatcher;
import org.facecheck.engine.service.api.CheckEndpoint;
import org.facecheck.engine.service.client.ArrivalLimits;
import org.xnio.Options;

/**
 * The service as a program, on Undertow, for trying it out: without TLS, and so on 127.0.0.1 alone. A proxy with TLS can stand
 * before it.
 *
 * <pre>
 * java -jar facecheck-engine-0.1.0-SNAPSHOT-standalone.jar init /etc/facecheck vladmandic-face-api-1.7.15.tgz
 * java -jar facecheck-engine-0.1.0-SNAPSHOT-standalone.jar /etc/facecheck/engine.properties 8470
 * </pre>
 */
public final class StandaloneServer implements AutoCloseable {
    private static final int PORT = 8470;

    /** Takes connections, and hands requests to the application below. */
    private final Undertow server;

    private final DeploymentManager application;

    private StandaloneServer(Undertow server, DeploymentManager application) {
        this.server = server;
        this.application = application;
    }

    /**
     * Starts it, with the settings that the system property names.
     *
     * @param port 0 for a free one
     * @throws ServletException if the service does not start
     */
    public static StandaloneServer start(int port) throws ServletException {
        // The same as WEB-INF/web.xml says to a server.
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(StandaloneServer.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("engine")
                .addListener(Servlets.listener(EngineListener.class))
                .addServlet(Servlets.servlet("engine", EngineServlet.class)
                        .addMapping("/*")
                        .setLoadOnStartup(1))
                .addServlet(Servlets.servlet("operator", OperatorServlet.class).addMapping("/operator/*"))
                .addServlet(Servlets.servlet("self", SelfServlet.class).addMapping("/self/*"));
        DeploymentManager application = Servlets.defaultContainer().addDeployment(deployment);
        application.deploy();
        Undertow server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setWorkerThreads(threads())
                // From one byte to the next; the servlets see to the whole.
                .setSocketOption(Options.READ_TIMEOUT, (int) TimelyStream.TIME.toMillis())
                .setHandler(application.start())
                .build();
        server.start();
        return new StandaloneServer(server, application);
    }

    /** For all whose bodies may be on their way, for the checks that wait, and as many again to tell others to come later. */
    static int threads() {
        int places = EngineFaceMatcher.places();
        return CheckEndpoint.ARRIVING_FOR_EACH * places + ArrivalLimits.sum() + 2 * places;
    }

    /** Where it answers. */
    public URI address() {
        InetSocketAddress bound =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return URI.create("http://127.0.0.1:" + bound.getPort());
    }

    /**
     * The program.
     *
     * @param arguments the settings' file, and a port unless 8470 will do; or one of the {@link Commands}
     * @throws Exception if the service does not start, or the command fails; the message says why
     */
    public static void main(String[] arguments) throws Exception {
        if (new Commands(arguments).run()) {
            return;
        }
        // A command with too few words or too many is not taken for a file of settings.
        if (arguments.length < 1 || arguments.length > 2 || Commands.isNamed(arguments[0])) {
            Commands.USAGE.forEach(usage -> System.err.println("java -jar facecheck-engine-…-standalone.jar " + usage));
            System.exit(2);
        }
        System.setProperty(EngineListener.PROPERTY, arguments[0]);
        StandaloneServer started = start(arguments.length == 2 ? Integer.parseInt(arguments[1]) : PORT);
        System.out.println("The engine answers at " + started.address());
    }

    /** No new requests first; then the application, which ends its threads and leaves the databases. */
    @Override
    public void close() throws ServletException {
        server.stop();
        application.stop();
        application.undeploy();
    }
}
