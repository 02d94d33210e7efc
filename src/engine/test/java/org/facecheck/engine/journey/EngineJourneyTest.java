package org.facecheck.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.engine.Engines;
import org.facecheck.engine.picture.Photographs;
import org.facecheck.engine.picture.Photographs.Cut;
import org.facecheck.internal.bootstrap.FaceCheckInitializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way in one process: a protected page, the selfie of a real face, the engine, and the page. No service, no account. */
class EngineJourneyTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private static SeContainer beans;
    private static Undertow server;
    private static URI application;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() throws Exception {
        Engines.engine(); // skips all of this where there are no weights
        beans = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(OwnFaces.class)
                .initialize();
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(EngineJourneyTest.class.getClassLoader())
                .setContextPath("/intranet")
                .setDeploymentName("intranet")
                .addInitParameter("facecheck.protect", "/payslip")
                .addServlet(Servlets.servlet("payslip", PayslipServlet.class)
                        .addMapping("/payslip")
                        .setAsyncSupported(true))
                .addServletContainerInitializer(new ServletContainerInitializerInfo(
                        FaceCheckInitializer.class,
                        new ImmediateInstanceFactory<>(new FaceCheckInitializer()),
                        Set.of()));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(new PathHandler().addPrefixPath("/intranet", manager.start()))
                .build();
        server.start();
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        application = URI.create("http://127.0.0.1:" + port + "/intranet/");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop();
        }
        if (beans != null) {
            beans.close();
        }
    }

    private HttpResponse<String> open(URI page) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(page).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    /** Asks for the payslip, and sends this picture to the capture page that comes instead. */
    private HttpResponse<String> sendSelfie(Cut selfie) throws IOException, InterruptedException {
        HttpResponse<String> challenge = open(application.resolve("payslip"));
        assertThat(challenge.statusCode()).isEqualTo(303);
        URI capture = challenge
                .uri()
                .resolve(challenge.headers().firstValue("Location").orElseThrow());
        Matcher token = TOKEN.matcher(open(capture).body());
        assertThat(token.find()).isTrue();
        return browser.send(
                HttpRequest.newBuilder(application.resolve("facecheck"))
                        .header("Content-Type", "image/png")
                        .header("Facecheck-Token", token.group(1))
                        .POST(BodyPublishers.ofByteArray(Photographs.png(Photographs.image(selfie))))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void who_is_enrolled_gets_to_the_page_by_another_picture() throws Exception {
        HttpResponse<String> answer = sendSelfie(Photographs.LAUGHING);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201); // what the page's script is told
        HttpResponse<String> page = open(application.resolve("payslip"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("payslip of PARTY GUEST");
    }

    @Test
    void a_stranger_does_not() throws Exception {
        sendSelfie(Photographs.GREEN);

        assertThat(open(application.resolve("payslip")).statusCode()).isEqualTo(303);
    }

    @Test
    void nor_does_a_picture_of_two_people_one_of_whom_is_enrolled() throws Exception {
        HttpResponse<String> answer = sendSelfie(new Cut(3, 380, 60, 1100, 900));

        assertThat(answer.body()).contains("face");
        assertThat(open(application.resolve("payslip")).statusCode()).isEqualTo(303);
    }
}
