package org.facecheck.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.facecheck.fake.FakeApplication;
import org.facecheck.fake.HidingClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequiredApisTest {
    private static final String CONFIG = "org.eclipse.microprofile.config.";
    private static final String JSON = "jakarta.json.";

    private FakeApplication application;

    @BeforeEach
    void deploy() {
        application = new FakeApplication(Map.of()); // which has an implementation of MicroProfile Config
    }

    @AfterEach
    void undeploy() {
        application.close();
    }

    /** As an application is told that does not get the classes whose names begin so. */
    @SuppressWarnings("unchecked")
    private static Optional<String> told(String question, String... hidden) throws Exception {
        return (Optional<String>) Class.forName(RequiredApis.class.getName(), true, new HidingClassLoader(hidden))
                .getMethod(question)
                .invoke(null);
    }

    @Test
    void nothing_is_said_where_all_are_there() throws Exception {
        assertThat(told("missingAtStart")).isEmpty();
        assertThat(told("missingForService")).isEmpty();
    }

    @Test
    void all_that_are_missing_are_named_at_once_with_what_brings_them() throws Exception {
        assertThat(told("missingAtStart", CONFIG, JSON).orElseThrow())
                .contains("does not get: MicroProfile Config, JSON Processing, JSON Binding.")
                .contains("io.smallrye.config:smallrye-config:", "parsson", "yasson")
                .contains("jboss-deployment-structure.xml");
    }

    @Test
    void an_api_without_an_implementation_is_missing_too() throws Exception {
        application.close();

        assertThat(told("missingAtStart").orElseThrow()).contains("does not get: MicroProfile Config.");
    }

    @Test
    void json_may_be_missing_until_the_service_is_to_be_asked() throws Exception {
        assertThat(told("missingAtStart", JSON)).isEmpty();
        assertThat(told("missingForService", JSON).orElseThrow())
                .contains("does not get: JSON Processing, JSON Binding.")
                .doesNotContain("smallrye");
    }

    @Test
    void json_binding_alone_is_named_alone() throws Exception {
        assertThat(told("missingForService", JSON + "bind.").orElseThrow()).contains("does not get: JSON Binding.");
    }
}
