package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.facecheck.it.Browser.Reply;

/** A container login by a form, for alice and bob. */
final class Login {
    private Login() {}

    static TestWar added(TestWar war) {
        return war.file("login.html", "LOGIN").webXml("", """
                <security-constraint>
                  <web-resource-collection><web-resource-name>members</web-resource-name>
                    <url-pattern>/members</url-pattern></web-resource-collection>
                  <auth-constraint><role-name>**</role-name></auth-constraint>
                </security-constraint>
                <login-config><auth-method>FORM</auth-method><form-login-config>
                  <form-login-page>/login.html</form-login-page>
                  <form-error-page>/login.html</form-error-page></form-login-config></login-config>
                """);
    }

    static void as(String name, Browser browser) {
        assertThat(browser.open("members").text()).contains("LOGIN");
        Reply accepted = browser.post("j_security_check", "j_username=" + name + "&j_password=face-check-1");
        assertThat(accepted.header("Location")).endsWith("/members");
        browser.open("members");
        assertThat(browser.open("open/echo").text()).contains(name);
    }
}
