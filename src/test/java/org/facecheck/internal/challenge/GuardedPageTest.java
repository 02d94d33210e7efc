package org.facecheck.internal.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.guard.RuleProbe;
import org.facecheck.internal.guard.RuleProbeFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedPageTest {
    private static final String PAGE = "http://app.example/app/strict/desk.xhtml";

    private final FakeRequest request = FakeRequest.of("POST", "/app/strict/desk.xhtml")
            .header("Host", "app.example")
            .header("Faces-Request", "partial/ajax");

    /** The container matches these rules at this path, and nothing anywhere else. */
    private void container(String path, Set<Rule> rules) {
        when(request.getServletContext().getRequestDispatcher(anyString())).thenAnswer(call -> {
            RequestDispatcher dispatcher = mock(RequestDispatcher.class);
            doAnswer(include -> {
                        request.dispatched(DispatcherType.INCLUDE);
                        if (call.getArgument(0).equals(path)) {
                            rules.forEach(rule -> RuleProbe.in(request).reached(rule, false));
                        }
                        FilterChain end = (given, answer) -> new RuleProbeFilter().doFilter(given, answer, null);
                        new RuleProbeFilter().doFilter(request, new FakeResponse(), end);
                        request.dispatched(DispatcherType.REQUEST);
                        return null;
                    })
                    .when(dispatcher)
                    .include(any(), any());
            return dispatcher;
        });
    }

    @BeforeEach
    void guardDesk() {
        container("/strict/desk.xhtml", Set.of(Configs.HALF_HOUR, Configs.STRICT));
    }

    private Optional<String> pageOf(String referer) throws IOException {
        return GuardedPage.of(Configs.STRICT, request.header("Referer", referer), new FakeResponse())
                .map(RequestTarget::text);
    }

    @Test
    void is_the_page_that_the_script_belongs_to_with_its_query() throws Exception {
        assertThat(pageOf(PAGE + "?id=7")).hasValue("/app/strict/desk.xhtml?id=7");
    }

    @Test
    void is_none_that_the_rule_does_not_guard() throws Exception {
        container("/strict/desk.xhtml", Set.of(Configs.HALF_HOUR));

        assertThat(pageOf(PAGE)).isEmpty();
        assertThat(pageOf("http://app.example/app/open.xhtml")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/app/strict/desk.xhtml",
                "http://app.example/other/strict/desk.xhtml",
                "http://app.example/app/strict//desk.xhtml",
                "http://app.example/app/strict/%64esk.xhtml",
                "http://app.example/app/strict/desk.xhtml;v=1",
                "http://app.example/app/strict/desk.xhtml%0d%0aX:y",
                "http://app.example",
                "not a page"
            })
    void is_none_of_another_place_or_one_that_is_not_asked_for(String referer) throws Exception {
        assertThat(pageOf(referer)).isEmpty();
        verify(request.getServletContext(), never()).getRequestDispatcher(anyString());
    }

    @Test
    void is_none_where_the_container_gives_no_answer() throws Exception {
        when(request.getServletContext().getRequestDispatcher(anyString())).thenReturn(null);

        assertThat(pageOf(PAGE)).isEmpty();
    }

    @Test
    void is_none_where_the_browser_names_none() throws Exception {
        assertThat(GuardedPage.of(Configs.STRICT, request, new FakeResponse())).isEmpty();
    }
}
