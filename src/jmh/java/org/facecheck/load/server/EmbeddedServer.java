package org.facecheck.load.server;

import io.undertow.Undertow;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import java.net.InetSocketAddress;
import java.util.Set;
import org.facecheck.internal.bootstrap.FaceCheckInitializer;
import org.facecheck.load.app.AsyncCheck;
import org.facecheck.load.app.BlockingCheck;
import org.facecheck.load.app.OtherPage;
import org.facecheck.load.app.ReceiveOnly;
import org.xnio.Options;

/**
 * Undertow alone with the measured application, in a process of its own. It ends when its standard input does, and so with
 * the programme that started it, even where that one is killed.
 */
public final class EmbeddedServer {
    private EmbeddedServer() {}

    /** Prints its port on standard output; the arguments are settings, {@code key=value}. */
    public static void main(String... settings) throws Exception {
        DeploymentInfo application = Servlets.deployment()
                .setClassLoader(EmbeddedServer.class.getClassLoader())
                .setContextPath("/load")
                .setDeploymentName("load")
                .addServlets(
                        Servlets.servlet("blocking", BlockingCheck.class).addMapping("/blocking"),
                        Servlets.servlet("async", AsyncCheck.class)
                                .addMapping("/async")
                                .setAsyncSupported(true),
                        Servlets.servlet("receive", ReceiveOnly.class)
                                .addMapping("/receive")
                                .setAsyncSupported(true),
                        Servlets.servlet("page", OtherPage.class)
                                .addMappings("/page", "/memory", "/view")
                                .setAsyncSupported(true))
                .addServletContainerInitializer(new ServletContainerInitializerInfo(
                        FaceCheckInitializer.class,
                        new ImmediateInstanceFactory<>(new FaceCheckInitializer()),
                        Set.of()));
        // MicroProfile Config reads system properties; they have to be there before the deployment asks for them.
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            System.setProperty(pair[0], pair[1]);
        }
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(application);
        manager.deploy();
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setWorkerThreads(ServerKind.WORKERS)
                .setSocketOption(Options.BACKLOG, 4096)
                .setHandler(new PathHandler().addPrefixPath("/load", manager.start()))
                .build();
        server.start();
        System.out.println(
                "port " + ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort());
        while (System.in.read() >= 0) {
            // Nothing is ever written; what counts is the end of the input.
        }
        server.stop();
        System.exit(0);
    }
}
