package org.facecheck.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.facecheck.fake.MapSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedJarTest {
    private static final MapSettings NOTHING = new MapSettings(Map.of());

    @TempDir
    Path classes;

    private final ServletContext context = mock(ServletContext.class);
    private String webXml = "<web-app/>";
    private URLClassLoader application;

    @BeforeEach
    void deploy() throws Exception {
        application = new URLClassLoader(new URL[] {classes.toUri().toURL()}, SharedJar.class.getClassLoader());
        when(context.getClassLoader()).thenReturn(application);
        when(context.getInitParameterNames()).thenAnswer(call -> Collections.emptyEnumeration());
        when(context.getResourceAsStream("/WEB-INF/web.xml"))
                .thenAnswer(call -> new ByteArrayInputStream(webXml.getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void undeploy() throws Exception {
        application.close();
    }

    private boolean isUnmeant(MapSettings settings) {
        return SharedJar.of(context).isUnmeantIn(context, DeploymentDescriptor.webXmlOf(context), settings);
    }

    private void file(String name, String content) throws Exception {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void an_application_that_says_nothing_was_not_meant() {
        assertThat(isUnmeant(NOTHING)).isTrue();
    }

    @Test
    void one_with_a_jar_of_its_own_was() {
        when(context.getClassLoader()).thenReturn(SharedJar.class.getClassLoader());

        assertThat(isUnmeant(NOTHING)).isFalse();
    }

    @Test
    void one_with_another_jar_of_its_own_was() throws Exception {
        file(SharedJar.class.getName().replace('.', '/') + ".class", "");

        assertThat(isUnmeant(NOTHING)).isFalse();
    }

    /** The loader of the context finds it in the same place as the jar's own does. */
    @ParameterizedTest
    @ValueSource(strings = {"org/facecheck/internal/deployment/SharedJar.class", "org/example/Other.class"})
    void one_with_a_jar_of_its_own_was_whatever_its_loaders_find(String entry) throws Exception {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            zip.putNextEntry(new ZipEntry("org/example/First.class"));
            zip.write(1);
            zip.putNextEntry(new ZipEntry(entry));
        }
        when(context.getResourcePaths("/WEB-INF/lib/")).thenReturn(Set.of("/WEB-INF/lib/some.jar"));
        when(context.getResourceAsStream("/WEB-INF/lib/some.jar"))
                .thenReturn(new ByteArrayInputStream(jar.toByteArray()));

        assertThat(isUnmeant(NOTHING)).isEqualTo(entry.startsWith("org/example"));
    }

    @Test
    void one_with_the_classes_themselves_was() throws Exception {
        when(context.getResource("/WEB-INF/classes/org/facecheck/internal/deployment/SharedJar.class"))
                .thenReturn(classes.toUri().toURL());

        assertThat(isUnmeant(NOTHING)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facecheck.max-age=PT5M",
                "Facecheck.protect=/x",
                "%prod.facecheck.protect=/x",
                "FACECHECK_PROTECT=/x"
            })
    void one_whose_file_names_facecheck_was(String line) throws Exception {
        file("META-INF/microprofile-config.properties", "other=1\n" + line);

        assertThat(isUnmeant(NOTHING)).isFalse();
    }

    @Test
    void one_whose_file_names_other_things_was_not() throws Exception {
        file("META-INF/microprofile-config.properties", "other=1\n");

        assertThat(isUnmeant(NOTHING)).isTrue();
    }

    @Test
    void one_with_a_context_parameter_was() {
        when(context.getInitParameterNames())
                .thenAnswer(call -> Collections.enumeration(List.of("facecheck.capture.path")));

        assertThat(isUnmeant(NOTHING)).isFalse();
    }

    @Test
    void one_with_the_listener_was() {
        webXml =
                "<web-app><listener><listener-class>org.facecheck.web.FaceCheckListener</listener-class></listener></web-app>";

        assertThat(isUnmeant(NOTHING)).isFalse();
    }

    @Test
    void credentials_of_the_whole_server_mean_none() {
        assertThat(isUnmeant(MapSettings.complete().without("facecheck.protect")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facecheck.protect",
                "facecheck.exempt",
                "facecheck.rule.pay.patterns",
                "facecheck.rule.pay.max-age",
                "facecheck.protct"
            })
    void a_rule_of_the_whole_server_or_what_may_have_been_one_means_each(String key) {
        assertThat(isUnmeant(NOTHING.with(key, "/secure/*"))).isFalse();
    }
}
