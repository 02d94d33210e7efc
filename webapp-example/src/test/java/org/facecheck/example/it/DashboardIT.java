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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** The capture in a dialog of an open page, that people come to by themselves. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DashboardIT {
    @ArquillianResource
    @OperateOnDeployment("jsp")
    private URI jsp;

    @ArquillianResource
    @OperateOnDeployment("facelets")
    private URI facelets;

    @Deployment(name = "jsp", testable = false)
    static WebArchive jsp() {
        return ExampleWar.named("dashboard-jsp", Map.of()).add(new StringAsset("""
                <%@ page pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" session="false" %>
                <%@ taglib prefix="fc" uri="https://facecheck.org/tags" %>
                <!DOCTYPE html>
                <html lang="en"><head><title>Dashboard</title>
                <link rel="stylesheet" href="${facecheck.page.style}">
                <script type="module" src="${facecheck.page.script}"></script></head>
                <body><main><h1>Dashboard</h1>
                <p>For <strong class="person">${facecheck.identity.fullName}</strong></p>
                <button type="button" class="open" popovertarget="check">Show your face</button>
                <div id="check" popover><fc:capture locale="fr"/></div></main></body></html>
                """), "dashboard.jsp");
    }

    @Deployment(name = "facelets", testable = false)
    static WebArchive facelets() {
        return ExampleWar.named("dashboard-facelets", Map.of()).add(new StringAsset("""
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="en"
                      xmlns:fc="http://xmlns.jcp.org/jsf/composite/facecheck">
                <head><title>Dashboard</title>
                <link rel="stylesheet" href="#{facecheck.page.style}"/>
                <script type="module" src="#{facecheck.page.script}"></script></head>
                <body><main><h1>Dashboard</h1>
                <p>For <strong class="person">#{facecheck.identity.fullName}</strong></p>
                <button type="button" class="open" popovertarget="check">Show your face</button>
                <div id="check" popover="auto"><fc:capture words="#{facecheck.page.inLanguage['fr']}"/></div>
                </main></body></html>
                """), "dashboard.xhtml");
    }

    @AfterEach
    void reset() {
        new Visitor(jsp).console("action=reset");
        new Visitor(facelets).console("action=reset");
    }

    private static Chromium seeing(URI application) {
        return Chromium.seeing(application, new Visitor(application).download("sandbox/portraits/amina.jpg"));
    }

    /** Without waiting for the picture to take itself. */
    private static void showFace(Chromium browser) {
        browser.startCalmly();
        browser.click("[data-step=take]");
        browser.click("[data-step=use]");
    }

    private static void leadsBackToItself(URI application, String page) {
        try (Chromium browser = seeing(application)) {
            browser.open(page + "?tab=2");
            browser.click(".open");
            showFace(browser);

            browser.seeText("main .person", "AMINA");
            assertThat(browser.path()).isEqualTo(page);
            assertThat(browser.evaluate("return location.search")).isEqualTo("?tab=2");
        }
    }

    private static void tellsNewsInPlace(URI application, String page) {
        new Visitor(application).console("answer=too-dark&times=1");
        try (Chromium browser = seeing(application)) {
            browser.open(page);
            browser.click(".open");
            showFace(browser);

            browser.seeText("[data-news=retake-too-dark] h2", "La photo est trop sombre");
            assertThat(browser.path()).isEqualTo(page);
            assertThat(browser.evaluate("return document.title")).isEqualTo("Dashboard");
            showFace(browser);
            browser.seeText("main .person", "AMINA");
        }
    }

    @Test
    void a_jsp_leads_back_to_itself() {
        leadsBackToItself(jsp, "dashboard.jsp");
    }

    @Test
    void a_facelets_page_leads_back_to_itself() {
        leadsBackToItself(facelets, "dashboard.xhtml");
    }

    @Test
    @OnOneServer
    void a_jsp_tells_news_in_place_and_in_its_own_language() {
        tellsNewsInPlace(jsp, "dashboard.jsp");
    }

    @Test
    @OnOneServer
    void a_facelets_page_tells_news_in_place_and_in_its_own_language() {
        tellsNewsInPlace(facelets, "dashboard.xhtml");
    }

    @Test
    @OnOneServer
    void what_was_wanted_comes_first() {
        try (Chromium browser = seeing(jsp)) {
            browser.open("payroll/");
            browser.open("dashboard.jsp");
            browser.click(".open");
            showFace(browser);

            browser.waitFor("location.pathname.endsWith('/payroll/')");
        }
    }

    @Test
    void nobody_keeps_the_page_with_its_token() {
        assertThat(new Visitor(jsp).open("dashboard.jsp").headers().firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(new Visitor(facelets).open("dashboard.xhtml").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    @OnOneServer
    void the_camera_goes_off_when_the_dialog_closes() {
        try (Chromium browser = seeing(jsp)) {
            browser.open("dashboard.jsp");
            browser.click(".open");
            browser.startCalmly();
            browser.see("[data-step=take]");
            browser.evaluate("document.querySelector('#check').hidePopover()");

            browser.waitFor("document.querySelector('video').srcObject === null");
            assertThat(browser.attribute(".facecheck", "data-state")).isEqualTo("ready");
        }
    }

    @Test
    @OnOneServer
    void escape_stops_the_countdown_and_leaves_the_dialog_open() {
        try (Chromium browser = seeing(jsp)) {
            browser.open("dashboard.jsp");
            browser.click(".open");
            browser.holdTime("root.classList.contains('facecheck-counting')");
            browser.click("[data-step=start]");
            browser.see("[data-step=pause]");
            browser.press(Keys.ESCAPE);

            assertThat(browser.isShown("[data-step=pause]")).isFalse();
            assertThat(browser.isShown("[data-step=take]")).isTrue();
        }
    }

    @Test
    @OnOneServer
    void the_page_may_go_on_by_itself_after_the_check() {
        try (Chromium browser = seeing(jsp)) {
            browser.open("dashboard.jsp");
            browser.evaluate("document.addEventListener('facecheck-verified', (event) => {"
                    + " event.preventDefault(); document.title = 'Seen ' + event.detail; })");
            browser.click(".open");
            showFace(browser);

            browser.waitFor("document.title === 'Seen " + jsp.getPath() + "dashboard.jsp'");
        }
    }
}
