package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client secret in the server's own vault. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thorough")
class VaultIT {
    private static final String SECRET = "vault-secret-never-to-be-seen";
    private static final String PROPERTY = "payroll.client-secret";

    @ArquillianResource
    Deployer deployer;

    /** Its address only. */
    @Deployment(name = "bystander", testable = false)
    static WebArchive bystander() {
        return ShrinkWrap.create(WebArchive.class, "vault-bystander.war").add(new StringAsset("here"), "index.html");
    }

    @Deployment(name = "vaulted", managed = false, testable = false)
    static WebArchive vaulted() {
        return TestWar.named("vaulted")
                .with("facecheck.service.client-secret", "${" + PROPERTY + "}")
                .build();
    }

    @AfterEach
    void matches() {
        Faceki.matches();
    }

    @Test
    void the_secret_in_the_servers_vault_is_what_the_service_gets_and_stands_nowhere_in_clear_text(
            @ArquillianResource @OperateOnDeployment("bystander") URI bystander) throws Exception {
        Faceki.acceptsOnly(SECRET);
        try (ServerVault vault = ServerVault.keeping(SECRET, PROPERTY)) {
            deployer.deploy("vaulted");
            try {
                Browser browser = new Browser(bystander.resolve("/vaulted/"));
                browser.open("secure/page");

                assertThat(browser.passFaceCheck().status()).isEqualTo(303);

                assertThat(browser.open("secure/page").status()).isEqualTo(200);
                assertThat(vault.filesWith(SECRET)).isEmpty();
                assertThat(vault.filesWith(PROPERTY))
                        .as("files that are looked into")
                        .isNotEmpty();
            } finally {
                deployer.undeploy("vaulted");
            }
        }
    }
}
