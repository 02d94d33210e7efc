package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The capture in a page and a template of the application's own, under a policy of the operator's. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EmbeddedCaptureIT {
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

    private static WebArchive war(String name, String view, String page) {
        return ExampleWar.named(
                        name,
                        Map.of("facecheck.capture.view", view, "facecheck.capture.content-security-policy", POLICY))
                .add(new StringAsset(page), view)
                .add(new StringAsset("page.title=Uw gezicht\n"), "WEB-INF/classes/facecheck-messages_nl.properties");
    }

    @Deployment(name = "jsp", testable = false)
    static WebArchive jsp() {
        return war("embedded-jsp", "/WEB-INF/selfie.jsp", """
                <%@ page pageEncoding="UTF-8" session="false" %>
                <%@ taglib prefix="fc" uri="https://facecheck.org/tags" %>
                <!DOCTYPE html>
                <html lang="${facecheckPage.lang}"><head><title>Our own page</title>
                <link rel="stylesheet" href="${facecheckPage.style}">
                <script type="module" src="${facecheckPage.script}"></script></head>
                <body><header>Harbour</header><main><h1>${facecheckPage.text.title}</h1><fc:capture/></main></body></html>
                """);
    }

    @Deployment(name = "facelets", testable = false)
    static WebArchive facelets() {
        return war("embedded-facelets", "/selfie.xhtml", """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" xmlns:ui="http://xmlns.jcp.org/jsf/facelets"
                      xmlns:fc="http://xmlns.jcp.org/jsf/composite/facecheck">
                <ui:composition template="/WEB-INF/frame.xhtml">
                  <ui:define name="content"><fc:capture words="#{facecheckPage.inLanguage[view.locale]}"/></ui:define>
                </ui:composition>
                </html>
                """).add(new StringAsset("""
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" xmlns:ui="http://xmlns.jcp.org/jsf/facelets"
                      xmlns:f="http://xmlns.jcp.org/jsf/core">
                <f:view locale="fr">
                <head><title>Our own template</title>
                <link rel="stylesheet" href="#{facecheckPage.style}"/>
                <script type="module" src="#{facecheckPage.script}"></script></head>
                <body><header>Harbour</header><main><h1>Our own heading</h1><ui:insert name="content"/></main></body>
                </f:view></html>
                """), "WEB-INF/frame.xhtml");
    }

    private static byte[] amina(URI application) {
        return new Visitor(application).download("sandbox/portraits/amina.jpg");
    }

    @Test
    void a_jsp_has_it_by_a_tag(@ArquillianResource @OperateOnDeployment("jsp") URI application) {
        try (Chromium browser = Chromium.seeing(application, amina(application))) {
            browser.speak("nl");
            browser.open("payroll/");
            assertThat(browser.text()).contains("Harbour", "Uw gezicht");
            browser.click("[data-step=start]");

            browser.seeText("main .person", "AMINA");
        }
    }

    @Test
    void a_facelets_page_has_it_by_a_component_in_its_own_language(
            @ArquillianResource @OperateOnDeployment("facelets") URI application) {
        try (Chromium browser = Chromium.seeing(application, amina(application))) {
            browser.open("payroll/");
            assertThat(browser.text()).contains("Harbour", "Our own heading", "Démarrer la caméra");
            assertThat(browser.attribute(".facecheck", "lang")).isEqualTo("fr");
            browser.click("[data-step=start]");

            browser.seeText("main .person", "AMINA");
        }
    }
}
