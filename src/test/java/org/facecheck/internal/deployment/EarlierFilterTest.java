package org.facecheck.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebFilter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facecheck.internal.config.FaceCheckConfig.Position;
import org.facecheck.internal.guard.TargetGuardFilter;
import org.facecheck.internal.rule.FaceCheckFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlierFilterTest {
    private final ServletContext context = mock(ServletContext.class);
    private final Map<String, FilterRegistration> registered = new LinkedHashMap<>();

    /** Of a library's. */
    abstract static class Library implements Filter {}

    /** Of the application's, by annotation. */
    @WebFilter("/*")
    abstract static class Annotated implements Filter {}

    @BeforeEach
    void deploy() {
        when(context.getClassLoader()).thenReturn(EarlierFilterTest.class.getClassLoader());
        doAnswer(call -> registered).when(context).getFilterRegistrations();
        when(context.getResourceAsStream(anyString()))
                .thenAnswer(call -> new ByteArrayInputStream("""
                <web-app><filter><filter-name>declared</filter-name></filter></web-app>
                """.getBytes(StandardCharsets.UTF_8)));
        register("facecheck-protect", FaceCheckFilter.class.getName());
        register("facecheck-target-guard", TargetGuardFilter.class.getName());
        register("declared", Library.class.getName());
        register("annotated", Annotated.class.getName());
    }

    private void register(String name, String type) {
        FilterRegistration filter = mock(FilterRegistration.class);
        when(filter.getName()).thenReturn(name);
        when(filter.getClassName()).thenReturn(type);
        registered.put(name, filter);
    }

    private List<EarlierFilter> before(Position position) {
        return EarlierFilter.before(position, context, DeploymentDescriptor.webXmlOf(context));
    }

    @Test
    void what_is_declared_or_annotated_runs_later() {
        assertThat(before(Position.FIRST)).isEmpty();
    }

    @Test
    void what_was_added_in_code_may_run_before() {
        register("early", Library.class.getName());

        assertThat(before(Position.FIRST))
                .containsExactly(new EarlierFilter("early", Library.class, List.of()))
                .hasToString("[early (" + Library.class.getName() + ")]");
    }

    @Test
    void behind_the_applications_own_all_of_them_do() {
        assertThat(before(Position.LAST)).extracting(EarlierFilter::name).containsExactly("annotated", "declared");
    }

    @Test
    void the_servers_own_are_not_the_applications_to_move() {
        register("of-the-server", String.class.getName());
        register("unknown", "org.example.NotThere");
        register("nameless", null);

        assertThat(before(Position.FIRST)).isEmpty();
    }

    @Test
    void without_a_descriptor_none_is_declared() {
        when(context.getResourceAsStream(anyString())).thenReturn(null);

        assertThat(before(Position.FIRST)).extracting(EarlierFilter::name).containsExactly("declared");
    }

    @ParameterizedTest
    @CsvSource({
        "/*, true",
        "/facecheck, true",
        "/facecheck/*, true",
        "/facechecks/*, false",
        "/face/*, false",
        "*.do, false",
        "/, false"
    })
    void an_operator_is_told_which_of_them_the_capture_page_has_before_it(String pattern, boolean isBefore) {
        EarlierFilter filter = new EarlierFilter("old", Library.class, List.of("/other", pattern));

        assertThat(filter.isMappedTo("/facecheck")).isEqualTo(isBefore);
    }
}
